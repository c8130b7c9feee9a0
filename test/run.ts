import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * `npm test`: everything, in the order of what it costs. `npm test -- unit lint` runs only the named steps. The last line
 * is the sum of all test runners: `N passed, N failed`.
 */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Where the runner leaves its counts. */
  readonly report?: string;
}

const reports = join('.midfield', 'test-reports');
const vitest = (name: string, ...folders: string[]): Step => ({
  name,
  command: [
    'vitest',
    'run',
    '--config',
    'config/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${name}.json`)}`,
    ...folders,
  ],
  report: `${name}.json`,
});

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit', '-p', '.'] },
  { name: 'lint', command: ['eslint', '-c', 'config/eslint.config.js', 'scripts', 'test', 'config', 'force-app'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  vitest('unit', 'test/unit'),
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
  vitest('local-org', 'test/local-org'),
  vitest('e2e', 'test/e2e'),
  vitest('browser', 'test/browser'),
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `Expected steps among ${steps.map((step) => step.name).join(', ')}, got ${unknown.join(', ')}.\n`,
  );
  process.exit(2);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const failedSteps: string[] = [];
let passed = 0;
let failed = 0;
for (const step of steps.filter((candidate) => asked.length === 0 || asked.includes(candidate.name))) {
  const start = Date.now();
  process.stdout.write(`\n▶ ${step.name}\n`);
  let ok = await run(step.command);
  if (step.report) {
    const counts = readCounts(join(reports, step.report));
    passed += counts.passed;
    failed += counts.failed;
    // A runner that ran nothing has proved nothing, whatever its exit code.
    ok &&= counts.passed > 0 && counts.failed === 0;
  }
  if (!ok) failedSteps.push(step.name);
  process.stdout.write(`${ok ? '✔' : '✖'} ${step.name} in ${((Date.now() - start) / 1000).toFixed(1)} s\n`);
}
if (failedSteps.length > 0) process.stdout.write(`\nFailed: ${failedSteps.join(', ')}\n`);
process.stdout.write(`\n${passed} passed, ${Math.max(failed, failedSteps.length > 0 ? 1 : 0)} failed\n`);
process.exitCode = failedSteps.length > 0 ? 1 : 0;

function run([command = '', ...args]: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    // The runners' scripts start "node" from the path: it shall be the one among the dependencies, not the machine's.
    const env = { ...process.env, PATH: `${resolve('node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}` };
    const child = spawn(join('node_modules', '.bin', command), args, { stdio: 'inherit', env });
    child.on('exit', (code) => done(code === 0));
    child.on('error', () => done(false));
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
