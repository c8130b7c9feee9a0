import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_PACKAGE } from './bundles.ts';

const CATEGORIES: Readonly<Record<string, string>> = {
  Utility: 'utility',
  Standard: 'standard',
  Action: 'action',
  Custom: 'custom',
  Doctype: 'doctype',
};

/**
 * The published icons are 2,000 templates that differ only in their path. One template made on first use from the path
 * spares most of the cold build and nine tenths of the download.
 */
export function iconLibrarySource(moduleName: string): string | undefined {
  const match = /^iconSvgTemplates(Utility|Standard|Action|Custom|Doctype)(Rtl)?$/.exec(moduleName);
  if (match === null) return undefined;
  const category = CATEGORIES[match[1] as string] as string;
  if (match[2] !== undefined) return `export { default } from 'lightning/iconSvgTemplates${match[1]}';`;
  const dir = join(BASE_PACKAGE, `src/lightning/iconSvgTemplates${match[1]}/buildTemplates`, category);
  const icons: Record<string, readonly [string, string]> = {};
  for (const file of readdirSync(dir).filter((name) => name.endsWith('.html'))) {
    const svg = /<svg[^>]*?viewBox="([^"]*)"[^>]*>([\s\S]*)<\/svg>/i.exec(readFileSync(join(dir, file), 'utf8'));
    if (svg !== null) icons[`${category}_${file.replace(/\.html$/, '')}`] = [svg[1] as string, svg[2] as string];
  }
  return `${TEMPLATE_MAKER}\nexport default library(${JSON.stringify(icons)});`;
}

const TEMPLATE_MAKER = `
import { freezeTemplate, parseFragment, registerTemplate } from 'lwc';
function make([viewBox, shapes]) {
  const fragment = parseFragment(
    ['<svg', ' focusable="false"', ' aria-hidden="true" viewBox="' + viewBox + '" part="icon"', '>' + shapes + '</svg>'],
    'c0', 'a0:data-key', 2);
  function tmpl($api, $cmp) {
    const attrs = { 'data-key': $cmp.name };
    return [$api.st(fragment, 1, [$api.sp(0, { className: $api.ncls($cmp.computedClass), attrs }, null)])];
  }
  registerTemplate(tmpl);
  tmpl.stylesheets = [];
  freezeTemplate(tmpl);
  return tmpl;
}
function library(icons) {
  const made = new Map();
  return new Proxy({}, { get(_, name) {
    if (!made.has(name)) made.set(name, icons[name] === undefined ? undefined : make(icons[name]));
    return made.get(name);
  } });
}`;
