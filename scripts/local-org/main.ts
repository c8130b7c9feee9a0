import { enableCompileCache, flushCompileCache } from 'node:module';
import { parseArgs } from 'node:util';

const USAGE = 'Usage: npm run org -- --port <number, 0 = any> --dir <state folder> [--country <ISO code>]';

/** `npm run org`: serves one folder until it is told to stop. The one line on stdout is for programs. */
async function main(): Promise<void> {
  const options = readArguments();
  // Reading and compiling the sources is most of a start; what it gave is kept for the next one.
  enableCompileCache();
  const { startServer } = await import('./api/start-server.ts');
  const org = await startServer(options);
  const { url, accessToken, username, apiVersion } = org;
  process.stdout.write(`${JSON.stringify({ url, accessToken, username, apiVersion })}\n`);
  flushCompileCache();
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, resolve);
  });
  process.stderr.write(`${signal}: closing the local org\n`);
  await org.close();
}

function readArguments(): { port: number; dir: string; country?: string } {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '0' }, dir: { type: 'string' }, country: { type: 'string' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`Expected a port from 0 to 65535, got ${values.port}. ${USAGE}`);
  if (values.dir === undefined) throw new Error(`Expected --dir. ${USAGE}`);
  return { port, dir: values.dir, country: values.country };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
