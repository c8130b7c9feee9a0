import { defaultFitFormula } from '../../model/dispatch/fit.ts';
import type { WorthFormula } from '../../model/dispatch/worth.ts';
import type { TaskContext } from '../task.ts';
import { buildQuestion } from './allocation-question.ts';
import { namesOf } from './decisions.ts';
import { readAllocation } from './read-allocation.ts';
import { askWhatIf } from './solve/ask-what-if.ts';

export interface WrittenChange {
  /** Objective that the whole plan gives up. */
  readonly loss: number;
  readonly moves: readonly {
    readonly order: string;
    readonly from: readonly string[];
    readonly to: readonly string[];
  }[];
}

/**
 * By person: what would have to change for them to serve the order, as the org stands now. Nobody for an order that is not
 * allocated any more, and nobody beyond the time.
 */
export async function readChanges(
  context: TaskContext,
  order: string,
  { seconds, formula }: { readonly seconds: number; readonly formula?: WorthFormula },
): Promise<ReadonlyMap<string, WrittenChange>> {
  const state = { ...(await readAllocation(context)), ...(formula ? { formula } : {}) };
  const question = buildQuestion(state);
  const names = namesOf(state);
  const asked = question.orders.find(({ id }) => names.order(id) === order);
  if (!asked || question.people.length === 0) return new Map();
  const { orders, people } = question;
  const changes = await askWhatIf(
    { orders, people, formula: defaultFitFormula, orderId: asked.id, seconds },
    context.signal,
  );
  const named = (ids: readonly string[]) => ids.map((id) => names.person(id));
  return new Map(
    [...changes].map(([id, { loss, moves }]) => [
      names.person(id),
      {
        loss: Math.round(loss * 1e6) / 1e6,
        moves: moves.map(({ orderId, from, to }) => ({
          order: names.order(orderId),
          from: named(from),
          to: named(to),
        })),
      },
    ]),
  );
}
