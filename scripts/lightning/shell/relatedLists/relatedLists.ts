import { LightningElement, api } from 'lwc';
import { cachedGet } from '../../platform/data/object-info-cache.ts';
import type { PageContext } from '../page-types.ts';
import { word } from '../words.ts';

interface Lists {
  readonly relatedLists: readonly { readonly relatedListId: string }[];
}

/** The related lists of the record's layout. */
export default class RelatedLists extends LightningElement {
  @api context: PageContext = {};

  ids: readonly string[] = [];
  loaded = false;
  failure: unknown;
  words = { cannotShow: word('cannotShow'), emptyRelated: word('emptyRelated') };

  connectedCallback(): void {
    this.load().catch((failure: unknown) => (this.failure = failure));
  }

  async load(): Promise<void> {
    const type = this.context.record?.recordTypeId;
    const query = type ? `?recordTypeId=${type}` : '';
    const { relatedLists } = await cachedGet<Lists>(
      `/ui-api/related-list-info/${this.context.objectApiName ?? ''}${query}`,
    );
    this.ids = relatedLists.map(({ relatedListId }) => relatedListId);
    this.loaded = true;
  }

  get empty(): boolean {
    return this.loaded && this.ids.length === 0;
  }
}
