import type { Surface } from './draw-events.ts';

/** Progress as one line that is written over on a terminal, and not at all elsewhere. */
export function progressLine(): Surface {
  const over = (text: string) => process.stdout.isTTY && process.stdout.write(`\r\u001b[K${text}`);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  let title = '';
  return {
    log: (line) => void print(line),
    warn: (line) => void print(`  ! ${line}`),
    startProgress: (step) => void (title = step),
    moveProgress: (done, total) => void over(`  … ${title} ${done}/${total}`),
    endProgress: () => void over(''),
  };
}
