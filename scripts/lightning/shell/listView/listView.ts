import { LightningElement, api } from 'lwc';
import { sentencesOf, refusalOf } from '../../platform/data/failure-text.ts';
import { MASTER_RECORD_TYPE, objectInfo, picklistsOf } from '../../platform/data/object-info-cache.ts';
import type { ObjectInfo, PicklistValues } from '../../platform/data/object-info-cache.ts';
import { storedValue } from '../../platform/data/input-kind.ts';
import type { RecordRepresentation } from '../../platform/data/record-types.ts';
import { updateRecord } from '../../platform/data/record-writes.ts';
import { tableColumns, tableRow } from '../list-columns.ts';
import type { TableRow } from '../list-columns.ts';
import type { ListInfo } from '../list-data.ts';
import { showToast } from '../toasts.ts';
import { word } from '../words.ts';

type Draft = Readonly<Record<string, unknown>> & { readonly id: string };

interface RowErrors {
  readonly rows: Readonly<
    Record<string, { title: string; messages: readonly string[]; fieldNames: readonly string[] }>
  >;
  readonly table?: { title: string; messages: readonly string[] };
}

/** A list view as a table that can be edited in place: each row is saved by itself and keeps its own errors. */
export default class ListView extends LightningElement {
  @api objectApiName = '';
  @api loading = false;
  @api hasMore = false;
  @api sortBy: string | undefined;

  rawRecords: readonly RecordRepresentation[] = [];
  listInfo: ListInfo | undefined;
  objectInfo: ObjectInfo | undefined;
  picklists: Readonly<Record<string, PicklistValues>> = {};
  drafts: readonly Draft[] = [];
  errors: RowErrors = { rows: {} };
  words = { emptyList: word('emptyList'), emptyListHint: word('emptyListHint'), moreRecords: word('moreRecords') };

  @api
  get info(): ListInfo | undefined {
    return this.listInfo;
  }
  set info(info: ListInfo | undefined) {
    this.listInfo = info;
    this.drafts = [];
    this.errors = { rows: {} };
    void this.loadSchema();
  }
  @api
  get records(): readonly RecordRepresentation[] {
    return this.rawRecords;
  }
  set records(records: readonly RecordRepresentation[]) {
    this.rawRecords = records;
  }

  async loadSchema(): Promise<void> {
    const info = await objectInfo(this.objectApiName);
    const types = Object.values(info.recordTypeInfos).filter(({ available }) => available);
    const ids = types.length === 0 ? [MASTER_RECORD_TYPE] : types.map(({ recordTypeId }) => recordTypeId);
    const answers = await Promise.all(ids.map((id) => picklistsOf(info.apiName, id)));
    this.picklists = mergePicklists(answers.map(({ picklistFieldValues }) => picklistFieldValues));
    this.objectInfo = info;
  }

  get columns(): unknown[] {
    if (this.listInfo === undefined || this.objectInfo === undefined) return [];
    return tableColumns(this.listInfo, this.objectInfo, this.picklists);
  }
  get rows(): TableRow[] {
    const { listInfo, objectInfo: info } = this;
    if (listInfo === undefined || info === undefined) return [];
    return this.rawRecords.map((record) => tableRow(record, listInfo, info));
  }
  get empty(): boolean {
    return !this.loading && this.rawRecords.length === 0;
  }
  get sortedBy(): string | undefined {
    const path = this.sortBy?.replace(/^-/, '') ?? this.listInfo?.orderedBy?.path;
    return (this.columns as { fieldName: string }[]).find(({ fieldName }) => fieldName.replace(/__link$/, '') === path)
      ?.fieldName;
  }
  get direction(): string {
    if (this.sortBy === undefined) return this.listInfo?.orderedBy?.ascending === false ? 'desc' : 'asc';
    return this.sortBy.startsWith('-') ? 'desc' : 'asc';
  }

  handleSort(event: CustomEvent<{ fieldName: string; sortDirection: string }>): void {
    const path = event.detail.fieldName.replace(/__link$/, '');
    this.dispatchEvent(
      new CustomEvent('sorted', { detail: event.detail.sortDirection === 'desc' ? `-${path}` : path }),
    );
  }
  handleMore(): void {
    // A button that is switched off meanwhile would lose the keyboard's place.
    if (this.loading) return;
    this.dispatchEvent(new CustomEvent('more'));
  }
  handleCancel(): void {
    this.drafts = [];
    this.errors = { rows: {} };
  }
  handleCellChange(): void {
    this.errors = { rows: {} };
  }

  async handleSave(event: CustomEvent<{ draftValues: readonly Draft[] }>): Promise<void> {
    const drafts = event.detail.draftValues;
    const results = await Promise.allSettled(drafts.map((draft) => updateRecord({ fields: this.fieldsOf(draft) })));
    const refused = drafts.filter((_draft, n) => results[n]?.status === 'rejected');
    this.drafts = refused;
    this.errors = this.errorsOf(drafts, results, refused.length);
    const saved = drafts.length - refused.length;
    if (saved > 0) {
      showToast({ title: word('rowsSaved', saved), variant: 'success' });
      this.dispatchEvent(new CustomEvent('saved'));
    }
  }

  fieldsOf({ id, ...values }: Draft): Record<string, unknown> {
    const fields = Object.entries(values).map(([name, value]) => {
      const info = this.objectInfo?.fields[name];
      return [name, info === undefined ? value : storedValue(info, value)] as const;
    });
    return { ...Object.fromEntries(fields), Id: id };
  }

  errorsOf(drafts: readonly Draft[], results: readonly PromiseSettledResult<unknown>[], count: number): RowErrors {
    if (count === 0) return { rows: {} };
    const rows = Object.fromEntries(
      results.flatMap((result, n) => {
        const draft = drafts[n];
        if (result.status !== 'rejected' || draft === undefined) return [];
        const fieldNames = Object.keys(refusalOf(result.reason).fields);
        return [[draft.id, { title: word('refused'), messages: sentencesOf(result.reason), fieldNames }]];
      }),
    );
    return { rows, table: { title: word('rowsRefused', count, drafts.length), messages: [word('refusedHint')] } };
  }
}

/** Record types may offer different values; a list shows them all and the org judges. */
function mergePicklists(all: readonly Readonly<Record<string, PicklistValues>>[]): Record<string, PicklistValues> {
  const merged: Record<string, PicklistValues> = {};
  for (const [name, values] of all.flatMap((each) => Object.entries(each))) {
    const before = merged[name];
    const known = new Set(before?.values.map(({ value }) => value));
    const added = values.values.filter(({ value }) => !known.has(value));
    merged[name] = before === undefined ? values : { ...before, values: [...before.values, ...added] };
  }
  return merged;
}
