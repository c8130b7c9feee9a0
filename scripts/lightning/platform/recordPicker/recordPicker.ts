import { LightningElement, api } from 'lwc';
import { nameOfRecord, searchRecords } from '../data/record-search.ts';
import type { FoundRecord } from '../data/record-search.ts';
import { sentencesOf } from '../data/failure-text.ts';
import { word } from '../../shell/words.ts';

const PAUSE = 200;

/** `lightning-record-picker`: type, choose, by mouse or by keys. */
export default class RecordPicker extends LightningElement {
  @api label = '';
  @api variant = 'standard';
  @api objectApiName = '';
  @api placeholder: string | undefined;
  @api required = false;
  @api disabled = false;
  @api fieldLevelHelp: string | null = null;
  @api displayInfo: unknown;
  @api matchingInfo: unknown;
  @api filter: unknown;

  words = { clear: word('clear'), required: word('required') };
  text = '';
  selected: string | null = null;
  found: readonly FoundRecord[] = [];
  open = false;
  active = -1;
  error: string | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  asked = false;

  @api
  get value(): string | null {
    return this.selected;
  }
  set value(value: string | null | undefined) {
    if ((value ?? null) === this.selected) return;
    this.selected = value ?? null;
    this.text = '';
    if (this.selected !== null) void this.showName(this.selected);
  }

  connectedCallback(): void {
    if (this.filter !== undefined) throw new Error('lightning-record-picker: filter is not supported');
  }

  async showName(id: string): Promise<void> {
    const name = await nameOfRecord(this.objectApiName, id).catch(() => id);
    if (this.selected === id) this.text = name;
  }

  @api
  checkValidity(): boolean {
    return !this.required || this.selected !== null;
  }
  @api
  reportValidity(): boolean {
    this.error = this.checkValidity() ? undefined : word('completeField');
    return this.error === undefined;
  }
  @api
  focus(): void {
    this.template?.querySelector('input')?.focus();
  }
  @api
  clearSelection(): void {
    this.choose(null, '');
  }

  choose(id: string | null, name: string): void {
    this.selected = id;
    this.text = name;
    this.open = false;
    this.error = undefined;
    this.dispatchEvent(new CustomEvent('change', { detail: { recordId: id } }));
  }

  search(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.searchNow(this.text), PAUSE);
  }

  async searchNow(text: string): Promise<void> {
    try {
      const found = await searchRecords(this.objectApiName, this.selected === null ? text : '');
      if (text !== this.text) return;
      this.found = found;
      this.asked = true;
      this.active = -1;
    } catch (failure) {
      this.error = sentencesOf(failure).join(' ');
    }
  }

  handleInput(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    if (this.selected !== null) {
      this.selected = null;
      this.dispatchEvent(new CustomEvent('change', { detail: { recordId: null } }));
    }
    this.open = true;
    this.search();
  }
  handleFocus(): void {
    this.open = true;
    this.search();
  }
  handleBlur(): void {
    this.open = false;
    if (this.selected === null) this.text = '';
  }
  handleClear(): void {
    this.choose(null, '');
  }
  handleChoose(event: Event): void {
    event.preventDefault();
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const record = this.found.find((one) => one.id === id);
    if (record !== undefined) this.choose(record.id, record.name);
  }
  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.open = false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.open = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      this.active = Math.min(Math.max(this.active + step, 0), this.found.length - 1);
    }
    const record = this.found[this.active];
    if (event.key === 'Enter' && this.open && record !== undefined) {
      event.preventDefault();
      this.choose(record.id, record.name);
    }
  }

  get hasLabel(): boolean {
    return this.variant !== 'label-hidden' && this.label !== '';
  }
  get inputLabel(): string | undefined {
    return this.hasLabel ? undefined : this.label;
  }
  get placeholderText(): string {
    return this.placeholder ?? word('searchRecords');
  }
  get formClass(): string {
    return `slds-form-element${this.error === undefined ? '' : ' slds-has-error'}`;
  }
  get comboboxClass(): string {
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.open ? ' slds-is-open' : ''}`;
  }
  get closed(): boolean {
    return !this.open;
  }
  get expandedText(): string {
    return String(this.open);
  }
  get invalidText(): string {
    return String(this.error !== undefined);
  }
  get canClear(): boolean {
    return this.selected !== null && !this.disabled;
  }
  get isEmpty(): boolean {
    return this.asked && this.found.length === 0;
  }
  get emptyText(): string {
    return word('noResults');
  }
  get activeId(): string | null {
    return this.active < 0 ? null : `option-${this.active}`;
  }
  get choices(): { id: string; domId: string; name: string; className: string; selected: string }[] {
    return this.found.map(({ id, name }, n) => ({
      id,
      name,
      domId: `option-${n}`,
      className: `slds-media slds-media_center slds-listbox__option slds-listbox__option_plain${n === this.active ? ' slds-has-focus' : ''}`,
      selected: String(n === this.active),
    }));
  }
}
