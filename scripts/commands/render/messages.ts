import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Messages } from '@salesforce/core';

const packageName = '@midfield/plugin-midfield';

/** The package's root, found from wherever this file runs: the sources or the compiled plugin. */
export const packageRoot = rootOf(dirname(fileURLToPath(import.meta.url)));

Messages.importMessagesDirectory(join(packageRoot, 'scripts'), false, packageName);

/** The words of one command: `scripts/messages/<name>.md`. */
export function messagesOf(name: string): Messages<string> {
  return Messages.loadMessages(packageName, name);
}

function rootOf(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootOf(dirname(folder));
}
