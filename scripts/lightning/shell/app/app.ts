import { LightningElement } from 'lwc';
import { currentReference, go, onNavigate, startRouter } from '../../platform/data/router.ts';
import type { PageReference } from '../../platform/data/page-reference.ts';
import { RefreshEvent, refreshPage } from '../../platform/refresh/refresh.ts';
import { chooseApp, currentApp } from '../current-app.ts';
import type { AppNavigation } from '../host-values.ts';
import { followReloads } from '../host-calls.ts';
import { startToasts } from '../toasts.ts';
import { word } from '../words.ts';

export default class App extends LightningElement {
  reference: PageReference | undefined = currentReference();
  app: AppNavigation = currentApp();
  emptyProperties = {};
  words = { skip: word('skip'), cannotShow: word('cannotShow'), noPage: word('noPage') };

  connectedCallback(): void {
    startRouter();
    startToasts();
    followReloads();
    onNavigate((reference) => this.show(reference));
    document.addEventListener(RefreshEvent.type, () => void refreshPage());
    this.show(this.reference);
  }

  show(reference: PageReference | undefined): void {
    if (reference?.type === 'standard__app') {
      this.openApp(reference.attributes['appTarget'] ?? '');
      return;
    }
    const moved = this.reference !== reference;
    this.reference = reference;
    document.title = this.app.label;
    if (moved) this.focusMain();
  }

  /** After a move a screen reader and the keyboard start at the new page, not at the link that is gone. */
  focusMain(): void {
    queueMicrotask(() => (this.refs?.['main'] as HTMLElement | undefined)?.focus({ preventScroll: true }));
    scrollTo(0, 0);
  }

  openApp(name: string): void {
    if (!chooseApp(name)) {
      this.reference = undefined;
      return;
    }
    this.app = currentApp();
    go(this.app.items[0]?.url ?? '/lightning/page/home', true);
  }

  handleSkip(event: Event): void {
    event.preventDefault();
    this.focusMain();
  }

  get kind(): string {
    return this.reference?.type ?? '';
  }
  get isRecord(): boolean {
    return this.kind === 'standard__recordPage' || this.kind === 'standard__recordRelationshipPage';
  }
  get isObject(): boolean {
    return this.kind === 'standard__objectPage';
  }
  get isHome(): boolean {
    return this.kind === 'standard__namedPage' && this.reference?.attributes['pageName'] === 'home';
  }
  get isTab(): boolean {
    return this.kind === 'standard__navItemPage';
  }
  get isComponent(): boolean {
    return this.kind === 'standard__component';
  }
  get recordId(): string {
    return this.reference?.attributes['recordId'] ?? '';
  }
  get objectApiName(): string {
    return this.reference?.attributes['objectApiName'] ?? '';
  }
  get action(): string {
    return this.reference?.attributes['actionName'] ?? 'view';
  }
  get relationship(): string | undefined {
    return this.reference?.attributes['relationshipApiName'];
  }
  get filterName(): string | undefined {
    return this.reference?.state['filterName'];
  }
  get display(): string | undefined {
    return this.reference?.state['displayAs'];
  }
  get tabName(): string {
    return this.reference?.attributes['apiName'] ?? '';
  }
  get componentName(): string {
    return (this.reference?.attributes['componentName'] ?? '').replace('c__', 'c:');
  }
}
