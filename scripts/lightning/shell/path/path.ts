import { LightningElement, api } from 'lwc';
import { sentencesOf } from '../../platform/data/failure-text.ts';
import { MASTER_RECORD_TYPE, picklistsOf } from '../../platform/data/object-info-cache.ts';
import type { PicklistValues } from '../../platform/data/object-info-cache.ts';
import { watchRecord } from '../../platform/data/record-cache.ts';
import { updateRecord } from '../../platform/data/record-writes.ts';
import { pageDefinition } from '../host-calls.ts';
import type { PageContext } from '../page-types.ts';
import { showToast } from '../toasts.ts';
import { word } from '../words.ts';

interface PathDefinition {
  readonly field: string | null;
  readonly steps: Readonly<Record<string, { readonly guidance: string }>>;
}

/** The path of a record: where it stands, and the button that moves it on if the org lets it. */
export default class Path extends LightningElement {
  @api context: PageContext = {};
  @api properties: unknown;

  definition: PathDefinition = { field: null, steps: {} };
  values: PicklistValues['values'] = [];
  current = '';
  chosen: string | undefined;
  busy = false;
  stop: (() => void) | undefined;
  words = { path: word('path') };

  connectedCallback(): void {
    this.load().catch((failure: unknown) => this.report(failure));
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  /** A path longer than its track shows where the record stands, not where it began. */
  renderedCallback(): void {
    const track = this.template?.querySelector<HTMLElement>('.slds-path__nav');
    const item = this.template?.querySelector<HTMLElement>('.slds-is-current');
    if (track == null || item == null) return;
    const [outer, inner] = [track.getBoundingClientRect(), item.getBoundingClientRect()];
    track.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
  }

  async load(): Promise<void> {
    const { objectApiName = '', recordId = '', record, recordTypeName } = this.context;
    const parameters: Record<string, string> = recordTypeName === undefined ? {} : { recordType: recordTypeName };
    this.definition = await pageDefinition<PathDefinition>('path', objectApiName, parameters);
    const type = record?.recordTypeId ?? this.context.objectInfo?.defaultRecordTypeId ?? MASTER_RECORD_TYPE;
    const { picklistFieldValues } = await picklistsOf(objectApiName, type);
    this.values = picklistFieldValues[this.field]?.values ?? [];
    const request = {
      id: recordId,
      fields: [`${objectApiName}.${this.field}`],
      optionalFields: [],
      layoutTypes: [],
      modes: [],
    };
    this.stop = watchRecord(request, (latest) => {
      if (latest !== undefined) this.current = String(latest.fields[this.field]?.value ?? '');
    });
  }

  get field(): string {
    return this.definition.field ?? (this.context.objectApiName === 'Opportunity' ? 'StageName' : 'Status');
  }
  get fieldLabel(): string {
    return this.context.objectInfo?.fields[this.field]?.label ?? word('stage');
  }
  get at(): number {
    return this.values.findIndex(({ value }) => value === this.current);
  }
  get target(): string | undefined {
    return this.chosen !== undefined && this.chosen !== this.current ? this.chosen : this.values[this.at + 1]?.value;
  }
  get actionLabel(): string {
    return word(this.chosen !== undefined && this.chosen !== this.current ? 'markCurrent' : 'markComplete');
  }
  get guidance(): string {
    return this.definition.steps[this.chosen ?? this.current]?.guidance ?? '';
  }

  get steps(): { value: string; label: string; className: string; selected: string; tabIndex: string; hint: string }[] {
    const focus = this.chosen ?? this.current;
    return this.values.map(({ value, label }, n) => {
      const state = n < this.at ? 'slds-is-complete' : n === this.at ? 'slds-is-current' : 'slds-is-incomplete';
      return {
        value,
        label,
        className: `slds-path__item ${state}${value === focus ? ' slds-is-active' : ''}`,
        selected: String(value === focus),
        tabIndex: value === focus || (focus === '' && n === 0) ? '0' : '-1',
        hint: n === this.at ? word('currentStage') : '',
      };
    });
  }

  handleSelect(event: Event): void {
    event.preventDefault();
    this.chosen = (event.currentTarget as HTMLElement).dataset['value'];
  }

  handleKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const links = [...(this.template?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];
    const next = links[links.findIndex((link) => link === this.template?.activeElement) + step];
    next?.focus();
    this.chosen = next?.dataset['value'] ?? this.chosen;
  }

  async handleAdvance(): Promise<void> {
    const { target } = this;
    if (target === undefined) return;
    this.busy = true;
    try {
      await updateRecord({ fields: { Id: this.context.recordId, [this.field]: target } });
      this.chosen = undefined;
      showToast({ title: word('updated'), variant: 'success' });
    } catch (failure) {
      this.report(failure);
    } finally {
      this.busy = false;
    }
  }

  report(failure: unknown): void {
    showToast({ title: word('refused'), message: sentencesOf(failure).join('\n'), variant: 'error' });
  }
}
