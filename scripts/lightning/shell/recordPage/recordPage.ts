import { LightningElement, api } from 'lwc';
import { nameFieldOf } from '../../platform/data/name-field.ts';
import { objectInfo } from '../../platform/data/object-info-cache.ts';
import type { ObjectInfo } from '../../platform/data/object-info-cache.ts';
import { orgFetch } from '../../platform/data/org-fetch.ts';
import { watchRecord } from '../../platform/data/record-cache.ts';
import { getFieldValue } from '../../platform/data/record-values.ts';
import type { RecordRepresentation } from '../../platform/data/record-types.ts';
import { go } from '../../platform/data/router.ts';
import { DEFAULT_RECORD_PAGE } from '../default-page.ts';
import { firstLook } from '../first-questions.ts';
import { pageDefinition } from '../host-calls.ts';
import type { PageContext, PageModel } from '../page-types.ts';
import { fieldsOfRules } from '../visibility.ts';
import { word } from '../words.ts';

/** A record with the page that the org assigns to it. */
export default class RecordPage extends LightningElement {
  @api appName = '';
  @api action = 'view';
  @api relationship: string | undefined;

  words = { cannotShow: word('cannotShow'), loading: word('loading') };
  id = '';
  objectName = '';
  failure: unknown;
  page: PageModel | undefined;
  info: ObjectInfo | undefined;
  context: PageContext | undefined;
  stop: (() => void) | undefined;
  pending = false;

  @api
  get recordId(): string {
    return this.id;
  }
  set recordId(id: string) {
    this.id = id;
    this.plan();
  }

  @api
  get objectApiName(): string {
    return this.objectName;
  }
  set objectApiName(name: string) {
    this.objectName = name;
    this.plan();
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  plan(): void {
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      this.load(this.id).catch((failure: unknown) => (this.failure = failure));
    });
  }

  async load(id: string): Promise<void> {
    this.stop?.();
    this.failure = undefined;
    this.context = undefined;
    this.page = undefined;
    if (this.objectName === 'sObject') this.objectName = await this.resolveObject(id);
    // Asked for side by side. Only where the object has record types must the page be asked for again, by the record's type.
    const [info, usual] = await Promise.all([objectInfo(this.objectName), this.pageOf(undefined), this.look(id)]);
    const recordTypeName = await this.recordTypeOf(id, info);
    const page = recordTypeName === undefined ? usual : await this.pageOf(recordTypeName);
    if (id !== this.id) return;
    this.info = info;
    this.page = page ?? DEFAULT_RECORD_PAGE;
    this.watch(id, info, this.page, recordTypeName);
  }

  async pageOf(recordTypeName: string | undefined): Promise<PageModel | null> {
    const parameters: Record<string, string> = { app: this.appName };
    if (recordTypeName !== undefined) parameters['recordType'] = recordTypeName;
    return (await pageDefinition<{ page: PageModel | null }>('record', this.objectName, parameters)).page;
  }

  /** Brings what every page needs of the record into memory; a refusal is told by the watch that follows. */
  look(id: string): Promise<void> {
    return new Promise((done) => {
      const stop = watchRecord(firstLook(this.objectName, id), () => {
        queueMicrotask(() => stop());
        done();
      });
    });
  }

  async resolveObject(id: string): Promise<string> {
    const { records } = await orgFetch<{ records: Record<string, RecordRepresentation> }>(
      `/ui-api/record-ui/${id}?layoutTypes=Compact&modes=View`,
    );
    return Object.values(records)[0]?.apiName ?? '';
  }

  /** Only an object that has record types can have a page per record type. */
  async recordTypeOf(id: string, info: ObjectInfo): Promise<string | undefined> {
    if (info.fields['RecordTypeId'] === undefined) return undefined;
    const path = `/ui-api/records/${id}?fields=${info.apiName}.Id&optionalFields=${info.apiName}.RecordType.DeveloperName`;
    const record = await orgFetch<RecordRepresentation>(path);
    const name = getFieldValue(record, `${info.apiName}.RecordType.DeveloperName`);
    return typeof name === 'string' ? name : undefined;
  }

  watch(id: string, info: ObjectInfo, page: PageModel, recordTypeName: string | undefined): void {
    const nameField = nameFieldOf(info.nameFields) ?? 'Id';
    const optional = [nameField, 'RecordTypeId', ...fieldsOfRules(page)].map((field) => `${info.apiName}.${field}`);
    const request = {
      id,
      fields: [`${info.apiName}.Id`],
      optionalFields: [...new Set(optional)],
      layoutTypes: [],
      modes: [],
    };
    this.stop = watchRecord(request, (record, error) => {
      if (record === undefined) {
        this.failure = error;
        return;
      }
      document.title = String(record.fields[nameField]?.value ?? info.label);
      this.context = {
        recordId: id,
        objectApiName: info.apiName,
        objectInfo: info,
        record,
        ...(recordTypeName === undefined ? {} : { recordTypeName }),
      };
    });
  }

  get ready(): boolean {
    return this.page !== undefined && this.context !== undefined;
  }
  get editing(): boolean {
    return this.ready && this.action === 'edit';
  }
  get needsHighlights(): boolean {
    return this.relationship !== undefined;
  }

  handleClosed(): void {
    go(`/lightning/r/${this.objectName}/${this.id}/view`, true);
  }
}
