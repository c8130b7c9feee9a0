import { LightningElement, api } from 'lwc';
import type { ShownField } from '../../platform/data/field-format.ts';
import { word } from '../words.ts';

export default class FieldValue extends LightningElement {
  @api shown: ShownField = { kind: 'text', text: '', value: null };
  @api label = '';

  get isNumber(): boolean {
    return this.shown.kind === 'number';
  }
  get isDate(): boolean {
    return this.shown.kind === 'date';
  }
  get isDateTime(): boolean {
    return this.shown.kind === 'datetime';
  }
  get isLink(): boolean {
    return this.shown.kind === 'link';
  }
  get isUrl(): boolean {
    return this.shown.kind === 'url';
  }
  get isEmail(): boolean {
    return this.shown.kind === 'email';
  }
  get isPhone(): boolean {
    return this.shown.kind === 'phone';
  }
  get isCheckbox(): boolean {
    return this.shown.kind === 'checkbox';
  }
  get isRich(): boolean {
    return this.shown.kind === 'rich';
  }
  get isLongText(): boolean {
    return this.shown.kind === 'longText';
  }
  get minimumDigits(): number {
    return this.shown.numberStyle === 'currency' ? (this.shown.scale ?? 0) : 0;
  }
  get dateMonth(): string {
    return 'numeric';
  }
  get checkboxClass(): string {
    return this.shown.value === true ? 'checkbox checked' : 'checkbox';
  }
  get checkboxText(): string {
    return word(this.shown.value === true ? 'yes' : 'no');
  }
}
