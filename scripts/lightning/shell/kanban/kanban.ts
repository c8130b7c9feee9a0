import { LightningElement, api } from 'lwc';
import { sentencesOf } from '../../platform/data/failure-text.ts';
import { MASTER_RECORD_TYPE, objectInfo, picklistsOf } from '../../platform/data/object-info-cache.ts';
import type { RecordRepresentation } from '../../platform/data/record-types.ts';
import { updateRecord } from '../../platform/data/record-writes.ts';
import { boardColumns, CARDS_DRAWN } from '../board-columns.ts';
import type { BoardColumn, Stage } from '../board-columns.ts';
import { showToast } from '../toasts.ts';
import { word } from '../words.ts';

/** Pixels between the board's edge and its first card: the column's own padding. */
const FIRST_CARD_AT = 9;

/** Opportunities by stage. A card is dragged, or moved by its menu; what the org refuses goes back with the org's words. */
export default class Kanban extends LightningElement {
  @api objectApiName = '';
  @api info: unknown;

  rawRecords: readonly RecordRepresentation[] = [];
  stages: readonly Stage[] = [];
  /** Where a card stands while the org has not answered yet. */
  moving: Readonly<Record<string, string>> = {};
  dragged: string | undefined;
  over: string | undefined;
  drawn: Readonly<Record<string, number>> = {};
  announcement = '';
  opened = false;
  words = { board: word('board'), emptyColumn: word('emptyColumn') };

  @api
  get records(): readonly RecordRepresentation[] {
    return this.rawRecords;
  }
  set records(records: readonly RecordRepresentation[]) {
    this.rawRecords = records;
  }

  connectedCallback(): void {
    this.loadStages().catch((failure: unknown) => this.report(word('cannotShow'), failure));
  }

  async loadStages(): Promise<void> {
    const info = await objectInfo(this.objectApiName);
    const types = Object.values(info.recordTypeInfos).filter(({ available }) => available);
    const ids = types.length === 0 ? [MASTER_RECORD_TYPE] : types.map(({ recordTypeId }) => recordTypeId);
    const answers = await Promise.all(ids.map((id) => picklistsOf(info.apiName, id)));
    const all = answers.flatMap(({ picklistFieldValues }) => picklistFieldValues['StageName']?.values ?? []);
    this.stages = [...new Map(all.map(({ value, label }) => [value, { value, label }])).values()];
  }

  /** Stages without records may come first; the board opens where there is something to see. */
  renderedCallback(): void {
    if (this.opened) return;
    const card = this.template?.querySelector<HTMLElement>('li[data-id]');
    const board = this.refs?.['board'] as HTMLElement | undefined;
    if (!card || board === undefined) return;
    this.opened = true;
    board.scrollLeft = card.getBoundingClientRect().left - board.getBoundingClientRect().left - FIRST_CARD_AT;
  }

  get columns(): BoardColumn[] {
    return boardColumns(this.rawRecords, this.stages, {
      moving: this.moving,
      dragged: this.dragged,
      over: this.over,
      drawn: this.drawn,
    });
  }

  handleMoreCards(event: Event): void {
    const stage = (event.currentTarget as HTMLElement).dataset['stage'] ?? '';
    this.drawn = { ...this.drawn, [stage]: (this.drawn[stage] ?? CARDS_DRAWN) + CARDS_DRAWN };
  }

  handleDragStart(event: DragEvent): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dragged = id;
    event.dataTransfer?.setData('text/plain', id ?? '');
  }
  handleDragEnd(): void {
    this.dragged = undefined;
    this.over = undefined;
  }
  handleDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = (event.currentTarget as HTMLElement).dataset['stage'];
  }
  handleDragLeave(event: DragEvent): void {
    const column = event.currentTarget as HTMLElement;
    if (!column.contains(event.relatedTarget as Node | null)) this.over = undefined;
  }
  handleDrop(event: DragEvent): void {
    event.preventDefault();
    const stage = (event.currentTarget as HTMLElement).dataset['stage'];
    const id = this.dragged ?? event.dataTransfer?.getData('text/plain');
    this.handleDragEnd();
    if (id && stage !== undefined) void this.move(id, stage);
  }
  handleMenu(event: CustomEvent<{ value: string }>): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    if (id !== undefined) void this.move(id, event.detail.value);
  }

  async move(id: string, stage: string): Promise<void> {
    const record = this.rawRecords.find((one) => one.id === id);
    const before = String(record?.fields['StageName']?.value ?? '');
    if (record === undefined || before === stage) return;
    const name = String(record.fields['Name']?.value ?? '');
    const labelOf = (value: string): string => this.stages.find((one) => one.value === value)?.label ?? value;
    this.moving = { ...this.moving, [id]: stage };
    try {
      await updateRecord({ fields: { Id: id, StageName: stage } });
      this.announcement = word('moved', name, labelOf(stage));
      showToast({ title: this.announcement, variant: 'success' });
      this.dispatchEvent(new CustomEvent('moved'));
    } catch (failure) {
      this.announcement = word('notMoved', name, labelOf(before));
      this.report(this.announcement, failure);
    } finally {
      const { [id]: _done, ...rest } = this.moving;
      this.moving = rest;
    }
  }

  report(title: string, failure: unknown): void {
    showToast({ title, message: sentencesOf(failure).join('\n'), variant: 'error' });
  }
}
