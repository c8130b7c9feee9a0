import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem } from '../page-types.ts';
import { isVisible } from '../visibility.ts';

/** Highlights whose facts the page itself names. */
export default class DynamicHighlights extends LightningElement {
  @api context: PageContext = {};
  @api item: PageItem = { key: '' };

  get fields(): string[] {
    return Object.values(this.item.facets ?? {})
      .flat()
      .filter(({ field, visibility }) => field !== undefined && isVisible(visibility, this.context))
      .map(({ field }) => field as string);
  }
}
