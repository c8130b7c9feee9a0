import { parseArgs } from 'node:util';
import { startHost } from './host.ts';

/** `node scripts/lightning/main.ts --org-url URL --token TOKEN [--source force-app/main] [--port 0]`; prints one JSON line. */
const { values } = parseArgs({
  options: {
    'org-url': { type: 'string' },
    token: { type: 'string' },
    source: { type: 'string', default: 'force-app/main' },
    port: { type: 'string', default: '0' },
    'cache-dir': { type: 'string' },
  },
});

const orgUrl = values['org-url'] ?? process.env['SF_ORG_INSTANCE_URL'];
const accessToken = values.token ?? process.env['SF_ACCESS_TOKEN'];
if (orgUrl === undefined || accessToken === undefined) {
  process.stderr.write('Expected --org-url and --token (or SF_ORG_INSTANCE_URL and SF_ACCESS_TOKEN)\n');
  process.exit(2);
}

const host = await startHost({
  orgUrl,
  accessToken,
  sourceDir: values.source,
  port: Number(values.port),
  ...(values['cache-dir'] === undefined ? {} : { cacheDir: values['cache-dir'] }),
  onProgress: (step, done, total) => process.stderr.write(`Building ${step} (${done}/${total})\n`),
});
process.stdout.write(`${JSON.stringify({ url: host.url })}\n`);

const stop = (): void => void host.close().then(() => process.exit(0));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
