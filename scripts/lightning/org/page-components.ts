import type { Deployed } from './deployed.ts';
import { findAll, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

/** The project's components that the page at an address may show, by name: the browser fetches them while the frame starts. */
export function componentsAt(deployed: Deployed, path: string): string[] {
  const [, , kind, name] = path.split('/').map(decodeURIComponent);
  if (kind === 'n') {
    const tab = deployed.tabs.get(name ?? '');
    if (tab?.kind === 'component') return [tab.target];
    const page = tab?.kind === 'page' ? deployed.pages.get(tab.target) : undefined;
    return page === undefined ? [] : componentsOf(page);
  }
  const wanted = (page: XmlNode): boolean =>
    kind === 'r'
      ? textOf(page, 'type') === 'RecordPage' && textOf(page, 'sobjectType') === name
      : kind === 'page' && textOf(page, 'type') === 'HomePage';
  return [...new Set([...deployed.pages.values()].filter(wanted).flatMap(componentsOf))];
}

const componentsOf = (page: XmlNode): string[] =>
  findAll(page, 'componentName')
    .map(({ text }) => text.trim())
    .filter((name) => name.startsWith('c:') || !name.includes(':'))
    .map((name) => name.replace(/^c:/, ''));
