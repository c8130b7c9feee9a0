import { checkLead, followAccount } from './activity.ts';
import type { StandardBehaviour } from './behaviour.ts';

export const task: StandardBehaviour = {
  derive(tx, batch, item) {
    const { after, before } = item;
    const closed = after['Status'] === 'Completed';
    after['IsClosed'] = closed;
    after['IsHighPriority'] = after['Priority'] === 'High';
    if (!closed) after['CompletedDateTime'] = null;
    else if (before?.['IsClosed'] !== true) after['CompletedDateTime'] = tx.stamp;
    followAccount(tx, batch, item);
  },
  check(_tx, _batch, items) {
    for (const item of items) checkLead(item);
  },
};
