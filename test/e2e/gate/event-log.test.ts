import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDeals, stateOf, write, type Outcome, type Row } from './deals.ts';
import { stageValue } from './fixture-playbooks.ts';
import { openGateOrg, type GateOrg, type Person } from './gate-org.ts';

/** A refused save rolls back, so the panel counts it in a save of its own. What happened is written by the flows alone. */
let org: GateOrg;
let dealId: string;
beforeAll(async () => {
  org = await openGateOrg();
  const [id] = await newDeals(org.seller, 1);
  ({ dealId } = await stateOf(org.admin, id!));
}, 120_000);
afterAll(() => org?.close());

const words = (outcome: Outcome | undefined) => (outcome?.errors ?? []).map((error) => error.message).join('\n');
const write1 = async (person: Person, operation: 'create' | 'update' | 'delete', row: Row | string) =>
  (await write(person.connection, operation, 'MF_Event_Log__c', [row]))[0]!;
/** The line that the panel writes. */
const refused = (): Row => ({
  Deal__c: dealId,
  Kind__c: 'Refused',
  Before__c: stageValue('S1'),
  After__c: stageValue('S2'),
  Reason__c: 'Gate not met (score 0/80).',
});

describe.each([{ flows: 'on' }, { flows: 'off' }])('with the flows $flows, the log', ({ flows }) => {
  beforeAll(() => org.switchFlows(flows === 'on'));

  it.each(['seller', 'legal', 'dispatcher'] as const)('takes a refused move in the name of the %s', async (name) => {
    const line = await write1(org[name], 'create', refused());
    expect(line).toMatchObject({ success: true });
    const { records } = await org.admin.query<Row>(
      `SELECT Kind__c, Who_Id__c, Who_Name__c, Happened_On__c, By_Automation__c FROM MF_Event_Log__c WHERE Id = '${line.id}'`,
    );
    expect(records[0]).toMatchObject({ Kind__c: 'Refused', Who_Id__c: org[name].id, By_Automation__c: false });
    expect(String(records[0]!['Happened_On__c'])).toContain(org.today());
    expect(records[0]!['Who_Name__c']).not.toBe('');
  });

  it('takes from a person nothing that happened', async () => {
    for (const Kind__c of ['Advanced', 'Won', 'Bypass', 'Waiver', 'Reopened', 'Migrated', null])
      for (const person of [org.seller, org.broad])
        expect(words(await write1(person, 'create', { ...refused(), Kind__c })), String(Kind__c)).toMatch(
          /Only refused moves are logged by hand/,
        );
  });

  it('takes no mark of a flow, no other name and no other time from who works in the deal', async () => {
    const forged: Row[] = [
      { Kind__c: 'Bypass', By_Automation__c: true },
      { Who_Id__c: org.head.id },
      { Who_Name__c: 'Li Na' },
      { Happened_On__c: '2025-01-01T00:00:00Z' },
    ];
    for (const fields of forged)
      expect(
        (await write1(org.seller, 'create', { ...refused(), ...fields })).errors[0]?.statusCode,
        JSON.stringify(fields),
      ).toBe('INVALID_FIELD_FOR_INSERT_UPDATE');
  });

  it('keeps its lines', async () => {
    const { id } = await write1(org.seller, 'create', refused());
    for (const operation of ['update', 'delete'] as const)
      expect(
        await write1(org.seller, operation, operation === 'delete' ? id! : { Id: id!, Reason__c: 'None' }),
      ).toMatchObject({ success: false });
    expect(words(await write1(org.broad, 'update', { Id: id!, Reason__c: 'None' }))).toMatch(/cannot change/);
  });
});
