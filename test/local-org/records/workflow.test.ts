import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../../support/local-org.ts';
import { file } from '../metadata/local-package.ts';
import { customObject, deploy, field, grant } from './deployed-org.ts';

const rule = (name: string, trigger: string, condition: string, ...updates: string[]): string =>
  `<rules><fullName>${name}</fullName>${updates
    .map((update) => `<actions><name>${update}</name><type>FieldUpdate</type></actions>`)
    .join('')}<active>true</active>${condition}<triggerType>${trigger}</triggerType></rules>`;
const criteria = (name: string, operation: string, value: string): string =>
  `<criteriaItems><field>${name}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
const update = (name: string, on: string, how: string, again = false): string =>
  `<fieldUpdates><fullName>${name}</fullName><field>${on}</field>${how}<name>${name}</name><notifyAssignee>false</notifyAssignee><protected>false</protected><reevaluateOnChange>${String(again)}</reevaluateOnChange></fieldUpdates>`;
const literal = (value: string): string => `<literalValue>${value}</literalValue><operation>Literal</operation>`;
const formula = (source: string): string => `<formula>${source}</formula><operation>Formula</operation>`;

const parcel = customObject(
  'Parcel',
  field('Weight__c', 'Number', '<precision>8</precision><scale>1</scale>') +
    field('Class__c', 'Text', '<length>10</length>') +
    field('Note__c', 'Text', '<length>40</length>') +
    field('Count__c', 'Number', '<precision>4</precision><scale>0</scale>') +
    field('Level__c', 'Text', '<length>10</length>') +
    `<validationRules><fullName>No_Giant</fullName><active>true</active><errorConditionFormula>Class__c = "Giant"</errorConditionFormula><errorMessage>Too big.</errorMessage></validationRules>`,
);
const workflow = file(
  'Workflow',
  update('To_Heavy', 'Class__c', literal('Heavy'), true) +
    update('To_Giant', 'Class__c', literal('Giant')) +
    update('Note_Class', 'Note__c', formula('Class__c &amp; &quot; of &quot; &amp; Name')) +
    update('Count_Up', 'Count__c', formula('BLANKVALUE(Count__c, 0) + 1')) +
    update('To_Long', 'Level__c', formula('&quot;12345678901&quot;')) +
    update('To_Blank', 'Level__c', '<operation>Null</operation>') +
    rule('Giants', 'onAllChanges', criteria('Parcel__c.Weight__c', 'greaterThan', '1000'), 'To_Giant') +
    rule(
      'Heavy',
      'onCreateOrTriggeringUpdate',
      criteria('Parcel__c.Weight__c', 'greaterThan', '100') + criteria('Parcel__c.Weight__c', 'lessOrEqual', '1000'),
      'To_Heavy',
      'Count_Up',
    ) +
    rule('Noted', 'onAllChanges', '<formula>Class__c = "Heavy"</formula>', 'Note_Class') +
    rule('Born', 'onCreateOnly', criteria('Parcel__c.Level__c', 'equals', 'draft,new'), 'To_Blank') +
    rule('Long', 'onAllChanges', '<formula>ISCHANGED(Level__c) &amp;&amp; Level__c = "long"</formula>', 'To_Long'),
);

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
  const { connection, org } = test;
  await deploy(connection, ['CustomObject: Parcel__c', 'Workflow: Parcel__c'], {
    'objects/Parcel__c.object': parcel,
    'workflows/Parcel__c.workflow': workflow,
  });
  const fields = ['Weight__c', 'Class__c', 'Note__c', 'Count__c', 'Level__c'].map((name) => `Parcel__c.${name}`);
  await grant(connection, org.username, ['Parcel__c'], fields);
});
afterAll(() => test.close());

const parcels = () => test.connection.sobject('Parcel__c');
const create = async (row: object): Promise<string> => {
  const { id } = await parcels().create({ Name: 'P', ...row });
  return id as string;
};

describe('a workflow rule', () => {
  it('updates fields after the save, and again what a changed field brings about', async () => {
    expect(await parcels().retrieve(await create({ Weight__c: 500 }))).toMatchObject({
      Class__c: 'Heavy',
      Note__c: 'Heavy of P',
      Count__c: 1,
    });
    expect(await parcels().retrieve(await create({ Weight__c: 5 }))).toMatchObject({ Class__c: null, Count__c: null });
  });

  it('has no validation rule run again', async () => {
    await expect(parcels().create({ Name: 'P', Class__c: 'Giant' })).rejects.toMatchObject({ message: 'Too big.' });
    expect(await parcels().retrieve(await create({ Weight__c: 5000 }))).toMatchObject({ Class__c: 'Giant' });
  });

  it('fires when the record comes to meet it, not while it does', async () => {
    const id = await create({ Weight__c: 5 });
    for (const Weight__c of [200, 300, 5, 400]) await parcels().update({ Id: id, Weight__c });
    expect(await parcels().retrieve(id)).toMatchObject({ Count__c: 2 });
  });

  it('fires for new records only where it says so', async () => {
    const id = await create({ Level__c: 'Draft' });
    expect(await parcels().retrieve(id)).toMatchObject({ Level__c: null });
    await parcels().update({ Id: id, Level__c: 'draft' });
    expect(await parcels().retrieve(id)).toMatchObject({ Level__c: 'draft' });
  });

  it('undoes the save when its value does not fit', async () => {
    const id = await create({ Level__c: 'short' });
    await expect(parcels().update({ Id: id, Level__c: 'long' })).rejects.toMatchObject({
      errorCode: 'STRING_TOO_LONG',
      message: 'Level: data value too large: 12345678901 (max length=10)',
    });
    expect(await parcels().retrieve(id)).toMatchObject({ Level__c: 'short' });
  });
});

describe('the workflow of an object', () => {
  it('is listed and read through the Metadata API', async () => {
    const { metadata } = test.connection;
    const listed = await metadata.list([{ type: 'WorkflowFieldUpdate' }], '66.0');
    expect(listed.map((one) => one.fullName)).toContain('Parcel__c.To_Heavy');
    expect(await metadata.read('WorkflowFieldUpdate', 'Parcel__c.To_Heavy')).toMatchObject({
      fullName: 'Parcel__c.To_Heavy',
      field: 'Class__c',
      literalValue: 'Heavy',
      reevaluateOnChange: true,
    });
    const whole = await metadata.read('Workflow', 'Parcel__c');
    expect((whole as { rules?: { fullName: string }[] }).rules?.map((one) => one.fullName)).toContain('Giants');
  });

  it('is asked for through the Tooling API', async () => {
    const { records } = await test.connection.tooling.query<Record<string, unknown>>(
      "SELECT Name, EntityDefinition.QualifiedApiName, FieldDefinition.QualifiedApiName, LiteralValue FROM WorkflowFieldUpdate WHERE Name = 'To_Heavy'",
    );
    expect(records).toMatchObject([
      {
        Name: 'To_Heavy',
        EntityDefinition: { QualifiedApiName: 'Parcel__c' },
        FieldDefinition: { QualifiedApiName: 'Class__c' },
        LiteralValue: 'Heavy',
      },
    ]);
    const rules = await test.connection.tooling.query<{ Name: string }>('SELECT Name FROM WorkflowRule ORDER BY Name');
    expect(rules.records.map((one) => one.Name)).toEqual(['Born', 'Giants', 'Heavy', 'Long', 'Noted']);
    const validation = await test.connection.tooling.query<Record<string, unknown>>(
      "SELECT ValidationName, Active, ErrorMessage FROM ValidationRule WHERE EntityDefinition.QualifiedApiName = 'Parcel__c'",
    );
    expect(validation.records).toMatchObject([{ ValidationName: 'No_Giant', Active: true, ErrorMessage: 'Too big.' }]);
  });
});
