import type { Doomed } from '../deletion-plan.ts';
import { fail, type SaveItem } from '../save-item.ts';
import type { StandardBehaviour } from './behaviour.ts';

/** An account that won a deal stays. */
export const account: StandardBehaviour = {
  losing(details) {
    const won = new Map<SaveItem, Doomed[]>();
    for (const one of details) {
      if (one.type.name !== 'Opportunity' || one.row['IsWon'] !== true) continue;
      won.set(one.root, [...(won.get(one.root) ?? []), one]);
    }
    for (const [root, deals] of won) {
      const names = deals.map(({ row }) => String(row['Name'])).sort();
      const message =
        `Your attempt to delete ${String(root.before?.['Name'])} could not be completed because some opportunities in that ` +
        `account were closed won. The opportunities that could not be deleted are shown below.: ${names.join(', ')}\n`;
      fail(root, 'DELETE_FAILED', message);
    }
  },
};
