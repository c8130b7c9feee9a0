import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { findBrowser } from '../scripts/lightning/browser.ts';

/**
 * `npm test`: everything. `npm test -- unit lint` runs only the named steps. What starts no org and no browser runs in two
 * lanes side by side; then come the other folders of tests in one run, so that none waits for the slowest file of another. The
 * last line is the sum of all test runners: `N passed, N failed`.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the runner leaves its counts. */
  readonly report?: string;
}

const reports = join('.midfield', 'test-reports');
/** TypeScript's compiler as a program checks in a third of the time of the one that the lint rules ask for types. */
const types = (project: string) => ['../typescript-native/bin/tsc', '--noEmit', '-p', project];
/** The two lanes take about as long as each other. */
const lanes: readonly (readonly Step[])[] = [
  [{ name: 'lint', command: ['eslint', '-c', 'config/eslint.config.js', 'scripts', 'test', 'config', 'force-app'] }],
  [
    { name: 'types', command: types('.') },
    { name: 'component-types', command: types('config/tsconfig.lwc.json') },
    { name: 'page-types', command: types('scripts/lightning/tsconfig.json') },
    { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
    {
      name: 'components',
      command: [
        'jest',
        '--config',
        'config/jest.config.js',
        '--json',
        `--outputFile=${join(reports, 'components.json')}`,
      ],
      report: 'components.json',
    },
    vitest(['unit'], ['--maxWorkers=1']),
  ],
];
const folders = ['local-org', 'e2e', 'browser'];

const all = [...lanes.flat().map((step) => step.name), ...folders];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`Expected steps among ${all.join(', ')}, got ${unknown.join(', ')}.\n`);
  process.exit(2);
}
const isAsked = (name: string) => asked.length === 0 || asked.includes(name);

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const failedSteps: string[] = [];
let passed = 0;
let failed = 0;
const [browser] = await Promise.all([
  // Brought beside the lanes: a download, and two tests that bring one at once would get into each other's way.
  isAsked('browser') ? findBrowser((line) => process.stdout.write(`${line}\n`)) : undefined,
  ...lanes.map(async (lane) => {
    for (const step of lane.filter(({ name }) => isAsked(name))) await runStep(step, true);
  }),
]);
if (browser !== undefined) process.env['MIDFIELD_BROWSER'] = browser;
const tested = folders.filter(isAsked);
if (tested.length > 0) await runStep(vitest(tested), false);
if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(', ')}\n`);
process.stdout.write(`\n${passed} passed, ${Math.max(failed, failedSteps.length > 0 ? 1 : 0)} failed\n`);
process.exitCode = failedSteps.length > 0 ? 1 : 0;

function vitest(names: readonly string[], options: readonly string[] = []): Step {
  const report = `${names.join('-')}.json`;
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, report)}`];
  const paths = names.map((name) => `test/${name}/`);
  return {
    name: names.join(', '),
    command: ['vitest', 'run', '--config', 'config/vitest.config.ts', ...output, ...options, ...paths],
    report,
  };
}

/** A step that runs beside another says what it has to say in one piece, when it has ended. */
async function runStep(step: Step, isBesideAnother: boolean): Promise<void> {
  const start = Date.now();
  if (!isBesideAnother) process.stdout.write(`\n▶ ${step.name}\n`);
  const ended = await run(step.command, isBesideAnother);
  let ok = ended.ok;
  if (step.report) {
    const counts = readCounts(join(reports, step.report));
    passed += counts.passed;
    failed += counts.failed;
    // A runner that ran nothing has proved nothing, whatever its exit code.
    ok &&= counts.passed > 0 && counts.failed === 0;
  }
  if (!ok) failedSteps.push(step.name);
  if (isBesideAnother) process.stdout.write(`\n▶ ${step.name}\n${ended.output}`);
  process.stdout.write(`${ok ? '✔' : '✖'} ${step.name} in ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}

function run([command = '', ...args]: readonly string[], isKept: boolean): Promise<{ ok: boolean; output: string }> {
  return new Promise((done) => {
    // The runners' scripts start "node" from the path: it shall be the one among the dependencies, not the machine's.
    const path = `${resolve('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
    const env = {
      ...process.env,
      PATH: path,
      // Compiled once for all workers.
      NODE_COMPILE_CACHE: resolve('.midfield', 'compile-cache'),
      // Reads and compares in several processes.
      PRETTIER_EXPERIMENTAL_CLI: '1',
      // Salesforce's client starts a thread for a log that nobody reads here.
      SF_DISABLE_LOG_FILE: 'true',
    };
    const child = spawn(join('node_modules', '.bin', command), args, { stdio: isKept ? 'pipe' : 'inherit', env });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.on('close', (code) => done({ ok: code === 0, output }));
    child.on('error', (error) => done({ ok: false, output: `${output}${String(error)}\n` }));
  });
}

/** vitest and jest write the same report; a runner that died wrote none, which its exit code tells. */
function readCounts(file: string): { passed: number; failed: number } {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: report.numPassedTests, failed: report.numFailedTests };
  } catch (error) {
    process.stderr.write(`No report in ${file}: ${String(error)}\n`);
    return { passed: 0, failed: 1 };
  }
}
