import { LightningElement, api } from 'lwc';
import { pageDefinition } from '../host-calls.ts';
import { hostValues } from '../host-values.ts';
import type { AppNavigation, NavigationItem } from '../host-values.ts';
import type { PageContext, PageModel } from '../page-types.ts';
import { word } from '../words.ts';

/** The app's home: its own page where one is deployed, else ways into its tabs. */
export default class HomePage extends LightningElement {
  words = { cannotShow: word('cannotShow') };
  greeting = word('welcome', hostValues.user.Name);
  context: PageContext = {};
  page: PageModel | undefined;
  loaded = false;
  failure: unknown;
  current: AppNavigation | undefined;

  @api
  get app(): AppNavigation | undefined {
    return this.current;
  }
  set app(app: AppNavigation | undefined) {
    this.current = app;
    this.load(app?.name ?? '').catch((failure: unknown) => (this.failure = failure));
  }

  async load(app: string): Promise<void> {
    const { page } = await pageDefinition<{ page: PageModel | null }>('home', 'home', { app });
    this.page = page ?? undefined;
    this.loaded = true;
  }

  get tiles(): NavigationItem[] {
    return (this.current?.items ?? []).filter(({ name }) => name !== 'standard-home');
  }
}
