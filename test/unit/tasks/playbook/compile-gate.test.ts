import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileGateFrom } from '../../../../scripts/tasks/playbook/compile-gate.ts';

const root = join(import.meta.dirname, '../../../..');
const part = join(root, 'force-app/main/deal');
const compiled = compileGateFrom(join(root, 'config'));

describe('the gate of the shipped playbooks', () => {
  it.each([...compiled.keys()])('is committed as compiled: %s (npm run compile:gates writes it)', (path) => {
    expect(readFileSync(join(part, path), 'utf8')).toBe(compiled.get(path));
  });

  it('leaves no rule on the opportunity that no playbook asks for', () => {
    const committed = readdirSync(join(part, 'objects/Opportunity/validationRules'));
    const wanted = [...compiled.keys()].filter((path) => path.startsWith('objects/Opportunity/validationRules/'));
    expect(committed.sort()).toEqual(wanted.map((path) => path.split('/').at(-1)).sort());
  });
});
