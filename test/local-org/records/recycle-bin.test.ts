import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../scripts/local-org/org.ts';
import { save } from '../../../scripts/local-org/save/save.ts';
import { failures, TestOrg } from '../metadata/local-package.ts';
import { customObject, field, permissionSet } from './deployed-org.ts';

const relation = (name: string, kind: string, target: string, children: string, more = ''): string =>
  field(name, kind, `${more}<referenceTo>${target}</referenceTo><relationshipName>${children}</relationshipName>`);

const files = {
  'objects/Crate__c.object': customObject(
    'Crate',
    field('Code__c', 'Text', '<caseSensitive>false</caseSensitive><length>9</length><unique>true</unique>') +
      field(
        'Bottles__c',
        'Summary',
        '<summaryForeignKey>Bottle__c.Crate__c</summaryForeignKey><summaryOperation>count</summaryOperation>',
      ) +
      relation('Held_By__c', 'Lookup', 'Account', 'Crates', '<deleteConstraint>Restrict</deleteConstraint>'),
  ),
  'objects/Bottle__c.object': customObject(
    'Bottle',
    field(
      'Crate__c',
      'MasterDetail',
      '<referenceTo>Crate__c</referenceTo><relationshipName>Bottles</relationshipName><relationshipOrder>0</relationshipOrder>',
    ),
    'ControlledByParent',
  ),
  'objects/Label__c.object': customObject('Label', relation('Crate__c', 'Lookup', 'Crate__c', 'Labels')),
};

let org: TestOrg;
beforeAll(async () => {
  org = new TestOrg();
  const lines = ['CustomObject: Crate__c, Bottle__c, Label__c', 'PermissionSet: All'];
  const fields = ['Crate__c.Code__c', 'Crate__c.Held_By__c', 'Label__c.Crate__c'];
  const all = { 'permissionsets/All.permissionset': permissionSet(['Crate__c', 'Bottle__c', 'Label__c'], fields) };
  expect(failures(await org.deploy(lines, { ...files, ...all }))).toEqual([]);
  const PermissionSetId = String(org.org.schema().component('PermissionSet', 'All')?.id);
  insert('PermissionSetAssignment', { AssigneeId: org.session.user.id, PermissionSetId });
});
afterAll(() => org.close());

const act = (operation: 'insert' | 'update' | 'delete' | 'undelete', object: string, row: Record<string, string>) =>
  save(org.session, operation, [{ object, row }], { allOrNone: true })[0];
const insert = (object: string, row: Record<string, string>): string => {
  const result = act('insert', object, row);
  if (!result?.success) throw new Error(JSON.stringify(result?.errors));
  return String(result.id);
};
const row = (object: string, id: string): Row => {
  const type = org.org.schema().object(object);
  return (type && org.org.store.get(type, id)) ?? {};
};

describe('the recycle bin', () => {
  it('takes details with their master and gives both back, and the lookups that were emptied', () => {
    const crate = insert('Crate__c', { Name: 'C' });
    const bottle = insert('Bottle__c', { Name: 'B', Crate__c: crate });
    const gone = insert('Bottle__c', { Name: 'Gone', Crate__c: crate });
    const label = insert('Label__c', { Name: 'L', Crate__c: crate });
    expect(act('delete', 'Bottle__c', { Id: gone })?.success).toBe(true);
    expect(row('Crate__c', crate)).toMatchObject({ Bottles__c: 1 });
    expect(act('delete', 'Crate__c', { Id: crate })?.success).toBe(true);
    expect([row('Bottle__c', bottle)['IsDeleted'], row('Label__c', label)['Crate__c']]).toEqual([true, null]);
    expect(act('undelete', 'Bottle__c', { Id: bottle })?.errors[0]?.statusCode).toBe('UNDELETE_FAILED');
    expect(act('undelete', 'Crate__c', { Id: crate })?.success).toBe(true);
    expect(row('Crate__c', crate)).toMatchObject({ IsDeleted: false, Bottles__c: 1 });
    expect(row('Bottle__c', bottle)['IsDeleted']).toBe(false);
    expect(row('Bottle__c', gone)['IsDeleted'], 'what was deleted before stays so').toBe(true);
    expect(row('Label__c', label)['Crate__c']).toBe(crate);
  });

  it('gives nothing back whose unique value another record has taken', () => {
    const first = insert('Crate__c', { Name: 'C', Code__c: 'one' });
    act('delete', 'Crate__c', { Id: first });
    insert('Crate__c', { Name: 'D', Code__c: 'ONE' });
    expect(act('undelete', 'Crate__c', { Id: first })?.errors).toMatchObject([{ statusCode: 'DUPLICATE_VALUE' }]);
    expect(row('Crate__c', first)['IsDeleted']).toBe(true);
  });

  it('refuses what is not in it', () => {
    const crate = insert('Crate__c', { Name: 'C' });
    expect(act('undelete', 'Crate__c', { Id: crate })?.errors).toMatchObject([
      { statusCode: 'UNDELETE_FAILED', message: 'Entity is not in the recycle bin' },
    ]);
  });
});

describe('the deletion of an account', () => {
  it('takes its people, deals and their activities', () => {
    const account = insert('Account', { Name: 'A' });
    const contact = insert('Contact', { LastName: 'C', AccountId: account });
    const deal = insert('Opportunity', {
      Name: 'O',
      StageName: 'Prospecting',
      CloseDate: '2026-09-01',
      AccountId: account,
    });
    const task = insert('Task', { Subject: 'T', WhatId: deal, WhoId: contact });
    expect(act('delete', 'Account', { Id: account })?.success).toBe(true);
    const all = [row('Contact', contact), row('Opportunity', deal), row('Task', task)];
    expect(all.map((one) => one['IsDeleted'])).toEqual([true, true, true]);
    expect(act('undelete', 'Account', { Id: account })?.success).toBe(true);
    expect(row('Task', task)).toMatchObject({ IsDeleted: false, WhatId: deal, WhoId: contact });
  });

  it('is refused when it won a deal, or when a lookup holds it', () => {
    const account = insert('Account', { Name: 'A' });
    for (const Name of ['Second', 'First'])
      insert('Opportunity', { Name, StageName: 'Closed Won', CloseDate: '2026-01-01', AccountId: account });
    expect(act('delete', 'Account', { Id: account })?.errors).toMatchObject([
      {
        statusCode: 'DELETE_FAILED',
        message:
          'Your attempt to delete A could not be completed because some opportunities in that account were closed won. The opportunities that could not be deleted are shown below.: First, Second\n',
      },
    ]);
    const held = insert('Account', { Name: 'H' });
    insert('Crate__c', { Name: 'C', Held_By__c: held });
    expect(act('delete', 'Account', { Id: held })?.errors).toMatchObject([
      {
        statusCode: 'DELETE_FAILED',
        message:
          'Your attempt to delete H could not be completed because it is associated with the following crates.: C\n',
      },
    ]);
  });
});
