import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// `npm run bench`: every benchmark in a process of its own; `npm run bench -- soql` runs those whose name begins so. Each prints
// lines `name: figure, ratio R (bound B)` and ends with code 1 when a bound is broken.
const folder = join('test', 'bench');
const asked = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .filter((name) => asked.length === 0 || asked.some((word) => name.startsWith(word)));
if (files.length === 0) {
  process.stderr.write(`Expected the name of a benchmark in ${folder}, got ${asked.join(', ')}.\n`);
  process.exit(2);
}

const broken = files.filter((file) => {
  process.stdout.write(`\n▶ ${file}\n`);
  const { status } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, file)], {
    stdio: 'inherit',
  });
  return status !== 0;
});
if (broken.length > 0) process.stdout.write(`\nBound broken or failed: ${broken.join(', ')}\n`);
process.exitCode = broken.length > 0 ? 1 : 0;
