import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../platform/data/page-reference.ts';
import type { AppNavigation, NavigationItem } from '../host-values.ts';
import { word } from '../words.ts';

export default class NavBar extends LightningElement {
  @api app: AppNavigation | undefined;
  @api reference: PageReference | undefined;

  label = word('mainNavigation');

  isCurrent(item: NavigationItem): boolean {
    const attributes = this.reference?.attributes ?? {};
    if (item.object !== undefined) return item.object === attributes['objectApiName'];
    if (this.reference?.type === 'standard__namedPage') return item.name === 'standard-home';
    return item.name === attributes['apiName'];
  }

  get items(): (NavigationItem & { className: string; current: string | null })[] {
    return (this.app?.items ?? []).map((item) => {
      const current = this.isCurrent(item);
      return {
        ...item,
        className: `slds-context-bar__item${current ? ' slds-is-active' : ''}`,
        current: current ? 'page' : null,
      };
    });
  }
}
