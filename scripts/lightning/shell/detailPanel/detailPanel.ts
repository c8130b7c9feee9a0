import { LightningElement, api } from 'lwc';
import { layoutOf } from '../../platform/data/layout-fields.ts';
import { sectionsOf } from '../layout-view.ts';
import type { SectionView } from '../layout-view.ts';
import type { PageContext } from '../page-types.ts';
import { quiet } from '../quiet.ts';
import { word } from '../words.ts';

/** The record's full layout. */
export default class DetailPanel extends LightningElement {
  @api context: PageContext = {};

  sections: readonly SectionView[] = [];
  failure: unknown;
  words = { cannotShow: word('cannotShow') };

  connectedCallback(): void {
    this.load().catch((failure: unknown) => (this.failure = failure));
  }

  async load(): Promise<void> {
    await quiet();
    const type = this.context.record?.recordTypeId ?? undefined;
    this.sections = sectionsOf(await layoutOf(this.context.objectApiName ?? '', 'Full', 'View', type));
  }
}
