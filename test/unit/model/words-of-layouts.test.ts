import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';

const layouts = globSync('force-app/main/*/layouts/*.layout-meta.xml').map((path) => {
  const [object = '', ...rest] = basename(path, '.layout-meta.xml').split('-');
  const sections = [...readFileSync(path, 'utf8').matchAll(/<layoutSections>[^]*?<\/layoutSections>/g)];
  const own = sections.filter(([text]) => text.includes('<customLabel>true'));
  return { object, layout: rest.join('-'), headings: own.map(([text]) => /<label>([^<]*)</.exec(text)?.[1] ?? '') };
});

function translated(object: string, layout: string): Map<string, string> {
  const files = globSync(`force-app/main/*/objectTranslations/${object}-zh_CN/*.objectTranslation-meta.xml`);
  const blocks = files.flatMap((file) => readFileSync(file, 'utf8').match(/<layouts>[^]*?<\/layouts>/g) ?? []);
  const block = blocks.find((text) => text.includes(`<layout>${layout}</layout>`)) ?? '';
  return new Map(
    [...block.matchAll(/<label>([^<]*)<\/label>\s*<section>([^<]*)<\/section>/g)].map((match) => [
      match[2]!,
      match[1]!,
    ]),
  );
}

it('says every heading of every layout of its own in Chinese', () => {
  expect(layouts.flatMap(({ headings }) => headings).length).toBeGreaterThan(30);
  const wanting = layouts.flatMap(({ object, layout, headings }) => {
    const words = translated(object, layout);
    return headings
      .filter((heading) => !/[\u4e00-\u9fff]/.test(words.get(heading) ?? ''))
      .map((h) => `${layout}: ${h}`);
  });
  expect(wanting).toEqual([]);
});
