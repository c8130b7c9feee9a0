import { LightningElement, api } from 'lwc';
import { listen } from '../../platform/data/changes.ts';
import { objectInfo } from '../../platform/data/object-info-cache.ts';
import { orgFetch } from '../../platform/data/org-fetch.ts';
import { idsIn } from '../../platform/data/record-types.ts';
import type { RecordRepresentation } from '../../platform/data/record-types.ts';
import { objectIcon } from '../host-values.ts';
import type { PageContext } from '../page-types.ts';
import { relatedListInfo, rowsOf, withParentNames } from '../related-columns.ts';
import type { ListColumn, ListRow } from '../related-columns.ts';
import { word } from '../words.ts';

interface Records {
  readonly count: number;
  readonly records: readonly RecordRepresentation[];
  readonly nextPageToken: string | null;
}

/** Children of the record under one relationship. */
export default class RelatedList extends LightningElement {
  @api context: PageContext = {};
  @api relatedListId = '';
  /** Fields that the page itself names; else those of the layout. */
  @api columns: readonly string[] | undefined;
  @api pageSize: number | string = 6;

  label = '';
  object = '';
  rows: readonly ListRow[] = [];
  columnList: readonly ListColumn[] = [];
  loaded = false;
  more = false;
  failure: unknown;
  shown: ReadonlySet<string> = new Set();
  stop: (() => void) | undefined;
  words = {
    cannotShow: word('cannotShow'),
    emptyRelated: word('emptyRelated'),
    loading: word('loading'),
    allItems: word('allItems'),
  };

  connectedCallback(): void {
    this.shown = idsIn([this.context.recordId]);
    this.stop = listen({ shows: () => this.shown, refresh: () => this.load() });
    void this.load();
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  async load(): Promise<void> {
    try {
      await this.fetchRows();
      this.failure = undefined;
    } catch (failure) {
      this.failure = failure;
    }
  }

  async fetchRows(): Promise<void> {
    const { recordId = '', objectApiName = '', record } = this.context;
    const info = await relatedListInfo(objectApiName, this.relatedListId, record?.recordTypeId);
    this.label = info.label;
    this.object = info.objectApiNames[0] ?? '';
    const labels = new Map(info.displayColumns.map(({ fieldApiName, label }) => [fieldApiName, label]));
    const paths = this.columns ?? [...labels.keys()];
    this.columnList = paths.map((path) => ({ path, label: labels.get(path) ?? path }));
    const optional = withParentNames(paths, await objectInfo(this.object));
    const answer = await orgFetch<Records>(`/ui-api/related-list-records/${recordId}/${this.relatedListId}`, {
      method: 'POST',
      body: {
        fields: [`${this.object}.Id`],
        optionalFields: optional.map((path) => `${this.object}.${path}`),
        pageSize: Number(this.pageSize),
      },
    });
    this.rows = await rowsOf(answer.records, this.columnList, this.object);
    this.more = answer.nextPageToken !== null;
    this.shown = idsIn([recordId, answer.records]);
    this.loaded = true;
  }

  get icon(): string {
    return objectIcon(this.object);
  }
  get heading(): string {
    return `${this.label} (${this.rows.length}${this.more ? '+' : ''})`;
  }
  get listUrl(): string {
    return `/lightning/r/${this.context.objectApiName ?? ''}/${this.context.recordId ?? ''}/related/${this.relatedListId}/view`;
  }
}
