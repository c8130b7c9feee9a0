import type { Session } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { QueryResult } from '../../soql/contract.ts';

const TEXT = new Set([
  'string',
  'textarea',
  'picklist',
  'multipicklist',
  'combobox',
  'email',
  'phone',
  'url',
  'id',
  'reference',
  'encryptedstring',
]);
const NUMBERS = new Set(['int', 'double', 'currency', 'percent']);

type Column = QueryResult['columns'][number];

/** What `query?columns=true` answers: the sf CLI takes its column headings from it. */
export function columnMetadata(session: Session, { columns, objectName }: QueryResult): object {
  const type = session.org.schema().object(objectName);
  return {
    columnMetadata: describeColumns(session, type, columns),
    entityName: type?.name ?? objectName,
    groupBy: columns.some(({ aggregate }) => aggregate),
    idSelected: columns.some(({ name }) => name === 'Id'),
    keyPrefix: type?.keyPrefix ?? null,
  };
}

/** `Account.Name` and `Account.Type` become one column `Account` that joins two. */
function describeColumns(session: Session, type: SObjectType | undefined, columns: readonly Column[]): object[] {
  const joined = new Map<string, Column[]>();
  for (const column of columns) {
    const [first = '', ...rest] = column.aggregate ? [column.name] : column.name.split('.');
    const group = joined.get(first) ?? [];
    joined.set(first, group);
    group.push({ ...column, name: rest.join('.') });
  }
  return [...joined].map(([name, group]) => {
    const parents = group.filter((column) => column.name !== '');
    const parent =
      parents.length === 0 ? undefined : session.org.schema().object(type?.relationship(name)?.reference?.to[0] ?? '');
    return describeColumn(type, name, group[0] as Column, describeColumns(session, parent, parents));
  });
}

function describeColumn(type: SObjectType | undefined, name: string, column: Column, joinColumns: object[]): object {
  const field = type?.field(name) ?? type?.relationship(name);
  const own = joinColumns.length === 0;
  return {
    aggregate: column.aggregate,
    apexType: null,
    booleanType: own && column.type === 'boolean',
    columnName: name,
    custom: field?.custom ?? false,
    displayName: name,
    foreignKeyName: field?.reference?.relationshipName ?? null,
    insertable: own && (field?.createable ?? false),
    joinColumns,
    numberType: own && NUMBERS.has(column.type),
    textType: own && TEXT.has(column.type),
    updatable: own && (field?.updateable ?? false),
  };
}
