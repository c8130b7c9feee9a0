import { LightningElement, api } from 'lwc';
import CURRENCY from '@salesforce/i18n/currency';
import LANG from '@salesforce/i18n/lang';
import LOCALE from '@salesforce/i18n/locale';
import type { RequestContext } from 'c/dispatchRequest';
import type { Draft } from 'c/dispatchRequestForm';
import { fill } from 'c/labelText';
import { factorWords, labels } from './labels';
import { worthNow } from './worthNow';

const DAY = 86_400_000;
const WARNS_AT = 0.8;

/** The request against the deal as it is now: its worth, the budget that is left, and what the gate asks for. */
export default class DispatchRequestCheck extends LightningElement {
  @api draft!: Draft;
  @api context!: RequestContext;
  /** ISO date of today in the user's zone. */
  @api today = '';
  /** The draft's purpose, region and window in words. */
  @api purpose = '';
  @api region = '';
  @api window = '';

  labels = labels;

  get totalHours(): string {
    const { hours, headcount } = this.draft;
    const total = Number(hours) * Number(headcount);
    return Number(headcount) > 1 ? fill(labels.hoursOfMany, total, headcount) : fill(labels.hours, total);
  }

  get skills() {
    return this.draft.needs.map(({ key, name, level, percent, mandatory }) => ({
      key,
      text: fill(mandatory ? labels.needMandatory : labels.need, name, level, percent),
    }));
  }

  /** What the worth is made of and the deal does not say yet; the org takes no request without. */
  get missing(): string[] {
    const { margin, probability, tier } = this.context;
    return [
      margin === null ? labels.margin : '',
      probability === null ? labels.probability : '',
      tier === null ? labels.tier : '',
    ].filter(Boolean);
  }

  get unknown(): boolean {
    return this.missing.length > 0;
  }

  get unknownText(): string {
    return fill(labels.unknown, new Intl.ListFormat(LANG).format(this.missing));
  }

  private get worth() {
    const { margin, probability, tier, deadline, readiness, showcase } = this.context;
    const daysToDeadline = deadline === null ? null : Math.round((Date.parse(deadline) - Date.parse(this.today)) / DAY);
    return worthNow({
      margin: margin ?? 0,
      probability: probability ?? 0,
      tier: tier ?? '',
      daysToDeadline,
      readiness,
      showcase,
    });
  }

  get score(): string {
    return oneDecimal(this.worth.score);
  }

  get factors() {
    return this.worth.factors.map(({ factor, score, weight }) => ({
      key: factor,
      name: factorWords[factor],
      text: fill(labels.factor, oneDecimal(score * weight), oneDecimal(100 * weight)),
      style: `width: ${score}%`,
    }));
  }

  get early(): boolean {
    return this.context.early;
  }

  get seesBudget(): boolean {
    return this.context.seesBudget;
  }

  get noBudget(): boolean {
    return !this.context.budget;
  }

  private get share(): number {
    const { budget, spent } = this.context;
    return budget ? (spent ?? 0) / budget : 0;
  }

  get budgetText(): string {
    const { budget, spent } = this.context;
    return fill(labels.budgetLeft, money((budget ?? 0) - (spent ?? 0)), money(budget ?? 0));
  }

  get budgetWarning(): string {
    if (this.noBudget) return labels.noBudget;
    if (this.share >= 1) return labels.budgetGone;
    return this.share >= WARNS_AT ? labels.budgetTight : '';
  }

  get needs() {
    return this.context.gateNeeds;
  }

  get hasNeeds(): boolean {
    return this.needs.length > 0;
  }
}

const oneDecimal = (value: number): string => value.toLocaleString(LOCALE, { maximumFractionDigits: 1 });

const money = (amount: number): string =>
  amount.toLocaleString(LOCALE, { style: 'currency', currency: CURRENCY, maximumFractionDigits: 0 });
