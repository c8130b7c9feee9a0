import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { installFlows, to } from '../support/local-org/flow-package.ts';
import { customObject, deploy, field, grant } from './records/deployed-org.ts';

let org: TestOrg;
beforeAll(async () => {
  org = await startTestOrg();
  await deploy(
    org.connection,
    ['CustomObject: Part__c', 'CustomField: Part__c.Code__c', 'CustomField: Part__c.Size__c'],
    {
      'objects/Part__c.object': customObject(
        'Part',
        field('Code__c', 'Text', '<externalId>true</externalId>').replace('<type>', '<length>20</length><type>') +
          field('Size__c', 'Number').replace('<type>', '<precision>4</precision><scale>0</scale><type>'),
      ),
    },
  );
  await grant(org.connection, org.org.username, ['Part__c'], ['Part__c.Code__c', 'Part__c.Size__c']);
  const put = (name: string, key: object) => ({
    label: name,
    start: { connector: to('Put') },
    recordCreates: { name: 'Put', doesUpsert: true, doesUpsertAllOrNone: true, inputReference: 'rows', ...key },
    variables: {
      name: 'rows',
      dataType: 'SObject',
      isCollection: true,
      isInput: true,
      isOutput: true,
      objectType: 'Part__c',
    },
  });
  await installFlows(org.connection, {
    By_Code: put('By_Code', { upsertExternalIdField: 'Code__c' }),
    By_Id: put('By_Id', { upsertStandardIdField: 'Id' }),
  });
});
afterAll(() => org.close());

interface Answer {
  isSuccess: boolean;
  errors: { message: string }[] | null;
}

async function run(flow: string, ...starts: object[][]): Promise<Answer[]> {
  const answer = await fetch(`${org.org.url}/services/data/v66.0/actions/custom/flow/${flow}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${org.org.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      inputs: starts.map((rows) => ({ rows: rows.map((row) => ({ attributes: { type: 'Part__c' }, ...row })) })),
    }),
  });
  return (await answer.json()) as Answer[];
}
const parts = async (): Promise<string[]> => {
  const { records } = await org.connection.query<{ Name: string; Code__c: string; Size__c: number }>(
    'SELECT Name, Code__c, Size__c FROM Part__c ORDER BY Name',
  );
  return records.map((each) => `${each.Name} ${each.Code__c} ${String(each.Size__c)}`);
};

describe('a Create Records element that updates what is there', () => {
  it('goes by an external id', async () => {
    await org.connection.sobject('Part__c').create({ Name: 'Axle', Code__c: 'a', Size__c: 1 });
    const rows = [
      { Name: 'Axle', Code__c: 'A', Size__c: 2 },
      { Name: 'Bolt', Code__c: 'b', Size__c: 3 },
    ];
    expect(await run('By_Code', rows)).toMatchObject([{ isSuccess: true }]);
    expect(await parts()).toEqual(['Axle A 2', 'Bolt b 3']);
  });

  it('goes by the record’s id', async () => {
    const { records } = await org.connection.query<{ Id: string }>("SELECT Id FROM Part__c WHERE Name = 'Bolt'");
    const rows = [
      { Id: records[0]?.Id, Size__c: 4 },
      { Name: 'Cog', Code__c: 'c' },
    ];
    expect(await run('By_Id', rows)).toMatchObject([{ isSuccess: true }]);
    expect(await parts()).toEqual(['Axle A 2', 'Bolt b 4', 'Cog c null']);
  });

  it.each([
    ['a key is missing', [{ Name: 'No key' }], 'MISSING_ARGUMENT: Code__c not specified'],
    ['a key stands twice', [{ Code__c: 'x' }, { Code__c: 'X' }], 'DUPLICATE_VALUE: Duplicate external id specified'],
    [
      'one record is refused',
      [
        { Code__c: 'a', Size__c: 9 },
        { Name: 'Zap', Code__c: 'z', Size__c: 123_456 },
      ],
      'NUMBER_OUTSIDE_VALID_RANGE',
    ],
  ])('leaves all as it was when %s', async (_, rows, message) => {
    const before = await parts();
    const [failed] = await run('By_Code', rows);
    expect(failed).toMatchObject({ isSuccess: false });
    expect(failed?.errors?.[0]?.message).toContain(message);
    expect(await parts()).toEqual(before);
  });
});
