import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem } from '../page-types.ts';
import { isVisible } from '../visibility.ts';

/** Fields that the page itself places: a section of columns. */
export default class FieldSection extends LightningElement {
  @api context: PageContext = {};
  @api item: PageItem = { key: '' };

  get title(): string {
    const label = [this.item.properties?.['label'] ?? ''].flat().join('');
    return label.startsWith('@@@') ? '' : label;
  }

  get columns(): { key: string; fields: string[]; className: string }[] {
    const columns = (this.item.facets?.['columns'] ?? []).filter(({ visibility }) =>
      isVisible(visibility, this.context),
    );
    const className = `slds-col slds-size_1-of-1 slds-medium-size_1-of-${columns.length}`;
    return columns.map((column) => ({
      key: column.key,
      className,
      fields: (column.facets?.['body'] ?? [])
        .filter(({ field, visibility }) => field !== undefined && isVisible(visibility, this.context))
        .map(({ field }) => field as string),
    }));
  }
}
