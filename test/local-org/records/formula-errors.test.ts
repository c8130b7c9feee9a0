import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterSave, bool, installFlows, ref, set, text, to } from '../../support/local-org/flow-package.ts';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { customObject, deploy, field, grant } from './deployed-org.ts';

const formula = (name: string, type: string, source: string): string =>
  field(
    name,
    type,
    `<formula>${source}</formula>${type === 'Number' ? '<precision>18</precision><scale>2</scale>' : ''}`,
  );
const FIELDS = ['Start__c', 'Parts__c', 'Share__c', 'Known__c', 'Is_Half__c', 'Note__c', 'Late__c'];
const RATIO = customObject(
  'Ratio',
  field('Parts__c', 'Number', '<precision>5</precision><scale>0</scale>') +
    field('Note__c', 'Text', '<length>20</length>') +
    field('Start__c', 'Number', '<defaultValue>1 / 0</defaultValue><precision>5</precision><scale>0</scale>') +
    formula('Share__c', 'Number', '100 / Parts__c') +
    formula('Known__c', 'Text', 'IF(ISBLANK(Share__c), "blank", "known")') +
    formula('Is_Half__c', 'Checkbox', 'Share__c = 50') +
    formula('Late__c', 'Date', 'DATE(2026, Parts__c + 12, 1)'),
);

let test: TestOrg;
let zero: string;
beforeAll(async () => {
  test = await startTestOrg();
  await deploy(test.connection, ['CustomObject: Ratio__c'], { 'objects/Ratio__c.object': RATIO });
  await grant(
    test.connection,
    test.org.username,
    ['Ratio__c'],
    FIELDS.map((name) => `Ratio__c.${name}`),
  );
  zero = String((await test.connection.sobject('Ratio__c').create({ Name: 'zero', Parts__c: 0 })).id);
  await test.connection.sobject('Ratio__c').create({ Name: 'two', Parts__c: 2 });
});
afterAll(() => test.close());

const names = async (rest: string): Promise<unknown[]> =>
  (await test.connection.query(`SELECT Name FROM Ratio__c ${rest}`)).records.map((row): unknown => row['Name']);

describe('a formula that cannot be worked out', () => {
  it('is blank in answers, a checkbox unchecked, and so is every formula that names it', async () => {
    const { connection } = test;
    const soql = `SELECT Share__c, Known__c, Is_Half__c, Late__c FROM Ratio__c ORDER BY Parts__c`;
    expect((await connection.query(soql)).records).toMatchObject([
      { Share__c: null, Known__c: null, Is_Half__c: false, Late__c: '2026-12-01' },
      { Share__c: 50, Known__c: 'known', Is_Half__c: true, Late__c: null },
    ]);
    expect(await connection.sobject('Ratio__c').retrieve(zero)).toMatchObject({ Share__c: null, Known__c: null });
    expect(await connection.request(`/ui-api/records/${zero}?fields=Ratio__c.Share__c`)).toMatchObject({
      fields: { Share__c: { value: null } },
    });
  });

  it('is found, sorted and counted as a blank', async () => {
    expect(await names('WHERE Share__c = null')).toEqual(['zero']);
    expect(await names('WHERE Is_Half__c = false')).toEqual(['zero']);
    expect(await names("WHERE Known__c != 'known'")).toEqual(['zero']);
    expect(await names('ORDER BY Share__c NULLS LAST')).toEqual(['two', 'zero']);
    const sum = await test.connection.query('SELECT COUNT(Share__c) n, SUM(Share__c) s FROM Ratio__c');
    expect(sum.records[0]).toMatchObject({ n: 1, s: 50 });
  });

  it('is no default', async () => {
    expect(await test.connection.sobject('Ratio__c').retrieve(zero)).toMatchObject({ Start__c: null });
  });

  it('is blank in a flow', async () => {
    await installFlows(test.connection, {
      Note_It: {
        start: afterSave('Ratio__c', { recordTriggerType: 'Update', connector: to('Ask') }),
        decisions: [
          {
            name: 'Ask',
            defaultConnectorLabel: 'no',
            rules: [
              {
                name: 'Unknown',
                label: 'Unknown',
                conditionLogic: 'and',
                conditions: [
                  { leftValueReference: '$Record.Share__c', operator: 'IsNull', rightValue: bool(true) },
                  { leftValueReference: '$Record.Note__c', operator: 'EqualTo', rightValue: ref('$Record.Known__c') },
                ],
                connector: to('Write'),
              },
            ],
          },
        ],
        recordUpdates: [
          { name: 'Write', inputReference: '$Record', inputAssignments: [set('Note__c', text('no share'))] },
        ],
      },
    });
    await test.connection.sobject('Ratio__c').update({ Id: zero, Name: 'zero' });
    expect(await test.connection.sobject('Ratio__c').retrieve(zero)).toMatchObject({ Note__c: 'no share' });
  });
});
