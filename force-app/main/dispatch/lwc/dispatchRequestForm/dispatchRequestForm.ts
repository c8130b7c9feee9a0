import { api, wire } from 'lwc';
import LightningModal from 'lightning/modal';
import { getObjectInfo, getPicklistValues, type ObjectInfo, type PicklistValues } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import type { RequestContext } from 'c/dispatchRequest';
import type { Nomination } from 'c/dispatchRequestNominee';
import { emptyDraft, FIELDS, isBlank, type Draft, type FieldName, type Need } from './draft';
import { labels } from './labels';
import { forgetLocally, keepLocally, keptLocally } from './localDraft';
import { noProblems, problemsOf, type Problems } from './problems';
import { saveNeeds, saveNomination, saveOrder } from './saveDraft';
import { stepsOf, type Step } from './steps';
import { weekOptions, windowLabel } from './weeks';

export type { Draft, Need } from './draft';

type Input = HTMLElement & {
  value: unknown;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
};

type Part = HTMLElement & { complete(): boolean };

/** The record type that stands for all values of a picklist. */
const EVERY_VALUE = '012000000000000AAA';
const LAST_STEP = 3;

/**
 * Asks for engineers in three steps. Each step is saved as a draft in the org before the next one, and every key stroke in
 * the browser, so that nothing is lost. Closes with the id of the order once it is submitted.
 */
export default class DispatchRequestForm extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

  @api dealId = '';
  /** The draft to go on with; null for a new one. */
  @api start: Draft | null = null;
  @api context!: RequestContext;

  labels = labels;
  step = 1;
  busy = false;
  restored = false;
  draft: Draft = emptyDraft;
  problems: Problems = noProblems;
  info: ObjectInfo | undefined;
  purposes: { label: string; value: string }[] = [];
  regions: { label: string; value: string }[] = [];
  private stored: readonly Need[] = [];
  private named = true; // since the last save, perhaps before this dialog was opened
  private focusOn: string | undefined;

  @wire(getObjectInfo, { objectApiName: 'MF_Dispatch__c' })
  wiredInfo(result: LightningWire<ObjectInfo>) {
    if (result.data) this.info = result.data;
  }

  @wire(getPicklistValues, { recordTypeId: EVERY_VALUE, fieldApiName: 'MF_Dispatch__c.Purpose__c' })
  wiredPurposes(result: LightningWire<PicklistValues>) {
    if (result.data) this.purposes = result.data.values.map(({ label, value }) => ({ label, value }));
  }

  @wire(getPicklistValues, { recordTypeId: EVERY_VALUE, fieldApiName: 'MF_Dispatch__c.Region__c' })
  wiredRegions(result: LightningWire<PicklistValues>) {
    if (result.data) this.regions = result.data.values.map(({ label, value }) => ({ label, value }));
  }

  override connectedCallback() {
    const kept = keptLocally(this.dealId, this.start?.id ?? null);
    this.stored = this.start?.needs ?? [];
    this.restored = kept !== null;
    this.draft = { ...emptyDraft, ...(kept ?? this.start) };
  }

  override renderedCallback() {
    for (const input of this.inputs) {
      const message = this.problems.byField.get(input.dataset['field'] as FieldName) ?? '';
      if (input.dataset['shown'] === message || (!input.dataset['shown'] && message === '')) continue;
      input.dataset['shown'] = message;
      input.setCustomValidity(message);
      input.reportValidity();
    }
    const wanted = this.focusOn;
    this.focusOn = undefined;
    if (wanted !== undefined) this.template?.querySelector<HTMLElement>(wanted)?.focus();
  }

  private get inputs(): (Input & HTMLElement)[] {
    return [...(this.template?.querySelectorAll<Input>('[data-field]') ?? [])];
  }

  get isFirst(): boolean {
    return this.step === 1;
  }

  get isSecond(): boolean {
    return this.step === 2;
  }

  get isLast(): boolean {
    return this.step === LAST_STEP;
  }

  get steps(): Step[] {
    return stepsOf(this.step);
  }

  get lines(): readonly string[] {
    const { lines } = this.problems;
    return lines.length > 0 ? [...lines, labels.kept] : [];
  }

  /** The org's own name of each field, and its help. */
  get words(): Record<string, { label: string; help: string | null }> {
    const entries = Object.entries(FIELDS).map(([field, { key }]) => {
      const known = this.info?.fields[field];
      return [key, { label: known?.label ?? '', help: known?.inlineHelpText ?? null }] as const;
    });
    return Object.fromEntries(entries);
  }

  get today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
  }

  get firstWeeks() {
    return weekOptions(this.today, this.draft.firstWeek);
  }

  get lastWeeks() {
    return weekOptions(this.today, this.draft.lastWeek).filter(({ value }) => value >= this.draft.firstWeek);
  }

  get regionLabel(): string {
    return this.regions.find(({ value }) => value === this.draft.region)?.label ?? this.draft.region;
  }

  get purposeLabel(): string {
    return this.purposes.find(({ value }) => value === this.draft.purpose)?.label ?? this.draft.purpose;
  }

  get windowLabel(): string {
    return windowLabel(this.draft.firstWeek, this.draft.lastWeek);
  }

  handleChange(event: CustomEvent<{ value?: string; checked?: boolean }>) {
    const field = (event.currentTarget as HTMLElement).dataset['field'] as FieldName;
    const { key } = FIELDS[field];
    const value = key === 'emergency' ? (event.detail.checked ?? false) : (event.detail.value ?? '');
    this.forget(field);
    this.change({ [key]: value });
    const { firstWeek, lastWeek } = this.draft;
    if (key === 'firstWeek' && lastWeek < firstWeek) this.change({ lastWeek: firstWeek });
  }

  handleNeeds(event: CustomEvent<readonly Need[]>) {
    this.change({ needs: event.detail });
  }

  handleNominee(event: CustomEvent<Nomination>) {
    this.named = true;
    this.change(event.detail);
  }

  handleBack() {
    this.go(this.step - 1);
  }

  async handleNext() {
    if (!this.complete()) return;
    if (await this.save()) this.go(this.step + 1);
  }

  /** Nothing typed, nothing kept. */
  async handleClose() {
    if (isBlank(this.draft) || (await this.save())) await this.close(null);
  }

  async handleSubmit() {
    if (!(await this.save())) return;
    const { id } = this.draft;
    await this.attempt(async () => {
      await updateRecord({ fields: { Id: id, Status__c: 'Submitted' } });
      forgetLocally(this.dealId, id);
      await this.close(id);
    });
  }

  /** What the form itself can see to be missing: required fields, and the needs on their step. */
  private complete(): boolean {
    const parts = this.template?.querySelectorAll<Part>('c-dispatch-request-needs, c-dispatch-request-nominee') ?? [];
    const valid = [...[...parts].map((part) => part.complete()), ...this.inputs.map((input) => input.reportValidity())];
    return !valid.includes(false);
  }

  private save(): Promise<boolean> {
    return this.attempt(async () => {
      const before = this.draft.id;
      const id = await saveOrder(this.dealId, this.draft);
      this.draft = { ...this.draft, id };
      if (before === null) forgetLocally(this.dealId, null);
      keepLocally(this.dealId, this.draft);
      await saveNeeds(id, { needs: this.draft.needs, stored: this.stored }, ({ needs, stored }) => {
        this.stored = stored;
        this.draft = { ...this.draft, needs };
      });
      if (this.named) this.draft = { ...this.draft, nomination: await saveNomination(id, this.draft) };
      this.named = false;
      forgetLocally(this.dealId, id);
    });
  }

  /** Runs a write; what the org says against it is shown at the field it names, on the step of that field. */
  private async attempt(write: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.problems = noProblems;
    try {
      await write();
      this.restored = false;
      return true;
    } catch (problem) {
      this.problems = problemsOf(problem);
      if (this.problems.step !== null && this.problems.step !== this.step) this.go(this.problems.step);
      return false;
    } finally {
      this.busy = false;
    }
  }

  private go(step: number) {
    this.step = Math.min(LAST_STEP, Math.max(1, step));
    this.focusOn = '.step';
  }

  private change(part: Partial<Draft>) {
    this.draft = { ...this.draft, ...part };
    keepLocally(this.dealId, this.draft);
  }

  private forget(field: FieldName) {
    if (!this.problems.byField.has(field)) return;
    const byField = new Map([...this.problems.byField].filter(([name]) => name !== field));
    this.problems = { ...this.problems, byField };
  }
}
