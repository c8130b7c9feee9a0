import type { Row, Session } from '../../org.ts';
import { applyDefaults } from '../../save/defaults.ts';
import { saveItem } from '../../save/save-item.ts';
import { type Engine, Transaction } from '../../save/transaction.ts';
import type { SObjectType } from '../../schema/model.ts';

/** Defaults are worked out without saving, so nothing may write or start a flow. */
const NOTHING_RUNS: Engine = { write: refuse, runFlows: refuse };

function refuse(): never {
  throw new TypeError('Expected the defaults of a record to save nothing');
}

/** What the save would fill into an empty new record. Nothing is kept: an auto number is not used up by looking. */
export function defaultRow(session: Session, type: SObjectType, recordTypeId: string | null): Row {
  const tx = new Transaction(session, NOTHING_RUNS);
  const item = saveItem({}, null);
  if (recordTypeId !== null) {
    item.after.RecordTypeId = recordTypeId;
    item.given.add('RecordTypeId');
  }
  tx.attempt(
    () => {
      applyDefaults(tx, type, item);
    },
    () => false,
  );
  return item.after;
}
