import { LightningElement, api } from 'lwc';
import { listen } from '../../platform/data/changes.ts';
import { isConnectionFailure } from '../../platform/data/connection-state.ts';
import { objectInfo } from '../../platform/data/object-info-cache.ts';
import { idsIn } from '../../platform/data/record-types.ts';
import type { RecordRepresentation } from '../../platform/data/record-types.ts';
import { go } from '../../platform/data/router.ts';
import { hostValues, objectIcon } from '../host-values.ts';
import { listInfoOf, listPageOf, listViewsOf, rememberedList, rememberList } from '../list-data.ts';
import type { ListInfo, ListSummary } from '../list-data.ts';
import { word } from '../words.ts';

const PAGE_SIZE = 50;
const BOARD_SIZE = 200;
/** More than this no board shows; the status says so. */
const BOARD_LIMIT = 2000;
/** The org searches from two characters on. */
const SEARCH_FROM = 2;
const TYPING_MS = 300;
const BOARD_FIELDS = ['Name', 'StageName', 'Amount', 'CloseDate', 'AccountId', 'OwnerId'];

/** An object's home: its list views as a table or, for opportunities, as a board. */
export default class ListPage extends LightningElement {
  @api action = 'list';

  object = '';
  wantedList: string | undefined;
  wantedDisplay: string | undefined;
  lists: readonly ListSummary[] = [];
  list = '';
  info: ListInfo | undefined;
  records: readonly RecordRepresentation[] = [];
  next: string | undefined;
  sortBy: string | undefined;
  searchTerm = '';
  typing: ReturnType<typeof setTimeout> | undefined;
  asked = 0;
  loading = false;
  failure: unknown;
  stop: (() => void) | undefined;
  pending = false;
  words = {
    cannotShow: word('cannotShow'),
    displayAs: word('displayAs'),
    loading: word('loading'),
    new: word('new'),
    refresh: word('refresh'),
    search: word('search'),
    selectListView: word('selectListView'),
  };
  displays = [
    { label: word('table'), value: 'table' },
    { label: word('board'), value: 'board' },
  ];

  @api
  get objectApiName(): string {
    return this.object;
  }
  set objectApiName(object: string) {
    this.object = object;
    this.plan();
  }
  @api
  get filterName(): string | undefined {
    return this.wantedList;
  }
  set filterName(name: string | undefined) {
    this.wantedList = name;
    this.plan();
  }
  @api
  get display(): string | undefined {
    return this.wantedDisplay;
  }
  set display(display: string | undefined) {
    this.wantedDisplay = display;
    this.plan();
  }

  connectedCallback(): void {
    this.stop = listen({ shows: () => idsIn(this.records), refresh: () => this.loadRecords() });
  }

  disconnectedCallback(): void {
    this.stop?.();
    clearTimeout(this.typing);
  }

  plan(): void {
    if (this.pending) return;
    this.pending = true;
    queueMicrotask(() => {
      this.pending = false;
      this.load().catch((failure: unknown) => (this.failure = failure));
    });
  }

  async load(): Promise<void> {
    const { object } = this;
    this.failure = undefined;
    this.lists = await listViewsOf(object);
    const known = (name: string | null | undefined): name is string =>
      this.lists.some(({ apiName }) => apiName === name);
    const list = [this.wantedList, rememberedList(object)].find(known) ?? this.lists[0]?.apiName;
    if (list === undefined) throw new Error(word('emptyList'));
    if (list !== this.list) {
      this.info = undefined;
      this.searchTerm = '';
    }
    this.list = list;
    rememberList(object, list);
    this.info = await listInfoOf(object, list);
    document.title = this.info.label;
    await this.loadRecords();
  }

  async loadRecords(pageToken?: string): Promise<void> {
    const { object, list, info } = this;
    if (info === undefined) return;
    // An answer that was overtaken by a newer question is not shown.
    const question = ++this.asked;
    this.loading = true;
    try {
      const fields = [
        ...new Set([...info.columns.map(({ path }) => path), ...(this.board ? await this.boardFields() : [])]),
      ];
      const page = await listPageOf({
        object,
        list,
        fields,
        pageSize: this.board ? BOARD_SIZE : PAGE_SIZE,
        ...(this.sortBy === undefined ? {} : { sortBy: this.sortBy }),
        ...(this.searchTerm.length < SEARCH_FROM ? {} : { searchTerm: this.searchTerm }),
        ...(pageToken === undefined ? {} : { pageToken }),
      });
      if (question !== this.asked) return;
      this.records = pageToken === undefined ? page.records : [...this.records, ...page.records];
      this.next = page.next;
    } finally {
      if (question === this.asked) this.loading = false;
    }
    // Counts and sums of a board are of all its records, not of those that came first.
    if (this.board && this.next !== undefined && this.records.length < BOARD_LIMIT) await this.loadRecords(this.next);
  }

  async boardFields(): Promise<string[]> {
    const { fields } = await objectInfo(this.object);
    return BOARD_FIELDS.filter((field) => fields[field] !== undefined);
  }

  get objectLabel(): string {
    return hostValues.objects[this.object]?.labelPlural ?? this.object;
  }
  get listLabel(): string {
    return this.info?.label ?? this.lists.find(({ apiName }) => apiName === this.list)?.label ?? '';
  }
  get icon(): string {
    return objectIcon(this.object);
  }
  get canCreate(): boolean {
    return hostValues.objects[this.object]?.createable === true;
  }
  get creating(): boolean {
    return this.action === 'new' && this.object !== '';
  }
  get canBoard(): boolean {
    return this.object === 'Opportunity';
  }
  get shownAs(): string {
    return this.board ? 'board' : 'table';
  }
  get board(): boolean {
    return this.canBoard && this.wantedDisplay === 'board' && this.info !== undefined;
  }
  get hasMore(): boolean {
    return this.next !== undefined;
  }
  get listOptions(): { value: string; label: string }[] {
    return this.lists.map(({ apiName, label }) => ({ value: apiName, label }));
  }
  get status(): string {
    if (this.info === undefined) return '';
    const count = word(this.hasMore ? 'itemsCountMore' : 'itemsCount', this.records.length);
    const order = this.info.orderedBy;
    return order === undefined || this.sortBy !== undefined ? count : `${count} • ${word('sortedBy', order.label)}`;
  }

  addressOf(list: string, display: string): string {
    const parameters = new URLSearchParams({
      filterName: list,
      ...(display === 'board' ? { displayAs: 'board' } : {}),
    });
    return `/lightning/o/${this.object}/list?${parameters.toString()}`;
  }

  handleChooseList(event: CustomEvent<string>): void {
    this.sortBy = undefined;
    go(this.addressOf(event.detail, this.shownAs));
  }
  handleDisplay(event: CustomEvent<{ value: string }>): void {
    go(this.addressOf(this.list, event.detail.value));
  }
  handleRefresh(): void {
    this.loadRecords().catch((failure: unknown) => this.fail(failure));
  }
  /** Rows stay in sight while the connection is away; they are asked for again when it is back. */
  fail(failure: unknown): void {
    if (!isConnectionFailure(failure) || this.records.length === 0) this.failure = failure;
  }
  handleSort(event: CustomEvent<string>): void {
    this.sortBy = event.detail;
    this.handleRefresh();
  }
  handleSearch(event: CustomEvent<{ value: string }>): void {
    const before = this.searchTerm;
    this.searchTerm = event.detail.value.trim();
    clearTimeout(this.typing);
    if (Math.max(before.length, this.searchTerm.length) < SEARCH_FROM) return;
    this.typing = setTimeout(() => this.handleRefresh(), TYPING_MS);
  }
  handleMore(): void {
    if (this.next !== undefined) this.loadRecords(this.next).catch((failure: unknown) => this.fail(failure));
  }
  handleNew(): void {
    go(`/lightning/o/${this.object}/new`);
  }
  handleClosed(): void {
    if (location.pathname.endsWith('/new')) go(`/lightning/o/${this.object}/list`, true);
  }
}
