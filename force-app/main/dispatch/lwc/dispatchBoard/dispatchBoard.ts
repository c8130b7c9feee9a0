import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import canDispatch from '@salesforce/customPermission/MF_Dispatcher';
import { BOARD_QUERY, ORDER_QUERY } from 'c/dispatchData';
import { holidaysOf, orderDetailOf, ordersOf, peopleOf, skillsOf } from 'c/dispatchData';
import type { GraphqlResult, Order, OrderDetail, Person, SkillName } from 'c/dispatchData';
import { dayAfter, type Holiday } from 'c/dispatchRules';
import type BoardPeople from 'c/boardPeople';
import { fill } from 'c/labelText';
import { reduceErrors } from 'c/ldsErrors';
import { labels } from './labels';
import { mondaysAhead } from './calendar';
import { openComparison, openProposal, openReason } from './dialogs';
import { confirmOrders, moveOrder } from './steps';

const MINUTE = 60_000;

/** The dispatcher's cockpit: orders by worth on the left, people by weeks on the right, the allocation above. */
export default class DispatchBoard extends LightningElement {
  labels = labels;
  canDispatch = canDispatch === true;
  mondays = mondaysAhead();
  busy = false;
  now = Date.now();
  orders: readonly Order[] = [];
  people: readonly Person[] | undefined;
  skills: readonly SkillName[] = [];
  holidays: readonly Holiday[] = [];
  messages: readonly string[] = [];
  isTruncated = false;
  selectedId = '';
  detail: OrderDetail | undefined;
  private board: GraphqlResult = {};
  private order: GraphqlResult = {};
  private clock: number | undefined;

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

  override connectedCallback() {
    // The time left to answer goes on while nothing is done; cleared with the page.
    // eslint-disable-next-line @lwc/lwc/no-async-operation
    this.clock = window.setInterval(() => (this.now = Date.now()), MINUTE);
  }

  override disconnectedCallback() {
    window.clearInterval(this.clock);
  }

  get boardVariables() {
    const { mondays } = this;
    return this.canDispatch ? { from: mondays[0], to: dayAfter(mondays.at(-1) ?? '', 6) } : undefined;
  }

  get orderQuery() {
    return this.orderVariables && ORDER_QUERY;
  }

  get orderVariables() {
    return this.selectedId === '' ? undefined : { id: this.selectedId };
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

  handleFailed(event: CustomEvent<unknown>) {
    this.tell(reduceErrors(event.detail));
  }

  handleRetry() {
    void this.refresh();
  }

  handleFinished() {
    void this.refresh();
  }

  async handlePropose(event: CustomEvent<{ personId: string; monday: string | null; orderId?: string }>) {
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
    const weeks = this.timeline?.weeksBetween(person, order.firstWeek, order.lastWeek) ?? [];
    if (weeks.length === 0) return this.tell([fill(labels.windowOver, order.name)]);
    const result = await openProposal({ order, detail, person, weeks, monday });
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
    const personId = await openComparison(order, this.selectedDetail);
    const person = this.people?.find((one) => one.id === personId);
    if (person && this.selectedDetail) await this.proposeWith(order, this.selectedDetail, person, null);
  }

  private async moveWithReason(order: Order, status: string, action: string, help: string) {
    const reason = await openReason(order, action, help);
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
    const { confirmed, told } = await confirmOrders(this.proposed);
    this.busy = false;
    if (confirmed > 0) this.toast(fill(labels.confirmedAll, confirmed));
    this.tell(told);
    await this.refresh();
  }

  private tell(lines: readonly string[]) {
    this.messages = lines;
  }

  get hasMessages(): boolean {
    return this.messages.length > 0;
  }

  private toast(title: string) {
    this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
  }

  private get timeline() {
    return this.template?.querySelector<HTMLElement & BoardPeople>('c-board-people');
  }

  /** The org has changed more than the page wrote: bookings, roll-ups, other dispatchers. */
  private async refresh() {
    await Promise.all([
      this.board.refresh?.(),
      this.selectedId === '' ? undefined : this.order.refresh?.(),
      this.timeline?.refresh(),
    ]);
    if (this.selectedId !== '' && !this.selected) this.selectedId = '';
  }
}
