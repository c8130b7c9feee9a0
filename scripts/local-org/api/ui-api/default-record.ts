import type { Row, Session } from '../../org.ts';
import { applyDefaults } from '../../save/defaults.ts';
import { saveItem } from '../../save/save-item.ts';
import { Transaction } from '../../save/transaction.ts';
import type { SObjectType } from '../../schema/model.ts';

/** What the save would fill into an empty new record. Nothing is kept: an auto number is not used up by looking. */
export function defaultRow(session: Session, type: SObjectType, recordTypeId: string | null): Row {
  const tx = new Transaction(session);
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
