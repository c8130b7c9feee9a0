import { LightningElement, api } from 'lwc';
import { pageDefinition } from '../host-calls.ts';
import type { PageContext, PageModel } from '../page-types.ts';
import { word } from '../words.ts';

interface TabDefinition {
  readonly page: PageModel | null;
  readonly component?: string;
  readonly label: string;
}

/** A custom tab: a Lightning page or one component. */
export default class TabPage extends LightningElement {
  @api appName = '';

  words = { cannotShow: word('cannotShow') };
  context: PageContext = {};
  tab = '';
  label = '';
  page: PageModel | undefined;
  component = '';
  loaded = false;
  failure: unknown;

  @api
  get tabName(): string {
    return this.tab;
  }
  set tabName(name: string) {
    this.tab = name;
    this.loaded = false;
    this.failure = undefined;
    this.load(name).catch((failure: unknown) => (this.failure = failure));
  }

  async load(name: string): Promise<void> {
    const { page, component, label } = await pageDefinition<TabDefinition>('tab', name, { app: this.appName });
    if (name !== this.tab) return;
    this.page = page ?? undefined;
    this.component = component ?? '';
    this.label = label;
    this.loaded = true;
    document.title = label;
  }
}
