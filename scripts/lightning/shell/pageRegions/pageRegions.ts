import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem, PageModel } from '../page-types.ts';

const TOP = ['header', 'subheader', 'top'];
const NARROW = /sidebar|left|right/i;

/** Regions in their places: what is on top spans the page, a sidebar takes a third. */
export default class PageRegions extends LightningElement {
  @api page: PageModel | undefined;
  @api context: PageContext = {};

  get top(): readonly PageItem[] {
    return (
      this.page?.regions.filter(({ name }) => TOP.includes(name.toLowerCase())).flatMap(({ items }) => items) ?? []
    );
  }

  get hasTop(): boolean {
    return this.top.length > 0;
  }

  get columns(): { name: string; items: readonly PageItem[]; className: string }[] {
    const regions =
      this.page?.regions.filter(({ name, items }) => !TOP.includes(name.toLowerCase()) && items.length > 0) ?? [];
    const equal = regions.every(({ name }) => NARROW.test(name));
    return regions.map(({ name, items }) => ({
      name,
      items,
      className: `column ${!equal && NARROW.test(name) ? 'narrow' : 'wide'}`,
    }));
  }
}
