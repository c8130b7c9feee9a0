import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem } from '../page-types.ts';
import { isVisible } from '../visibility.ts';
import { word } from '../words.ts';

const STANDARD_TITLES: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': word('details'),
  'Standard.Tab.relatedLists': word('related'),
  'Standard.Tab.home': word('home'),
};

export default class Tabset extends LightningElement {
  @api context: PageContext = {};
  @api item: PageItem = { key: '' };

  get tabs(): { key: string; title: string; items: readonly PageItem[] }[] {
    const tabs = this.item.facets?.['tabs'] ?? [];
    return tabs
      .filter(({ visibility }) => isVisible(visibility, this.context))
      .map((tab) => {
        const title = [tab.properties?.['title'] ?? ''].flat().join('');
        return { key: tab.key, title: STANDARD_TITLES[title] ?? title, items: tab.facets?.['body'] ?? [] };
      });
  }

  get first(): string | undefined {
    const tabs = this.item.facets?.['tabs'] ?? [];
    return (tabs.find(({ properties }) => properties?.['active'] === 'true') ?? tabs[0])?.key;
  }
}
