/**
 * Many modules, one file: each module's exports leave the file under a name of its own, and a two-line stub per module
 * gives them their names back. One request instead of three hundred, and live bindings survive import cycles.
 */
export interface ModuleExports {
  readonly specifier: string;
  readonly names: readonly string[];
}

const alias = (specifier: string, name: string): string => `${specifier.replace(/[^a-zA-Z0-9]/g, '_')}$${name}`;

export function combinedSource(modules: readonly ModuleExports[]): string {
  return modules
    .filter(({ names }) => names.length > 0)
    .map(({ specifier, names }) => {
      const list = names.map((name) => `${name} as ${alias(specifier, name)}`).join(', ');
      return `export { ${list} } from '${specifier}';`;
    })
    .join('\n');
}

export function stubSource({ specifier, names }: ModuleExports, combinedUrl: string): string {
  const list = names.map((name) => `${alias(specifier, name)} as ${name}`).join(', ');
  return `export { ${list} } from '${combinedUrl}';\n`;
}
