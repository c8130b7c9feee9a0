import { createRequire } from 'node:module';

interface Compiler {
  transformSync(source: string, file: string, options: Record<string, unknown>): unknown;
}

let compiler: Compiler | undefined;

/** Loaded at the first bundle: it takes longer than the whole rest of an org's start. */
function loadCompiler(): Compiler {
  compiler ??= createRequire(import.meta.url)('@lwc/compiler') as Compiler;
  return compiler;
}

/** Compiles each file of a bundle as the platform does and answers what the compiler has to say. */
export function compileBundle(name: string, files: Readonly<Record<string, Uint8Array>>): string[] {
  return Object.entries(files).flatMap(([path, bytes]) => {
    if (!/\.(js|html|css)$/.test(path)) return [];
    return compileFile(name, path, Buffer.from(bytes).toString('utf8'));
  });
}

function compileFile(name: string, path: string, source: string): string[] {
  const { transformSync } = loadCompiler();
  const options = {
    name,
    namespace: 'c',
    enableDynamicComponents: true,
    enableLwcOn: true,
    enableSyntheticElementInternals: true,
    scopedStyles: false,
  };
  try {
    transformSync(source, path.slice(path.lastIndexOf('/') + 1), options);
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [`${path}: ${error.message}`];
  }
}
