import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileGateFrom } from './compile-gate.ts';

const root = join(import.meta.dirname, '../../..');
const part = join(root, 'force-app/main/deal');
const compiled = compileGateFrom(join(root, 'config'));

/** A criterion that left its playbook leaves the package with it. */
const rules = join(part, 'objects/Opportunity/validationRules');
mkdirSync(rules, { recursive: true });
for (const name of readdirSync(rules))
  if (!compiled.has(`objects/Opportunity/validationRules/${name}`)) rmSync(join(rules, name));

for (const [path, text] of compiled) {
  mkdirSync(dirname(join(part, path)), { recursive: true });
  writeFileSync(join(part, path), text);
}
process.stdout.write(`${compiled.size} files of the gate written to force-app/main/deal\n`);
