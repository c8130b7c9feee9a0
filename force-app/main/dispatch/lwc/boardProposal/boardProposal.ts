import { api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import LightningModal from 'lightning/modal';
import { figure, PERSON_QUERY, shortDate } from 'c/dispatchData';
import type { GraphqlResult, Order, OrderDetail, Person, WeekFacts } from 'c/dispatchData';
import { judge, layHours, type Judgement, type Obstacle } from 'c/dispatchRules';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';
import { lossOf, type Loss } from './loss';
import { levelsOf, othersOf, weekIdsOf, type OtherBooking } from './others';
import { propose } from './propose';

export interface OfferedWeek extends WeekFacts {
  readonly monday: string;
}

/** Proposes a person for an order by hand. Closes with 'proposed' once the org has it, with 'stale' when somebody was faster. */
export default class BoardProposal extends LightningModal {
  /** Opens the dialog; resolves with what it closes with. */
  declare static open: (options: Readonly<Record<string, unknown>>) => Promise<string | null | undefined>;

  @api order!: Order;
  @api detail!: OrderDetail;
  @api person!: Person;
  /** The weeks of the order's window that are still ahead. */
  @api weeks: readonly OfferedWeek[] = [];
  /** The week to begin in. */
  @api monday: string | null = null;

  labels = labels;
  errors: string[] = [];
  busy = false;
  private result: GraphqlResult = {};

  @wire(graphql, { query: PERSON_QUERY, variables: '$variables' })
  wiredPerson(result: GraphqlResult) {
    this.result = result;
    if (result.errors) this.errors = reduceErrors(result.errors);
  }

  get variables() {
    if (!this.person) return undefined;
    return { id: this.person.id, from: this.order.firstWeek, to: this.order.lastWeek };
  }

  get ready(): boolean {
    return this.result.data !== undefined;
  }

  get loading(): boolean {
    return !this.ready && this.errors.length === 0;
  }

  private get others(): OtherBooking[] {
    return othersOf(this.result.data, this.order.id);
  }

  private get judgement(): Judgement {
    const { hours, region } = this.order;
    return judge(
      { hours, region, needs: this.detail.needs },
      {
        region: this.person.region,
        levels: levelsOf(this.result.data),
        freeHours: this.weeks.reduce((sum, week) => sum + week.free, 0),
        hasDeclined: this.detail.bookings.some((one) => one.personId === this.person.id && one.declined),
      },
    );
  }

  private get laid(): number[] {
    const from = Math.max(
      0,
      this.weeks.findIndex((week) => week.monday === this.monday),
    );
    return layHours(
      this.order.hours,
      this.weeks.map((week) => week.free),
      from,
    );
  }

  get obstacles() {
    return this.judgement.obstacles.map((one, index) => ({ id: String(index), text: this.wordsOf(one) }));
  }

  get eligible(): boolean {
    return this.obstacles.length === 0;
  }

  private wordsOf(one: Obstacle): string {
    if (one.kind === 'declined') return labels.declined;
    if (one.kind === 'hours') return fill(labels.hoursMissing, figure(one.held), figure(one.needed));
    if (one.kind === 'skill') return fill(labels.skillMissing, figure(one.held), figure(one.needed));
    const name = this.detail.needs.find((need) => need.skill === one.skill)?.skillName ?? '';
    return fill(labels.mandatoryMissing, name, one.held, one.needed);
  }

  private get candidate() {
    return this.detail.candidates.find((one) => one.personId === this.person.id);
  }

  get fit(): string {
    const { least, most } = this.judgement;
    return this.candidate ? figure(this.candidate.fit) : fill(labels.fitRange, figure(least), figure(most));
  }

  get parts() {
    const { skill, availability, locality } = this.judgement;
    const cost = this.candidate?.cost ?? null;
    return [
      { id: 'skill', name: labels.skill, value: figure(skill) },
      { id: 'availability', name: labels.availability, value: figure(availability) },
      { id: 'locality', name: labels.locality, value: figure(locality) },
      { id: 'cost', name: labels.cost, value: cost === null ? labels.costSecret : figure(cost) },
    ];
  }

  get lines() {
    const { laid, others } = this;
    return this.weeks.map((week, index) => ({
      monday: week.monday,
      week: shortDate(week.monday),
      free: figure(week.free),
      hours: figure(laid[index] ?? 0),
      others: others
        .filter((one) => one.monday === week.monday)
        .map((one) => fill(labels.otherLine, one.order, figure(one.worth), figure(one.hours), one.statusLabel))
        .join(' · '),
    }));
  }

  /** Proposed hours of others that no longer fit beside these. */
  private get displaced(): OtherBooking[] {
    const { laid } = this;
    return this.weeks.flatMap((week, index) => {
      const proposed = this.others.filter((one) => one.isProposed && one.monday === week.monday);
      const asked = proposed.reduce((sum, one) => sum + one.hours, laid[index] ?? 0);
      return (laid[index] ?? 0) > 0 && asked > week.free ? proposed : [];
    });
  }

  get crowded(): string {
    const names = [...new Set(this.displaced.map((one) => one.order))];
    return names.length > 0 ? fill(labels.crowded, names.join(', ')) : '';
  }

  private get loss(): Loss {
    const fit = this.candidate?.fit ?? this.judgement.least;
    const { candidates } = this.detail;
    return lossOf(this.person.id, { worth: this.order.worth ?? 0, candidates, fit }, this.displaced);
  }

  get asksReason(): boolean {
    return this.eligible && this.loss.isOverride;
  }

  get lossText(): string {
    return fill(labels.loss, figure(this.loss.worth, 2));
  }

  get cannotPropose(): boolean {
    return this.busy || !this.ready || !this.eligible;
  }

  handleCancel() {
    void this.close(null);
  }

  async handlePropose() {
    const input = this.template?.querySelector<HTMLElement & { value: string; reportValidity(): boolean }>(
      'lightning-textarea',
    );
    if (input && (!input.reportValidity() || input.value.trim() === '')) return;
    this.busy = true;
    this.errors = [];
    try {
      await this.write(input?.value.trim() ?? '');
      await this.close('proposed');
    } catch (problem) {
      if ((problem as { status?: number }).status === 412) await this.close('stale');
      else this.errors = reduceErrors(problem);
    } finally {
      this.busy = false;
    }
  }

  private write(reason: string): Promise<void> {
    const ids = weekIdsOf(this.result.data);
    const { laid, loss } = this;
    const weeks = this.weeks.flatMap(({ monday, capacity }, index) => {
      const hours = laid[index] ?? 0;
      const id = ids[monday];
      return hours > 0 ? [{ monday, capacity, hours, ...(id === undefined ? {} : { id }) }] : [];
    });
    return propose({
      order: this.order,
      bookings: this.detail.bookings,
      personId: this.person.id,
      weeks,
      override: loss.isOverride ? { reason, loss: loss.worth } : null,
    });
  }
}
