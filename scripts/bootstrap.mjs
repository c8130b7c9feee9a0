// The way in: `npm start` and `npm test` come here on whatever Node the machine has (20 or later), before anything is
// installed. It brings the dependencies, among them a current Node, and hands over to that Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = {
  build: 'scripts/build.ts',
  start: 'scripts/start.ts',
  test: 'test/run.ts',
  bench: 'test/bench/run.ts',
  org: 'scripts/local-org/main.ts',
  midfield: 'scripts/midfield.ts',
};

const [name, ...rest] = process.argv.slice(2);
const entry = entries[name];
if (!entry) fail(`Expected one of ${Object.keys(entries).join(', ')}, got ${name ?? 'nothing'}.`);

installDependencies();
const child = spawn(currentNode(), ['--disable-warning=ExperimentalWarning', join(root, entry), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: join(root, 'node_modules', '.bin') + delimiter + process.env.PATH },
});
// Ctrl-C reaches the whole process group; the child decides how to end, we only wait for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => signal === 'SIGTERM' && child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));

/** Runs `npm ci` when node_modules does not belong to the lock file of today. */
function installDependencies() {
  const stamp = join(root, 'node_modules', '.midfield-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write('Installing dependencies (once, about a minute) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0)
    fail(
      'The dependencies could not be installed. Check the network and the npm registry, then run the command again.',
    );
  writeFileSync(stamp, lock);
}

/** A Node that runs TypeScript and SQLite: the one among the dependencies, else the machine's own. */
function currentNode() {
  for (const candidate of [join(root, 'node_modules', 'node', 'bin', 'node'), process.execPath]) {
    const version = spawnSync(candidate, ['-v'], { encoding: 'utf8' }).stdout ?? '';
    if (Number(/^v(\d+)/.exec(version)?.[1] ?? 0) >= 24) return candidate;
  }
  return fail(
    `Node 24 or later is needed; this machine has ${process.version} and npm brought none. Install Node 24 and run the command again.`,
  );
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
