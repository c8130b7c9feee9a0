import type { Field, SObjectType } from '../schema/model.ts';
import type { Transaction } from './transaction.ts';

/** What the user's language calls a field: errors are read by people, while their codes and fields are for programs. */
export const fieldLabel = (tx: Transaction, field: Field): string =>
  field.translations?.[tx.session.user.language] ?? field.label;

export const objectLabel = (tx: Transaction, type: SObjectType): string =>
  type.translations?.[tx.session.user.language]?.label ?? type.label;
