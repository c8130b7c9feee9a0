import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { standardObjects } from '../schema/standard/catalogue.ts';

/**
 * Lists what the platform has and the local org has not, from the declarations of jsforce: `npx node
 * scripts/local-org/metadata/generate-standard-names.ts` writes `standard-names.json`. With it a component that
 * needs one of them is refused by name, while a name that nobody knows is a mistake.
 */
const declarations = readFileSync(
  fileURLToPath(import.meta.resolve('jsforce/lib/types/standard-schema.js')).replace(/\.js$/, '.d.ts'),
  'utf8',
);

const fieldsOf = new Map<string, string[]>();
for (const [, name = '', body = ''] of declarations.matchAll(/^type Fields\$(\w+) = \{\n([^}]*)\};/gm)) {
  fieldsOf.set(
    name,
    [...body.matchAll(/^ {4}(\w+): /gm)].map((match) => match[1] ?? ''),
  );
}

const modelled = new Map(standardObjects.map((each) => [each.name, new Set(each.fields.map(({ name }) => name))]));
const objects = [...fieldsOf.keys()].filter((name) => !modelled.has(name)).sort();
const fields: Record<string, string[]> = {};
for (const [name, known] of modelled) {
  const missing = (fieldsOf.get(name) ?? []).filter((field) => !known.has(field) && !field.endsWith('Address'));
  if (missing.length > 0) fields[name] = missing;
}
const target = fileURLToPath(new URL('standard-names.json', import.meta.url));
writeFileSync(target, `${JSON.stringify({ objects, fields }, undefined, 1)}\n`);
