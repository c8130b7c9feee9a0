import { LightningElement, api } from 'lwc';
import { figure, shortWeeks, type Order } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { labels } from './labels';
import { slaOf } from './sla';

/** Orders drawn at first, and added at each request for more. */
const PAGE = 60;

/** The open orders, the worthiest first. One is selected with a click or Enter, or dragged onto a person. */
export default class BoardQueue extends LightningElement {
  @api orders: readonly Order[] = [];
  @api selectedId = '';
  /** Milliseconds since 1970. */
  @api now = 0;

  labels = labels;
  private shown = PAGE;

  get empty(): boolean {
    return this.orders.length === 0;
  }

  get cards() {
    return this.orders.slice(0, this.shown).map((order) => ({
      id: order.id,
      name: order.name,
      deal: order.deal,
      rank: order.rank === null ? '–' : `#${String(order.rank)}`,
      worth: order.worth === null ? labels.notScored : figure(order.worth),
      worthLabel: fill(labels.worth, order.worth === null ? labels.notScored : figure(order.worth)),
      status: order.statusLabel,
      statusClass: `tag status ${order.status.toLowerCase()}`,
      needs: fill(
        labels.weeks,
        figure(order.hours),
        order.headcount,
        shortWeeks(order.firstWeek, order.lastWeek),
        order.regionLabel,
      ),
      emergency: order.emergency,
      overridden: order.overridden,
      sla: slaOf(order.slaDue, order.answeredAt, this.now),
      firmness: firmness(order),
      className: order.id === this.selectedId ? 'card selected' : 'card',
      pressed: String(order.id === this.selectedId),
    }));
  }

  get hasMore(): boolean {
    return this.orders.length > this.shown;
  }

  get moreLabel(): string {
    return fill(labels.more, this.orders.length - this.shown);
  }

  handleMore() {
    this.shown += PAGE;
  }

  handleSelect(event: Event) {
    const id = (event.currentTarget as HTMLElement).dataset['id'] ?? '';
    this.dispatchEvent(new CustomEvent('select', { detail: id === this.selectedId ? '' : id }));
  }

  handleDragStart(event: DragEvent) {
    const id = (event.currentTarget as HTMLElement).dataset['id'] ?? '';
    if (!event.dataTransfer) return;
    event.dataTransfer.setData('text/plain', id);
    event.dataTransfer.effectAllowed = 'move';
    if (id !== this.selectedId) this.dispatchEvent(new CustomEvent('select', { detail: id }));
  }
}

function firmness({ rankChanges }: Order): string {
  if (rankChanges === null) return '';
  return rankChanges === 0 ? labels.firm : fill(labels.sensitive, rankChanges);
}
