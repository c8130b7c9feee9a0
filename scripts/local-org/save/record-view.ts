import type { FieldValue, Row } from '../org.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { fieldFormula, valueOrBlank } from './bound-formula.ts';
import type { Transaction } from './transaction.ts';

/** A record as formulas read it: stored fields from the row, formula fields worked out, parents through the transaction's cache. */
export class RecordView {
  readonly tx: Transaction;
  readonly type: SObjectType;
  readonly row: Row;
  /** The record before this save; absent for a parent or a new record. */
  readonly prior: RecordView | undefined;
  readonly isNew: boolean;

  constructor(tx: Transaction, type: SObjectType, row: Row, save?: { readonly before: Row | undefined }) {
    this.tx = tx;
    this.type = type;
    this.row = row;
    this.isNew = save !== undefined && save.before === undefined;
    this.prior = save?.before === undefined ? undefined : new RecordView(tx, type, save.before);
  }

  /** What a query shows: a formula that cannot be worked out (`#Error!`) is blank, a checkbox unchecked. */
  value(field: Field): FieldValue {
    return field.formula === undefined
      ? this.worked(field)
      : valueOrBlank(() => this.worked(field), field.type === 'boolean');
  }

  /** What a formula reads: the error of a formula field is that of every formula that names it. */
  worked(field: Field): FieldValue {
    if (field.formula === undefined) return this.row[field.name] ?? (field.type === 'boolean' ? false : null);
    return fieldFormula(this.tx.schema, this.type, field).run(this);
  }

  /** The record that a reference field points to, or undefined when blank or gone. */
  parent(field: Field): RecordView | undefined {
    const id = this.row[field.name];
    if (typeof id !== 'string') return undefined;
    const type = targetType(this.tx, field, id);
    const row = type && this.tx.records.get(type, id);
    return type && row && row.IsDeleted !== true ? this.of(type, row) : undefined;
  }

  /** Another record of the same transaction. */
  of(type: SObjectType, row: Row): RecordView {
    return new RecordView(this.tx, type, row);
  }
}

export function targetType(tx: Transaction, field: Field, id: string): SObjectType | undefined {
  const targets = field.reference?.to ?? [];
  if (targets.length === 1 && targets[0] !== undefined) return tx.schema.object(targets[0]);
  const type = tx.schema.objectByPrefix(id.slice(0, 3));
  return type && targets.includes(type.name) ? type : undefined;
}
