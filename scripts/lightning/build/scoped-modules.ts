import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_PACKAGE } from './bundles.ts';

/** Values of the signed-in user stand in `lightningHost`, set before any module runs (server/page-state.ts). */
const HOST = 'globalThis.lightningHost';

interface PackageModules {
  readonly lwc: { readonly modules: readonly { readonly name?: string; readonly path?: string }[] };
}

let packagePaths: ReadonlyMap<string, string> | undefined;

/** The stand-ins that the base components bring for themselves: their labels in English, their feature gates. */
function packagePath(specifier: string): string | undefined {
  packagePaths ??= new Map(
    (JSON.parse(readFileSync(join(BASE_PACKAGE, 'package.json'), 'utf8')) as PackageModules).lwc.modules.flatMap(
      ({ name, path }) => (name !== undefined && path !== undefined ? [[name, join(BASE_PACKAGE, path)] as const] : []),
    ),
  );
  return packagePaths.get(specifier);
}

function packageSource(specifier: string): string | undefined {
  const path = packagePath(specifier);
  return path === undefined ? undefined : readFileSync(path, 'utf8');
}

/** Source of an `@salesforce/...` module, or undefined when the platform has none of that name. */
export function scopedModuleSource(specifier: string): string | undefined {
  const match = /^@salesforce\/([a-zA-Z0-9]+)\/(.+)$/.exec(specifier);
  if (match === null) return packageSource(specifier);
  const [, kind = '', name = ''] = match;
  const key = JSON.stringify(name);
  switch (kind) {
    case 'label':
      return labelSource(specifier, name);
    case 'schema':
      return `export default ${JSON.stringify(schemaReference(name))};`;
    case 'i18n':
      return withFallback(specifier, `${HOST}.i18n[${key}]`);
    case 'user':
      return name === 'Id' || name === 'isGuest' ? `export default ${HOST}.user[${key}];` : undefined;
    case 'customPermission':
    case 'userPermission':
      return `export default ${HOST}.permissions.${kind}.includes(${key}) ? true : undefined;`;
    case 'resourceUrl':
      return `export default '/resource/' + ${key};`;
    case 'messageChannel':
      return `export default { channel: ${key} };`;
    case 'client':
      return name === 'formFactor' ? `export default 'Large';` : undefined;
    default:
      return packageSource(specifier);
  }
}

function withFallback(specifier: string, expression: string): string | undefined {
  const fallback = packageSource(specifier)?.replace(/export default\s*/, 'const fallback = ');
  return fallback === undefined ? undefined : `${fallback}\nexport default ${expression} ?? fallback;`;
}

function labelSource(specifier: string, name: string): string | undefined {
  if (!name.startsWith('c.')) return withFallback(specifier, `${HOST}.baseLabels[${JSON.stringify(name)}]`);
  const key = JSON.stringify(name.slice(2));
  return `
const text = ${HOST}.labels[${key}];
if (text === undefined) throw new Error('Custom label ' + ${key} + ' is not deployed to the org');
export default text;`;
}

function schemaReference(name: string): { objectApiName: string } | { fieldApiName: string; objectApiName: string } {
  const [objectApiName, ...path] = name.split('.') as [string, ...string[]];
  return path.length === 0 ? { objectApiName } : { fieldApiName: path.join('.'), objectApiName };
}
