/**
 * Runs a program several times in one process, as if in a process each, and prints how each ended: loading the `sf` client
 * takes seconds, refusing a wrong flag takes none. Arguments: the program and a list of argument lists as JSON.
 */
import process from 'node:process';

const [program = '', lists = '[]'] = process.argv.slice(2);
const print = process.stdout.write.bind(process.stdout);
const ended: { code: number; stdout: string; stderr: string }[] = [];
for (const [turn, args] of (JSON.parse(lists) as string[][]).entries()) {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    process[name].write = (chunk: string | Uint8Array) => {
      said[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      return true;
    };
  process.exitCode = undefined;
  process.argv = [process.argv0, program, ...args];
  const code = await new Promise<number>((resolve, reject) => {
    process.exit = ((exitCode?: number) => resolve(exitCode ?? 0)) as typeof process.exit;
    // The program tells by the end of its own address that it is not compiled.
    import(`${program}?turn=${turn}.ts`).then(() => resolve(Number(process.exitCode ?? 0)), reject);
  });
  ended.push({ code, ...said });
}
process.exitCode = 0;
print(JSON.stringify(ended));
