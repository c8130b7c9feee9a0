import { metadataType } from '../type-catalogue.ts';
import type { TypedContent } from '../xml/read-typed.ts';
import { readTyped } from '../xml/read-typed.ts';
import type { Draft, Problem } from './draft.ts';
import { position, readRoot } from './read-root.ts';

const START = { line: 1, column: 1 };

/** Components of several files: Lightning web components and static resources. */
export function readBundles(files: ReadonlyMap<string, Buffer>, root: string): Draft[] {
  return [...readLightning(files, root), ...readStaticResources(files, root)];
}

function readLightning(files: ReadonlyMap<string, Buffer>, root: string): Draft[] {
  const bundles = new Map<string, Record<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    const [folder, name, ...rest] = path.split('/');
    if (folder !== 'lwc' || !name || rest.length === 0) continue;
    const bundle = bundles.get(name) ?? {};
    bundle[path] = bytes;
    bundles.set(name, bundle);
  }
  return [...bundles].map(([name, bundle]) => lightningDraft(name, bundle, root));
}

function lightningDraft(name: string, bundle: Record<string, Uint8Array>, root: string): Draft {
  const metaPath = `lwc/${name}/${name}.js-meta.xml`;
  const { content, problems } = readMeta('LightningComponentBundle', name, bundle[metaPath], metaPath);
  return {
    type: 'LightningComponentBundle',
    fullName: name,
    fileName: `${root}lwc/${name}`,
    content,
    files: bundle,
    position: START,
    problems,
  };
}

function readStaticResources(files: ReadonlyMap<string, Buffer>, root: string): Draft[] {
  const names = [...files.keys()].filter((path) => /^staticresources\/[^/]+\.resource$/.test(path));
  const orphans = [...files.keys()].filter(
    (path) => /^staticresources\/[^/]+\.resource-meta\.xml$/.test(path) && !files.has(path.replace(/-meta\.xml$/, '')),
  );
  return [...names, ...orphans.map((path) => path.replace(/-meta\.xml$/, ''))].map((path) => {
    const name = path.slice('staticresources/'.length, -'.resource'.length);
    const { content, problems } = readMeta('StaticResource', name, files.get(`${path}-meta.xml`), `${path}-meta.xml`);
    const body = files.get(path);
    if (!body) problems.push({ ...START, kind: 'Error', message: `Required file is missing: ${path}` });
    const own = body ? { [path]: body } : {};
    return {
      type: 'StaticResource',
      fullName: name,
      fileName: root + path,
      content,
      files: own,
      position: START,
      problems,
    };
  });
}

function readMeta(
  type: string,
  name: string,
  bytes: Uint8Array | undefined,
  path: string,
): { content: TypedContent; problems: Problem[] } {
  const info = metadataType(type);
  if (!bytes || !info) {
    return { content: {}, problems: [{ ...START, kind: 'Error', message: `Required file is missing: ${path}` }] };
  }
  const problems: Problem[] = [];
  const element = readRoot(info, name, Buffer.from(bytes), problems);
  if (!element) return { content: {}, problems };
  const { content, problem } = readTyped(element, type);
  return { content, problems: problem ? [{ ...position(problem), message: problem.message, kind: 'Error' }] : [] };
}
