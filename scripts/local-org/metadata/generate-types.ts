import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { metadataTypes } from './type-catalogue.ts';

/**
 * Turns Salesforce's own type declarations into the data by which files are checked: `npx node
 * scripts/local-org/metadata/generate-types.ts` writes `type-schema.json`. A field is `[type, flags]`; the flags are
 * `*` for a list and `?` for optional. Only what the supported types reach is kept.
 */
const declarations = readFileSync(
  fileURLToPath(import.meta.resolve('@salesforce/types/metadata')).replace(/\.js$/, '.d.ts'),
  'utf8',
);

interface Shape {
  base?: string;
  fields: Record<string, [string, string]>;
}

function readShapes(): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const [, name = '', base, body = ''] of declarations.matchAll(
    /^export type (\w+) = (?:(\w+) & )?\{\n([^}]*)\};/gm,
  )) {
    const fields: Shape['fields'] = {};
    for (const [, field = '', optional, type = '', list] of body.matchAll(/^ {4}(\w+)(\?)?: (\w+)(\[\])?;/gm)) {
      fields[field] = [type, `${list ? '*' : ''}${optional ?? ''}`];
    }
    shapes.set(name, base ? { base, fields } : { fields });
  }
  for (const [, name = '', base = ''] of declarations.matchAll(/^export type (\w+) = (\w+);/gm)) {
    if (shapes.has(base)) shapes.set(name, { base, fields: {} });
  }
  return shapes;
}

function readEnums(): Map<string, string[]> {
  const enums = new Map<string, string[]>();
  for (const [, name = '', words = ''] of declarations.matchAll(/^export type (\w+) = ('[^;]*);/gm)) {
    enums.set(
      name,
      [...words.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? ''),
    );
  }
  return enums;
}

function reachable(roots: readonly string[]): { types: Record<string, Shape>; enums: Record<string, string[]> } {
  const shapes = readShapes();
  const words = readEnums();
  const types: Record<string, Shape> = {};
  const enums: Record<string, string[]> = {};
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const shape = shapes.get(name);
    const values = words.get(name);
    if (values) enums[name] = values;
    if (!shape || types[name]) continue;
    types[name] = shape;
    open.push(...Object.values(shape.fields).map(([type]) => type), ...(shape.base ? [shape.base] : []));
  }
  return { types: sorted(types), enums: sorted(enums) };
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)));

/** Files whose root tag is not the type's own name. */
const rootTags = ['Package', 'OpportunitySettings'];
const childTypes = metadataTypes.flatMap((each) => Object.values(each.children ?? {}));
const schema = reachable([...metadataTypes.map((each) => each.xmlName), ...childTypes, ...rootTags]);
const target = fileURLToPath(new URL('type-schema.json', import.meta.url));
const lines = (record: Record<string, unknown>) =>
  Object.entries(record)
    .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');
writeFileSync(target, `{\n  "types": {\n${lines(schema.types)}\n  },\n  "enums": {\n${lines(schema.enums)}\n  }\n}\n`);
