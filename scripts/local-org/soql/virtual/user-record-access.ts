import { openSession } from '../../access/open-session.ts';
import { OrgError } from '../../errors.ts';
import type { Row } from '../../org.ts';
import { objectType } from '../../schema/object-type.ts';
import { bool, field, lookup, pick } from '../../schema/standard/field-table.ts';
import { idField } from '../../schema/standard/object-table.ts';
import type { Condition, SelectNode } from '../parse/query-tree.ts';
import type { RunContext } from '../run-context.ts';
import type { VirtualTable } from './virtual-table.ts';

const fixed = { createable: false, updateable: false, permissionable: false } as const;
const MOST_RECORDS = 200;

const type = objectType({
  name: 'UserRecordAccess',
  label: 'User Record Access',
  labelPlural: 'User Record Access',
  keyPrefix: '',
  custom: false,
  kind: 'setup',
  createable: false,
  updateable: false,
  deletable: false,
  queryable: true,
  fields: [
    idField('User Record Access'),
    lookup('UserId', 'User ID', 'User', undefined, fixed),
    field('RecordId', 'Record ID', 'id', { ...fixed, length: 18 }),
    ...['Read', 'Edit', 'Delete', 'Transfer', 'All'].map((right) =>
      bool(`Has${right}Access`, `Has ${right} Access`, fixed),
    ),
    pick('MaxAccessLevel', 'Max Access Level', 'None|Read|Edit|Delete|Transfer|All', fixed),
  ],
  validationRules: [],
  recordTypes: [],
  sharingModel: 'ReadWrite',
  grantAccessUsingHierarchies: true,
});

/** Who may do what with a record, worked out for the user and the records that the query names. */
export const userRecordAccess: VirtualTable = {
  type,
  rows(node) {
    const userIds = namedIds(node, 'userid');
    const recordIds = namedIds(node, 'recordid');
    const [userId] = userIds;
    if (userIds.length !== 1 || userId === undefined || recordIds.length === 0) {
      throw new OrgError(
        'MALFORMED_QUERY',
        'Implementation restriction: UserRecordAccess requires a filter by a single UserId and by RecordId',
      );
    }
    if (recordIds.length > MOST_RECORDS) {
      throw new OrgError(
        'MALFORMED_QUERY',
        `Implementation restriction: UserRecordAccess answers for at most ${MOST_RECORDS} records`,
      );
    }
    return (context) =>
      recordIds.map((id) => accessRow(context, userId, id)).filter((row): row is Row => row !== undefined);
  },
};

function accessRow(context: RunContext, userId: string, recordId: string): Row | undefined {
  const { org } = context.session;
  const object = org.schema().objectByPrefix(recordId.slice(0, 3));
  const row = object && org.store.get(object, recordId);
  // Whoever asks learns nothing about records that he cannot read himself.
  if (!row || !context.session.access.canReadRecord(object, row)) return undefined;
  const { access, user } = openSession(org, userId);
  const read = access.canReadRecord(object, row);
  const edit = read && access.canEditRecord(object, row);
  const remove = edit && access.canDeleteRecord(object, row);
  const transfer = edit && access.canTransferRecord(object, row);
  const all = remove && (transfer || !object.field('OwnerId'));
  const MaxAccessLevel = all
    ? 'All'
    : transfer
      ? 'Transfer'
      : remove
        ? 'Delete'
        : edit
          ? 'Edit'
          : read
            ? 'Read'
            : 'None';
  const rights = {
    HasReadAccess: read,
    HasEditAccess: edit,
    HasDeleteAccess: remove,
    HasTransferAccess: transfer,
    HasAllAccess: all,
  };
  return { Id: String(row['Id']), RecordId: String(row['Id']), UserId: user.id, ...rights, MaxAccessLevel };
}

/** Values of `field = …` and `field IN (…)` that every row of the answer must fulfil. */
function namedIds(node: SelectNode, name: string): string[] {
  const parts = (condition: Condition | undefined): readonly Condition[] =>
    condition?.kind === 'and' ? condition.parts.flatMap(parts) : condition ? [condition] : [];
  return parts(node.where).flatMap((part) => {
    if (part.kind !== 'compare' || part.left.kind !== 'path' || part.left.parts.at(-1)?.toLowerCase() !== name)
      return [];
    return part.operator === '=' || part.operator === 'IN' ? part.values.map((value) => value.text) : [];
  });
}
