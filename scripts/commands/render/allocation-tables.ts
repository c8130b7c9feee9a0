import type { DeferredOrder, ServedOrder } from '../allocation-result.ts';

/** Figures as people read them: one decimal. */
const tenth = (value: number | null): string => (value === null ? '' : value.toFixed(1));

/** The queue, one line an order. */
export function queueRows(served: readonly ServedOrder[]): Record<string, string>[] {
  return served.map(({ rank, order, deal, worth, people }) => ({
    rank: String(rank),
    order,
    deal,
    worth: tenth(worth),
    people: people.map(({ name }) => name).join(', '),
    fit: people.map(({ fit }) => tenth(fit)).join(', '),
    weeks: [...new Set(people.flatMap(({ weeks }) => weeks.map(({ monday, hours }) => `${monday} ${hours} h`)))].join(
      ', ',
    ),
  }));
}

export function deferredRows(deferred: readonly DeferredOrder[]): Record<string, string>[] {
  return deferred.map(({ rank, order, deal, worth, reason, servingWorth }) => ({
    rank: String(rank),
    order,
    deal,
    worth: tenth(worth),
    'served from': tenth(servingWorth),
    why: reason,
  }));
}
