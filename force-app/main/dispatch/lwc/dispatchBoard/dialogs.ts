import BoardCompare from 'c/boardCompare';
import BoardProposal from 'c/boardProposal';
import BoardReason from 'c/boardReason';
import type { Order, OrderDetail, Person, WeekFacts } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { labels } from './labels';

interface Offer {
  readonly order: Order;
  readonly detail: OrderDetail;
  readonly person: Person;
  readonly weeks: readonly ({ readonly monday: string } & WeekFacts)[];
  readonly monday: string | null;
}

/** Resolves with 'proposed', with 'stale' when somebody was faster, or with nothing. */
export function openProposal(offer: Offer): Promise<string | null | undefined> {
  const label = fill(labels.proposalFor, offer.person.name, offer.order.name);
  return BoardProposal.open({ size: 'medium', label, ...offer });
}

/** Resolves with the person to be proposed. */
export function openComparison(order: Order, detail: OrderDetail | undefined): Promise<string | null | undefined> {
  return BoardCompare.open({
    size: 'large',
    label: fill(labels.compareFor, order.name, order.deal),
    candidates: detail?.candidates ?? [],
    explanation: detail?.explanation ?? '',
    servingWorth: order.servingWorth,
  });
}

/** Resolves with the reason, or with nothing. */
export function openReason(order: Order, action: string, help: string): Promise<string | null | undefined> {
  return BoardReason.open({ size: 'small', label: `${action} · ${order.name}`, action, help });
}
