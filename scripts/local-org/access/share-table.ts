import type { Schema, SObjectType } from '../schema/model.ts';
import { quoted } from '../store/table-layout.ts';
import { NONE, type AccessLevel, type VisibleWhere } from './visible-where.ts';

const LEVELS = ['Read', 'Edit', 'All'];

/** Records opened by rows beside them: manual shares, and the members of a sales team. */
export function sharedByRows(
  schema: Schema,
  type: SObjectType,
  alias: string,
  level: AccessLevel,
  sharedWith: ReadonlySet<string>,
): VisibleWhere[] {
  const principals = JSON.stringify([...sharedWith]);
  const granting = LEVELS.slice(level - 1)
    .map((word) => `'${word}'`)
    .join(', ');
  return [shareTable(schema, type), teamTable(schema, type)].map((table) => {
    if (!table) return NONE;
    const { name, parent, who, access, deletable } = table;
    const rows = `SELECT ${quoted(parent)} FROM ${quoted(name)} WHERE ${quoted(who)} IN (SELECT value FROM json_each(?))`;
    const alive = deletable ? ' AND "IsDeleted" = 0' : '';
    return { sql: `${alias}."Id" IN (${rows} AND ${quoted(access)} IN (${granting})${alive})`, values: [principals] };
  });
}

interface GrantTable {
  readonly name: string;
  readonly parent: string;
  readonly who: string;
  readonly access: string;
  readonly deletable: boolean;
}

export function shareTable(schema: Schema, type: SObjectType): GrantTable | undefined {
  const name = type.custom ? type.name.replace(/__c$/, '__Share') : `${type.name}Share`;
  return grantTable(
    schema.object(name),
    type.custom ? 'ParentId' : `${type.name}Id`,
    'UserOrGroupId',
    type.custom ? 'AccessLevel' : `${type.name}AccessLevel`,
  );
}

function teamTable(schema: Schema, type: SObjectType): GrantTable | undefined {
  if (type.custom) return undefined;
  return grantTable(schema.object(`${type.name}TeamMember`), `${type.name}Id`, 'UserId', `${type.name}AccessLevel`);
}

function grantTable(
  table: SObjectType | undefined,
  parent: string,
  who: string,
  access: string,
): GrantTable | undefined {
  if (!table?.field(parent) || !table.field(who) || !table.field(access)) return undefined;
  return { name: table.name, parent, who, access, deletable: table.field('IsDeleted')?.stored === true };
}
