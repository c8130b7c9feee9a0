import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCommandLine } from '../../support/command-line.ts';

it('ends, when a test is over, what the test left running', { timeout: 120_000 }, async () => {
  const line = openCommandLine();
  const org = await line.serve(join(line.folder, 'left'));
  const hanging = line.startScript('scripts/local-org/main.ts', '--port', '0', '--dir', join(line.folder, 'hanging'));
  await hanging.says('"url"');
  await line.close();
  expect([org.child.signalCode, hanging.child.signalCode]).toEqual(['SIGKILL', 'SIGKILL']);
});
