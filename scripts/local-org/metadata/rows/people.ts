import { flagOf, listOf, wordOf, wordsOf, type Content } from '../../schema/content.ts';
import type { RowWriter } from './row-writer.ts';
import type { RowSync } from './row-sync.ts';

/** A role comes with the two groups that sharing refers to: its members, and these with all below. */
export const role: RowSync = {
  put({ id, fullName, content }, writer) {
    const parent = wordOf(content, 'parentRole');
    const ParentRoleId = parent ? (writer.schema.component('Role', parent)?.id ?? null) : null;
    const access = (name: string) => wordOf(content, name) ?? 'Edit';
    writer.put('UserRole', id, {
      Name: wordOf(content, 'name') ?? fullName,
      DeveloperName: fullName,
      ParentRoleId,
      RollupDescription: wordOf(content, 'description') ?? null,
      OpportunityAccessForAccountOwner: access('opportunityAccessLevel'),
      CaseAccessForAccountOwner: access('caseAccessLevel'),
      ContactAccessForAccountOwner: access('contactAccessLevel'),
    });
    const groups = writer.find('Group', 'RelatedId', id);
    for (const Type of ['Role', 'RoleAndSubordinates']) {
      const known = groups.find((row) => row['Type'] === Type);
      writer.put('Group', known ? String(known['Id']) : writer.newId('Group'), {
        Name: fullName,
        DeveloperName: fullName,
        RelatedId: id,
        Type,
      });
    }
  },
  remove({ id }, writer) {
    for (const row of writer.find('Group', 'RelatedId', id)) writer.remove('Group', String(row['Id']));
    writer.remove('UserRole', id);
  },
};

export const group: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('Group', id, {
      Name: wordOf(content, 'name') ?? fullName,
      DeveloperName: fullName,
      Type: 'Regular',
      DoesIncludeBosses: content['doesIncludeBosses'] === undefined || flagOf(content, 'doesIncludeBosses'),
    });
  },
  remove: removeGroup,
};

export const queue: RowSync = {
  put({ id, fullName, content }, writer) {
    writer.put('Group', id, {
      Name: wordOf(content, 'name') ?? fullName,
      DeveloperName: fullName,
      Type: 'Queue',
      Email: wordOf(content, 'email') ?? null,
      DoesSendEmailToMembers: flagOf(content, 'doesSendEmailToMembers'),
    });
    const wanted = listOf(content, 'queueSobject').map((each) => wordOf(each, 'sobjectType') ?? '');
    keepOnly(writer, 'QueueSobject', 'QueueId', id, 'SobjectType', wanted);
    keepOnly(writer, 'GroupMember', 'GroupId', id, 'UserOrGroupId', memberIds(content, writer));
  },
  remove: removeGroup,
};

function removeGroup({ id }: { id: string }, writer: RowWriter): void {
  for (const row of writer.find('GroupMember', 'GroupId', id)) writer.remove('GroupMember', String(row['Id']));
  for (const row of writer.find('QueueSobject', 'QueueId', id)) writer.remove('QueueSobject', String(row['Id']));
  writer.remove('Group', id);
}

function memberIds(content: Content, writer: RowWriter): string[] {
  const members = listOf(content, 'queueMembers')[0];
  const idsOf = (part: string, names: string, object: string, field: string, type?: string): string[] =>
    listOf(members, part).flatMap((each) =>
      wordsOf(each, names).flatMap((name) =>
        writer
          .find(object, field, name)
          .filter((row) => !type || row['Type'] === type)
          .map((row) => String(row['Id'])),
      ),
    );
  return [
    ...idsOf('users', 'user', 'User', 'Username'),
    ...idsOf('publicGroups', 'publicGroup', 'Group', 'DeveloperName', 'Regular'),
    ...idsOf('roles', 'role', 'Group', 'DeveloperName', 'Role'),
    ...idsOf('roleAndSubordinates', 'roleAndSubordinate', 'Group', 'DeveloperName', 'RoleAndSubordinates'),
  ];
}

function keepOnly(
  writer: RowWriter,
  object: string,
  parentField: string,
  parentId: string,
  field: string,
  wanted: readonly string[],
): void {
  const before = new Map(
    writer.find(object, parentField, parentId).map((row) => [String(row[field]), String(row['Id'])]),
  );
  for (const value of wanted) {
    if (!before.has(value)) writer.put(object, writer.newId(object), { [parentField]: parentId, [field]: value });
    before.delete(value);
  }
  for (const id of before.values()) writer.remove(object, id);
}
