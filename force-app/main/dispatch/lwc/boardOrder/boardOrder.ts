import { LightningElement, api } from 'lwc';
import { figure, percent, shortDate, type Order, type OrderDetail } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { labels } from './labels';

const factorWords: Readonly<Record<string, string>> = {
  value: labels.factorValue,
  probability: labels.factorProbability,
  tier: labels.factorTier,
  urgency: labels.factorUrgency,
  readiness: labels.factorReadiness,
  showcase: labels.factorShowcase,
};

/** Steps that a dispatcher may take from a state; the org decides, this only spares a vain click. */
const steps: Readonly<Record<string, readonly string[]>> = {
  validate: ['Submitted', 'Deferred'],
  confirm: ['Proposed'],
  defer: ['Submitted', 'Validated', 'Proposed'],
  reject: ['Submitted', 'Validated', 'Proposed', 'Deferred'],
};

/** The selected order: what its worth is made of, why it got whom it got, and what may be done with it. */
export default class BoardOrder extends LightningElement {
  @api order!: Order;
  /** Undefined until the org has told. */
  @api detail: OrderDetail | undefined;
  @api busy = false;

  labels = labels;
  private isOpen = false;

  get heading(): string {
    return `${this.order.name} · ${this.order.deal}`;
  }

  get worth(): string {
    return this.order.worth === null ? '' : fill(labels.worth, figure(this.order.worth));
  }

  get firmness(): string {
    const { rankChanges } = this.order;
    if (rankChanges === null) return '';
    return rankChanges === 0 ? labels.firm : fill(labels.sensitive, rankChanges);
  }

  get hasBreakdown(): boolean {
    return Object.keys(this.order.parts).length > 0;
  }

  get showsBreakdown(): boolean {
    return this.hasBreakdown && this.isOpen;
  }

  get breakdownLabel(): string {
    return this.isOpen ? labels.hide : labels.breakdown;
  }

  get factors() {
    return Object.entries(this.order.parts).map(([name, { score, weight }]) => ({
      name,
      title: factorWords[name] ?? name,
      score: figure(score),
      weight: percent(weight, 0),
      points: figure(score * weight),
    }));
  }

  get needs(): string {
    return (this.detail?.needs ?? [])
      .map(
        ({ skillName, level, mandatory }) => `${skillName} L${String(level)}${mandatory ? ` ${labels.mandatory}` : ''}`,
      )
      .join(' · ');
  }

  get reason(): string {
    return this.detail?.explanation || this.order.reason;
  }

  /** The dispatcher's own words where they are not those of the allocation. */
  get ownReason(): string {
    const { reason } = this.order;
    const told = `${this.reason} ${this.detail?.everyWording ?? ''}`;
    return reason === '' || this.detail === undefined || told.includes(reason) ? '' : reason;
  }

  get serving(): string {
    const { servingWorth } = this.order;
    if (servingWorth === null || this.reason.includes(figure(servingWorth))) return '';
    return fill(labels.serving, figure(servingWorth));
  }

  get override(): string {
    return this.order.overridden ? fill(labels.override, figure(this.order.overrideLoss)) : '';
  }

  get planned() {
    return (this.detail?.bookings ?? [])
      .filter(({ status }) => status !== 'Cancelled')
      .map(({ id, personName, monday, hours }) => ({
        id,
        text: fill(labels.planned, personName, shortDate(monday), figure(hours)),
      }));
  }

  get canValidate(): boolean {
    return this.may('validate');
  }

  get canConfirm(): boolean {
    return this.may('confirm');
  }

  get canDefer(): boolean {
    return this.may('defer');
  }

  get canReject(): boolean {
    return this.may('reject');
  }

  private may(step: string): boolean {
    return steps[step]?.includes(this.order.status) ?? false;
  }

  handleBreakdown() {
    this.isOpen = !this.isOpen;
  }

  handleStep(event: Event) {
    const { step } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('step', { detail: step }));
  }

  handleClose() {
    this.dispatchEvent(new CustomEvent('leave'));
  }
}
