import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[] }[];
  }[];
}

/** What axe finds against WCAG 2 A and AA on a page as it stands: the rule and the element of each. */
export async function violations(page: Page): Promise<string[]> {
  // The page's policy admits no foreign script tag; the debugger may evaluate one.
  await page.evaluate(`${axe}; undefined`);
  const options = '{ runOnly: ["wcag2a", "wcag2aa"], resultTypes: ["violations"] }';
  const { violations: found } = await page.evaluate<AxeResult>(`axe.run(document, ${options})`);
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`));
}
