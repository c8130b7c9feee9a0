import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from 'jsforce';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';

let test: TestOrg;
let chinese: Connection;
beforeAll(async () => {
  test = await startTestOrg();
  const { connection, org } = test;
  const { records } = await connection.query<{ Id: string }>(`SELECT Id FROM User WHERE Username = '${org.username}'`);
  await connection.sobject('User').update({ Id: records[0]?.Id ?? '', LanguageLocaleKey: 'zh_CN' });
  chinese = await test.connectAs(org.username);
});
afterAll(() => test.close());

describe('an error that a person reads', () => {
  it.each([
    [{ LastName: 'x'.repeat(81) }, 'STRING_TOO_LONG', /^姓氏?: data value too large: x{81} \(max length=80\)$/],
    [{ LastName: 'x', Email: 'nobody' }, 'INVALID_EMAIL_ADDRESS', /^电子邮件: invalid email address: nobody$/],
    [{ LastName: 'x', AccountId: 'no id' }, 'MALFORMED_ID', /^客户 ?ID: id value of incorrect type: no id$/],
  ])('calls the field as the user does and the rest as it is known: %o', async (values, code, message) => {
    const failure: unknown = await chinese
      .sobject('Contact')
      .create(values)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ errorCode: code, message: expect.stringMatching(message) as string });
  });

  it('names fields that are missing by their API names in every language', async () => {
    await expect(chinese.sobject('Contact').create({ FirstName: 'x' })).rejects.toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [LastName]',
    });
  });
});
