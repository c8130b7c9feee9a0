import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import canDispatch from '@salesforce/customPermission/MF_Dispatcher';
import { BOARD_QUERY, LEVEL_QUERY, ORDER_QUERY, weekFacts } from 'c/dispatchData';
import { holidaysOf, orderDetailOf, ordersOf, peopleOf, skillsOf } from 'c/dispatchData';
import type { GraphqlResult, Order, OrderDetail, Person, PersonWeeks, SkillName } from 'c/dispatchData';
import { dayAfter, mondayOf, type Holiday } from 'c/dispatchRules';
import BoardCompare from 'c/boardCompare';
import BoardProposal from 'c/boardProposal';
import BoardReason from 'c/boardReason';
import { rowsOf, valueAt } from 'c/gateData';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';
import { shownPeople } from './people';
import { moveOrder } from './steps';

const WEEKS = 12;
/** People whose weeks fit into one answer of the org. */
const BATCH = 150;
const MINUTE = 60_000;

interface Asked {
  readonly personId: string;
  readonly monday: string | null;
  readonly orderId?: string;
}

interface Message {
  readonly id: string;
  readonly text: string;
}

/** The dispatcher's cockpit: orders by worth on the left, people by weeks on the right, the allocation above. */
export default class DispatchBoard extends LightningElement {
  labels = labels;
  canDispatch = canDispatch === true;
  busy = false;
  now = Date.now();
  orders: readonly Order[] = [];
  skills: readonly SkillName[] = [];
  holidays: readonly Holiday[] = [];
  weeks: Readonly<Record<string, PersonWeeks>> = {};
  messages: readonly Message[] = [];
  selectedId = '';
  detail: OrderDetail | undefined;
  text = '';
  unit = '';
  skill = '';
  private people: readonly Person[] | undefined;
  private levels: Readonly<Record<string, number>> | null = null;
  private board: GraphqlResult = {};
  private order: GraphqlResult = {};
  private clock: number | undefined;
  private isTruncated = false;

  @wire(graphql, { query: BOARD_QUERY, variables: '$boardVariables' })
  wiredBoard(result: GraphqlResult) {
    this.board = result;
    if (!result.data) return;
    this.orders = ordersOf(result.data);
    this.people = peopleOf(result.data);
    this.skills = skillsOf(result.data);
    this.holidays = holidaysOf(result.data);
    this.isTruncated = this.orders.length >= 2000 || this.people.length >= 2000;
  }

  @wire(graphql, { query: '$orderQuery', variables: '$orderVariables' })
  wiredOrder(result: GraphqlResult) {
    this.order = result;
    if (result.data) this.detail = orderDetailOf(result.data);
  }

  @wire(graphql, { query: '$levelQuery', variables: '$levelVariables' })
  wiredLevels(result: GraphqlResult) {
    if (!result.data) return;
    this.levels = Object.fromEntries(
      rowsOf(result.data, 'MF_Resource_Skill__c').map((node) => [
        String(valueAt(node, 'Resource__c')),
        Number(valueAt(node, 'Level__c')),
      ]),
    );
  }

  override connectedCallback() {
    // The time left to answer goes on while nothing is done; cleared with the page.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.clock = window.setInterval(() => (this.now = Date.now()), MINUTE);
  }

  override disconnectedCallback() {
    window.clearInterval(this.clock);
  }

  /** The Monday of this week where the user is. */
  get monday(): string {
    return mondayOf(new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date()));
  }

  get mondays(): string[] {
    return Array.from({ length: WEEKS }, (_none, week) => dayAfter(this.monday, 7 * week));
  }

  get lastDay(): string {
    return dayAfter(this.monday, 7 * WEEKS - 1);
  }

  get boardVariables() {
    return this.canDispatch ? { from: this.monday, to: this.lastDay } : undefined;
  }

  get orderQuery() {
    return this.orderVariables && ORDER_QUERY;
  }

  get orderVariables() {
    return this.selectedId === '' ? undefined : { id: this.selectedId };
  }

  get levelQuery() {
    return this.levelVariables && LEVEL_QUERY;
  }

  get levelVariables() {
    return this.skill === '' ? undefined : { skill: this.skill };
  }

  get noAccess(): boolean {
    return !this.canDispatch;
  }

  get loading(): boolean {
    return this.canDispatch && this.people === undefined && this.failures.length === 0;
  }

  get failures(): string[] {
    return reduceErrors(this.board.errors ?? []);
  }

  get failed(): boolean {
    return this.failures.length > 0;
  }

  get ready(): boolean {
    return this.people !== undefined;
  }

  get batches() {
    const ids = (this.people ?? []).map((person) => person.id);
    return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_none, batch) => ({
      key: `batch${String(batch)}`,
      people: ids.slice(batch * BATCH, (batch + 1) * BATCH),
    }));
  }

  get selected(): Order | undefined {
    return this.orders.find((order) => order.id === this.selectedId);
  }

  /** Of the selected order; the one of before is not shown while the org is asked. */
  get selectedDetail(): OrderDetail | undefined {
    return this.detail?.id === this.selectedId ? this.detail : undefined;
  }

  get window() {
    const order = this.selected;
    return order ? { first: order.firstWeek, last: order.lastWeek } : null;
  }

  get shown() {
    const { text, unit } = this;
    const levels = this.skill === '' ? null : (this.levels ?? {});
    return shownPeople(this.people ?? [], { text, unit, levels }, this.selectedDetail);
  }

  get shownText(): string {
    const text = fill(labels.peopleShown, this.shown.length, this.people?.length ?? 0);
    return this.isTruncated ? `${text} ${labels.truncated}` : text;
  }

  get unitOptions() {
    const units = [...new Set((this.people ?? []).map((person) => person.unit))].filter(Boolean).sort();
    return [{ label: labels.allUnits, value: '' }, ...units.map((unit) => ({ label: unit, value: unit }))];
  }

  get skillOptions() {
    return [{ label: labels.allSkills, value: '' }, ...this.skills.map(({ id, name }) => ({ label: name, value: id }))];
  }

  get proposed(): Order[] {
    return this.orders.filter((order) => order.status === 'Proposed');
  }

  get proposedCount(): number {
    return this.proposed.length;
  }

  private get overridden(): Order[] {
    return this.orders.filter((order) => order.overridden);
  }

  get overrideCount(): number {
    return this.overridden.length;
  }

  get overrideLoss(): number {
    return this.overridden.reduce((sum, order) => sum + order.overrideLoss, 0);
  }

  handleSelect(event: CustomEvent<string>) {
    this.selectedId = event.detail;
    this.messages = [];
  }

  handleLeave() {
    this.selectedId = '';
  }

  handleText(event: CustomEvent<{ value: string }>) {
    this.text = event.detail.value;
  }

  handleUnit(event: CustomEvent<{ value: string }>) {
    this.unit = event.detail.value;
  }

  handleSkill(event: CustomEvent<{ value: string }>) {
    this.skill = event.detail.value;
    this.levels = null;
  }

  handleWeeks(event: CustomEvent<Record<string, PersonWeeks>>) {
    this.weeks = { ...this.weeks, ...event.detail };
  }

  handleFailed(event: CustomEvent<unknown>) {
    this.tell(reduceErrors(event.detail));
  }

  handleRetry() {
    void this.refresh();
  }

  handleFinished() {
    void this.refresh();
  }

  async handlePropose(event: CustomEvent<Asked>) {
    const { personId, monday, orderId } = event.detail;
    if (orderId !== undefined && orderId !== this.selectedId) this.selectedId = orderId;
    const order = this.selected;
    const person = this.people?.find((one) => one.id === personId);
    if (!order || !person) return this.tell([labels.pickOrder]);
    // Dropped before the org has told of the order: asked again once it has.
    if (!this.selectedDetail) await this.order.refresh?.();
    if (!this.selectedDetail) return this.tell([labels.loading]);
    await this.proposeWith(order, this.selectedDetail, person, monday);
  }

  private async proposeWith(order: Order, detail: OrderDetail, person: Person, monday: string | null) {
    const weeks = this.mondays
      .filter((one) => one >= order.firstWeek && one <= order.lastWeek)
      .flatMap((one) => {
        const facts = weekFacts(person, one, this.weeks[person.id], this.holidays);
        return facts ? [{ monday: one, ...facts }] : [];
      });
    if (weeks.length === 0) return this.tell([fill(labels.windowOver, order.name)]);
    const result = await BoardProposal.open({
      size: 'medium',
      label: fill(labels.proposalFor, person.name, order.name),
      order,
      detail,
      person,
      weeks,
      monday,
    });
    if (result === 'stale') this.tell([fill(labels.stale, order.name)]);
    if (result === 'proposed') this.toast(fill(labels.proposed, person.name, order.name));
    if (result) await this.refresh();
  }

  async handleStep(event: CustomEvent<string>) {
    const order = this.selected;
    if (!order) return;
    const step = event.detail;
    if (step === 'compare') await this.compare(order);
    if (step === 'validate') await this.move(order, 'Validated');
    if (step === 'confirm') await this.move(order, 'Confirmed');
    if (step === 'defer') await this.moveWithReason(order, 'Deferred', labels.deferTitle, labels.deferHelp);
    if (step === 'reject') await this.moveWithReason(order, 'Rejected', labels.reject, labels.rejectHelp);
  }

  private async compare(order: Order) {
    const personId = await BoardCompare.open({
      size: 'large',
      label: fill(labels.compareFor, order.name, order.deal),
      candidates: this.selectedDetail?.candidates ?? [],
      explanation: this.selectedDetail?.explanation ?? '',
      servingWorth: order.servingWorth,
    });
    const person = this.people?.find((one) => one.id === personId);
    if (person && this.selectedDetail) await this.proposeWith(order, this.selectedDetail, person, null);
  }

  private async moveWithReason(order: Order, status: string, action: string, help: string) {
    const label = `${action} · ${order.name}`;
    const reason = await BoardReason.open({ size: 'small', label, action, help });
    if (reason) await this.move(order, status, reason);
  }

  private async move(order: Order, status: string, reason?: string) {
    this.busy = true;
    const { done, stale, refusals } = await moveOrder(order, status, reason);
    this.busy = false;
    if (done) this.toast(fill(status === 'Confirmed' ? labels.confirmed : labels.saved, order.name));
    this.tell(stale ? [fill(labels.stale, order.name)] : refusals.map((words) => `${order.name}: ${words}`));
    await this.refresh();
  }

  /** One after the other, the worthiest first: what the org refuses is named and the others go on. */
  async handleConfirmAll() {
    this.busy = true;
    const told: string[] = [];
    let confirmed = 0;
    for (const order of this.proposed) {
      const { done, stale, refusals } = await moveOrder(order, 'Confirmed');
      if (done) confirmed += 1;
      else told.push(stale ? fill(labels.stale, order.name) : fill(labels.refusedBy, order.name, refusals.join(' ')));
    }
    this.busy = false;
    if (confirmed > 0) this.toast(fill(labels.confirmedAll, confirmed));
    this.tell(told);
    await this.refresh();
  }

  private tell(lines: readonly string[]) {
    this.messages = lines.map((text, index) => ({ id: String(index), text }));
  }

  get hasMessages(): boolean {
    return this.messages.length > 0;
  }

  private toast(title: string) {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }

  /** The org has changed more than the page wrote: bookings, roll-ups, other dispatchers. */
  private async refresh() {
    const loaders = [
      ...(this.template?.querySelectorAll<HTMLElement & { refresh(): Promise<void> }>('c-board-weeks') ?? []),
    ];
    await Promise.all([
      this.board.refresh?.(),
      this.selectedId === '' ? undefined : this.order.refresh?.(),
      ...loaders.map((loader) => loader.refresh()),
    ]);
    if (this.selectedId !== '' && !this.selected) this.selectedId = '';
  }
}
