import { join } from 'node:path';
import { startOrgProcess } from './org-process.ts';
import { compileCache, startProcess } from './started-process.ts';

const root = join(import.meta.dirname, '../..');

/** Opens the org of a folder, runs one command on it as a person types it, and closes the org in order. */
export async function furnishByCommand(folder: string, home: string, words: readonly string[]): Promise<void> {
  const server = await startOrgProcess(folder, '--country', 'CN');
  try {
    const credentials = { instanceUrl: server.url, accessToken: server.accessToken, alias: 'furnished' };
    // The login and the command in one process: each start of the client takes seconds.
    const script = `import { authorize } from './scripts/salesforce/authorize.ts';
      await authorize(${JSON.stringify(credentials)});
      await import('./scripts/midfield.ts');`;
    const args = ['--input-type=module', '-e', script, '--', 'midfield', ...words, '--target-org', 'furnished'];
    const { code, stderr } = await startProcess({ cwd: root, home, compileCache }, args).ended;
    if (code !== 0) throw new Error(stderr);
  } finally {
    await server.end('SIGTERM');
  }
}
