import type { FieldValue, Row } from '../org.ts';
import { spend } from '../save/limits.ts';
import { RecordView } from '../save/record-view.ts';
import type { Transaction } from '../save/transaction.ts';
import type { Field, SObjectType } from '../schema/model.ts';
import { FlowFault, isCollection, isScalar, type FlowValue } from './flow-value.ts';
import { frameOf, type Interview } from './interview.ts';
import { isFault } from './settle.ts';
import { matches, type FilterPart, type RecordFilter } from './record-filter.ts';

export interface RecordQuery {
  readonly type: SObjectType;
  readonly filter: RecordFilter;
  readonly sort?: { readonly field: Field; readonly descending: boolean };
}

/**
 * One query for all interviews that stand at the same element, as the platform bundles them: candidates are fetched
 * together by the most selective equality, then each interview takes its own. An interview whose values do not fit the
 * fields gets the fault instead.
 */
export function findRecords(query: RecordQuery, interviews: readonly Interview[]): (Row[] | FlowFault)[] {
  const [first] = interviews;
  if (first === undefined) return [];
  const { tx } = first;
  spend(tx.session, 'soqlQueries', 1);
  const wanted = interviews.map((interview) => wantedBy(interview, query));
  const fitting = wanted.filter((values): values is FlowValue[] => !(values instanceof FlowFault));
  const candidates = candidatesFor(tx, query, fitting);
  const found = wanted.map((values, index) => {
    if (values instanceof FlowFault) return values;
    const rows = candidates(values).filter(
      (row) =>
        matches(query.filter, values, new RecordView(tx, query.type, row)) && sees(interviews[index], query.type, row),
    );
    return query.sort === undefined ? rows : sorted(tx, query, rows);
  });
  const rows = found.flatMap((one) => (one instanceof FlowFault ? [] : one));
  spend(tx.session, 'queryRows', new Set(rows).size);
  return found;
}

function wantedBy(interview: Interview, { filter }: RecordQuery): FlowValue[] | FlowFault {
  try {
    return filter.parts.map((part) => part.wanted(interview));
  } catch (error) {
    if (!isFault(error)) throw error;
    return error instanceof FlowFault ? error : new FlowFault(error.message);
  }
}

function sees(interview: Interview | undefined, type: SObjectType, row: Row): boolean {
  return interview === undefined || !frameOf(interview).asUser || interview.tx.mayRead(type, row);
}

/** What an update or a deletion by filters found for an interview; a fault goes the way of faults. */
export function foundBy(
  interviews: readonly Interview[],
  found: readonly (Row[] | FlowFault)[],
): (interview: Interview) => readonly Row[] {
  const byInterview = new Map(interviews.map((interview, index) => [interview, found[index] ?? []]));
  return (interview) => {
    const rows = byInterview.get(interview) ?? [];
    if (rows instanceof FlowFault) throw rows;
    return rows;
  };
}

type Candidates = (wanted: readonly FlowValue[]) => readonly Row[];

function candidatesFor(tx: Transaction, query: RecordQuery, wanted: readonly (readonly FlowValue[])[]): Candidates {
  const index = query.filter.isConjunction ? selective(query.filter.parts) : -1;
  const part = query.filter.parts[index];
  if (part === undefined) {
    const all = everyRow(tx, query.type);
    return () => all;
  }
  const keys = new Set(wanted.flatMap((values) => keysOf(values[index] ?? null)));
  const byKey = new Map<FieldValue, Row[]>();
  for (const row of tx.store.find(query.type, part.field.name, [...keys])) {
    const key = folded(row[part.field.name] ?? null);
    const rows = byKey.get(key);
    if (rows === undefined) byKey.set(key, [row]);
    else rows.push(row);
  }
  return (values) => [...new Set(keysOf(values[index] ?? null).map(folded))].flatMap((key) => byKey.get(key) ?? []);
}

function everyRow(tx: Transaction, type: SObjectType): Row[] {
  const soft = type.field('IsDeleted')?.stored === true;
  if (soft) return tx.store.find(type, 'IsDeleted', [false]);
  const ids = tx.store.db.prepare(`SELECT "Id" FROM "${type.name}"`).all() as { Id: string }[];
  return [
    ...tx.store
      .getMany(
        type,
        ids.map((row) => row.Id),
      )
      .values(),
  ];
}

/** Ids before keys before references before names before any other stored field. */
function selective(parts: readonly FilterPart[]): number {
  let best = -1;
  let bestRank = 0;
  parts.forEach((part, index) => {
    const rank = part.operator === 'EqualTo' || part.operator === 'In' ? rankOf(part.field) : 0;
    if (rank > bestRank) [best, bestRank] = [index, rank];
  });
  return best;
}

function rankOf(field: Field): number {
  if (!field.stored || field.type === 'boolean') return 0;
  if (field.type === 'id') return 5;
  if (field.unique !== undefined || field.externalId) return 4;
  if (field.type === 'reference') return 3;
  return field.nameField ? 2 : 1;
}

function keysOf(value: FlowValue): FieldValue[] {
  if (isCollection(value)) return value.filter(isScalar);
  return isScalar(value) ? [value] : [];
}

const folded = (value: FieldValue): FieldValue => (typeof value === 'string' ? value.toLowerCase() : value);

/** Blanks come first, as the platform sorts ascending. */
function sorted(tx: Transaction, query: RecordQuery, rows: readonly Row[]): Row[] {
  const { sort, type } = query;
  if (sort === undefined) return [...rows];
  const keyed = rows.map((row) => ({ row, key: folded(new RecordView(tx, type, row).value(sort.field)) }));
  const sign = sort.descending ? -1 : 1;
  return keyed.sort((one, other) => sign * order(one.key, other.key)).map(({ row }) => row);
}

export function order(one: FieldValue, other: FieldValue): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}
