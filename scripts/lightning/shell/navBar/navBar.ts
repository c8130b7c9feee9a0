import { LightningElement, api } from 'lwc';
import type { PageReference } from '../../platform/data/page-reference.ts';
import { fittingTabs } from '../fitting-tabs.ts';
import type { AppNavigation, NavigationItem } from '../host-values.ts';
import { word } from '../words.ts';

interface Tab extends NavigationItem {
  readonly className: string;
  readonly current: string | null;
}

/** Room of the button with the remaining tabs, in the longer of its languages. */
const BUTTON = 96;

/** The tabs of the app: those that fit stand in the bar, the rest below "More". */
export default class NavBar extends LightningElement {
  @api reference: PageReference | undefined;

  label = word('mainNavigation');
  count: number | undefined;
  ownApp: AppNavigation | undefined;
  widths: readonly number[] | undefined;
  observer: ResizeObserver | undefined;

  @api
  get app(): AppNavigation | undefined {
    return this.ownApp;
  }
  set app(app: AppNavigation | undefined) {
    this.ownApp = app;
    this.widths = undefined;
    this.count = undefined;
  }

  renderedCallback(): void {
    this.observer ??= this.observe();
    // All of them stand there once, before anything is painted, so that each can be measured.
    if (this.widths !== undefined || this.count !== undefined) return;
    const tabs = this.template?.querySelectorAll<HTMLElement>('li[data-tab]') ?? [];
    this.widths = [...tabs].map((tab) => tab.getBoundingClientRect().width);
    this.fit();
  }

  disconnectedCallback(): void {
    this.observer?.disconnect();
    this.observer = undefined;
  }

  observe(): ResizeObserver {
    const observer = new ResizeObserver(() => this.fit());
    observer.observe(this.refs?.['list'] as HTMLElement);
    return observer;
  }

  fit(): void {
    const room = (this.refs?.['list'] as HTMLElement | undefined)?.clientWidth ?? 0;
    if (this.widths !== undefined && room > 0) this.count = fittingTabs(this.widths, room, BUTTON);
  }

  isCurrent(item: NavigationItem): boolean {
    const attributes = this.reference?.attributes ?? {};
    if (item.object !== undefined) return item.object === attributes['objectApiName'];
    if (this.reference?.type === 'standard__namedPage') return item.name === 'standard-home';
    return item.name === attributes['apiName'];
  }

  get items(): Tab[] {
    return (this.app?.items ?? []).map((item) => {
      const current = this.isCurrent(item);
      return {
        ...item,
        className: `slds-context-bar__item${current ? ' slds-is-active' : ''}`,
        current: current ? 'page' : null,
      };
    });
  }
  get shown(): Tab[] {
    return this.items.slice(0, this.count);
  }
  get remaining(): Tab[] {
    return this.count === undefined ? [] : this.items.slice(this.count);
  }
}
