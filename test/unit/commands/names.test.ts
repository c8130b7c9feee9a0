import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`);

/** Every name that the package's metadata defines: by its file or by `fullName` within it. */
const metadata = filesOf('force-app').filter((file) => file.endsWith('-meta.xml'));
const defined = new Set(
  metadata.flatMap((file) => [
    (basename(file).split('.')[0] ?? '').replace(/-.*$/, ''),
    basename(file).split('.')[1] ?? '',
    ...[...readFileSync(file, 'utf8').matchAll(/<fullName>([^<]+)<\/fullName>/g)].map((match) => match[1] ?? ''),
  ]),
);

const sources = [
  ...filesOf('scripts').filter((file) => /\.(ts|md)$/.test(file) && !file.startsWith('scripts/local-org/')),
  ...filesOf('force-app').filter((file) => file.endsWith('.ts') && !file.includes('__tests__')),
];

it('uses no MF_ name that the package does not define', () => {
  const used = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bMF_\w+/g)].map(([name]) => ({ file, name })),
  );
  expect(new Set(used.map(({ name }) => name)).size).toBeGreaterThan(50);
  // A relation (`MF_Deal__r`), a share or history of an object and a mutation of GraphQL are named after what is defined.
  const stem = (name: string) => name.replace(/__(r|Share|History|Feed|ChangeEvent|c(Create|Update|Delete))$/, '__c');
  // A name that ends in _ is the beginning of generated ones.
  const isDefined = (name: string) =>
    name.endsWith('_')
      ? [...defined].some((known) => known.startsWith(name))
      : defined.has(name) || defined.has(stem(name));
  const unknown = used.filter(({ name }) => !isDefined(name));
  expect([...new Set(unknown.map(({ file, name }) => `${file}: ${name}`))]).toEqual([]);
});
