import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failures, file, TestOrg } from './local-package.ts';

const rights = (object: string, create: boolean): string =>
  `<objectPermissions><allowCreate>${String(create)}</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;
const visible = (field: string, readable: boolean): string =>
  `<fieldPermissions><editable>false</editable><field>${field}</field><readable>${String(readable)}</readable></fieldPermissions>`;

let org: TestOrg;
beforeAll(() => {
  org = new TestOrg();
});
afterAll(() => org.close());

const put = async (inside: string): Promise<void> => {
  const files = { 'profiles/Standard.profile': file('Profile', inside) };
  expect(failures(await org.deploy(['Profile: Standard'], files))).toEqual([]);
};

function held(): { objects: Record<string, boolean>; fields: Record<string, boolean>; flags: Record<string, unknown> } {
  const { db } = org.org.store;
  const set = db
    .prepare(
      `SELECT s.* FROM "PermissionSet" s JOIN "Profile" p ON p."Id" = s."ProfileId" WHERE p."Name" = 'Standard User'`,
    )
    .get();
  const under = (table: string) => db.prepare(`SELECT * FROM "${table}" WHERE "ParentId" = ?`).all(String(set?.['Id']));
  return {
    objects: Object.fromEntries(
      under('ObjectPermissions').map((row) => [String(row['SobjectType']), row['PermissionsCreate'] === 1]),
    ),
    fields: Object.fromEntries(
      under('FieldPermissions').map((row) => [String(row['Field']), row['PermissionsRead'] === 1]),
    ),
    flags: { ...set },
  };
}

describe('a profile', () => {
  it('is changed in what its file names and nowhere else, also one that came with the org', async () => {
    const before = held();
    expect(before.objects['Contact']).toBe(true);
    await put(rights('Account', false) + visible('Account.Industry', false));
    const { objects, fields, flags } = held();
    expect(objects).toEqual({ ...before.objects, Account: false });
    expect(fields).toMatchObject({ 'Account.Industry': false });
    expect(flags).toMatchObject({ PermissionsApiEnabled: before.flags['PermissionsApiEnabled'] });
  });

  it('keeps what an earlier file said and the next one does not name', async () => {
    await put(
      `${visible('Account.Website', false)}<userPermissions><enabled>true</enabled><name>ViewSetup</name></userPermissions>`,
    );
    await put(
      `${visible('Account.Website', true)}<userPermissions><enabled>false</enabled><name>ApiEnabled</name></userPermissions>`,
    );
    const { objects, fields, flags } = held();
    expect(objects['Account']).toBe(false);
    expect(fields).toMatchObject({ 'Account.Industry': false, 'Account.Website': true });
    expect(flags).toMatchObject({ PermissionsViewSetup: 1, PermissionsApiEnabled: 0 });
  });
});
