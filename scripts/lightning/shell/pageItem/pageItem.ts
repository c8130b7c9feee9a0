import { LightningElement, api } from 'lwc';
import type { PageContext, PageItem as Item } from '../page-types.ts';
import { standardKind } from '../standard-components.ts';
import { isVisible } from '../visibility.ts';
import { word } from '../words.ts';

const text = (value: string | readonly string[] | undefined): string =>
  value === undefined ? '' : [value].flat().join(',');

/** One component of a page, if its visibility rule lets it be seen. */
export default class PageItem extends LightningElement {
  @api item: Item = { key: '' };
  @api context: PageContext = {};

  words = { cannotShow: word('cannotShow') };

  get ruleFailure(): string | undefined {
    try {
      isVisible(this.item.visibility, this.context);
      return undefined;
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  }
  get visible(): boolean {
    return this.ruleFailure === undefined && isVisible(this.item.visibility, this.context);
  }
  get is(): Record<string, boolean> {
    const name = this.item.name ?? '';
    const kind = standardKind(name) ?? (isProject(name) ? 'project' : 'unsupported');
    return { [kind]: true };
  }
  get relatedListId(): string {
    return text(this.item.properties?.['relatedListApiName']);
  }
  get relatedFields(): readonly string[] | undefined {
    const fields = this.item.properties?.['relatedListFieldAliases'];
    return fields === undefined ? undefined : [fields].flat();
  }
  get richText(): string {
    return text(this.item.properties?.['richTextValue']);
  }
  get unsupported(): string {
    return word('unsupported', this.item.name ?? this.item.field ?? '');
  }
}

/** FlexiPages name a project's component with or without its namespace. */
const isProject = (name: string): boolean => name.startsWith('c:') || (name !== '' && !name.includes(':'));
