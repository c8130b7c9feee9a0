import type { Connection } from 'jsforce';
import { stageValue } from './fixture-playbooks.ts';
import type { GateOrg, Person } from './gate-org.ts';

export interface Outcome {
  readonly success: boolean;
  readonly id?: string | null;
  readonly errors: readonly {
    readonly statusCode?: string;
    readonly errorCode?: string;
    readonly message: string;
    readonly fields?: readonly string[];
  }[];
}

export type Row = Record<string, string | number | boolean | null | undefined>;

/** jsforce types each operation by itself; the rows are whatever a hostile client would send. */
async function send(
  connection: Connection,
  operation: 'create' | 'update' | 'delete',
  object: string,
  rows: readonly (Row | string)[],
  allOrNone: boolean,
): Promise<Outcome[]> {
  const options = { allOrNone };
  if (operation === 'delete') return await connection.delete(object, rows as string[], options);
  if (operation === 'create') return await connection.create(object, rows as never[], options);
  return await connection.update(object, rows as never[], options);
}

/** Writes rows of one type in one request; what is refused comes back as an outcome, not as an exception. */
export async function write(
  connection: Connection,
  operation: 'create' | 'update' | 'delete',
  object: string,
  rows: readonly (Row | string)[],
  allOrNone = false,
): Promise<Outcome[]> {
  try {
    return await send(connection, operation, object, rows, allOrNone);
  } catch (error) {
    const { message, errorCode } = error as { message: string; errorCode?: string };
    return rows.map(() => ({ success: false, errors: [{ statusCode: errorCode, message }] }));
  }
}

/** Writes what must succeed for a test to make sense. */
export async function must(
  connection: Connection,
  operation: 'create' | 'update' | 'delete',
  object: string,
  rows: readonly (Row | string)[],
): Promise<string[]> {
  const outcomes = await write(connection, operation, object, rows);
  return outcomes.map((outcome, index) => {
    if (!outcome.success)
      throw new Error(`${operation} ${object} ${JSON.stringify(rows[index])}: ${JSON.stringify(outcome.errors)}`);
    return String(outcome.id);
  });
}

export interface CheckRow {
  readonly Id: string;
  readonly Definition__r: { readonly Key__c: string };
  readonly Role_Key__c: string;
  readonly Kind__c: string;
  readonly Status__c: string;
}

export interface DealState {
  readonly opportunityId: string;
  readonly stage: string;
  readonly dealId: string;
  readonly gateId: string;
  readonly isMet: boolean;
  readonly checks: readonly CheckRow[];
  /** The gate's check with that code: NEED, VISIT, CLEAR. */
  check(code: string): CheckRow;
}

interface OpportunityRow {
  Id: string;
  StageName: string;
  MF_Deal__c: string;
  MF_Deal__r: { Current_Gate__c: string; Current_Gate_Met__c: boolean } | null;
}

/** The state of deals as the administrator sees it. */
export async function states(admin: Connection, opportunityIds: readonly string[]): Promise<DealState[]> {
  const list = opportunityIds.map((id) => `'${id}'`).join(',');
  const { records } = await admin.query<OpportunityRow>(
    `SELECT Id, StageName, MF_Deal__c, MF_Deal__r.Current_Gate__c, MF_Deal__r.Current_Gate_Met__c FROM Opportunity WHERE Id IN (${list})`,
  );
  const gates = records.map((row) => `'${row.MF_Deal__r?.Current_Gate__c ?? ''}'`).join(',');
  const checks = await admin
    .query<CheckRow & { Gate__c: string }>(
      `SELECT Id, Gate__c, Definition__r.Key__c, Role_Key__c, Kind__c, Status__c FROM MF_Check__c WHERE Gate__c IN (${gates}) ORDER BY Order__c`,
    )
    .autoFetch(true)
    .maxFetch(10_000);
  const all = (Array.isArray(checks) ? checks : checks.records) as (CheckRow & { Gate__c: string })[];
  const byId = new Map(records.map((row) => [row.Id, row]));
  return opportunityIds.map((id) => {
    const row = byId.get(id)!;
    const gateId = row.MF_Deal__r?.Current_Gate__c ?? '';
    const own = all.filter((check) => check.Gate__c === gateId);
    return {
      opportunityId: id,
      stage: row.StageName,
      dealId: row.MF_Deal__c,
      gateId,
      isMet: row.MF_Deal__r?.Current_Gate_Met__c ?? false,
      checks: own,
      check(code) {
        const found = own.find((check) => check.Definition__r.Key__c.endsWith(`-${code}`));
        if (!found) throw new Error(`Expected a check ${code} at ${row.StageName}`);
        return found;
      },
    };
  });
}

export async function stateOf(admin: Connection, opportunityId: string): Promise<DealState> {
  return (await states(admin, [opportunityId]))[0]!;
}

export async function newDeals(person: Person, count: number, fields: Row = {}): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, index) => ({
    Name: `Deal ${index}`,
    StageName: stageValue('S1'),
    CloseDate: '2026-12-31',
    Amount: 100_000,
    MF_Deal_Type__c: 'HQ_Solution',
    ...fields,
  }));
  return must(person.connection, 'create', 'Opportunity', rows);
}

const passed = (check: CheckRow): Row => ({
  Id: check.Id,
  Status__c: 'Passed',
  ...(check.Kind__c === 'Question' ? { Answer__c: 'Yes' } : {}),
  ...(check.Kind__c === 'Action' ? { Evidence__c: 'https://docs.example.com/minutes' } : {}),
});

/** The owner passes what is his, legal the rest. */
export async function passOwn(owner: Person, deals: readonly DealState[]): Promise<void> {
  await must(
    owner.connection,
    'update',
    'MF_Check__c',
    deals.flatMap((deal) => deal.checks.filter((check) => check.Role_Key__c === 'AR').map(passed)),
  );
}

export async function passLegal(org: GateOrg, deals: readonly DealState[]): Promise<void> {
  await must(
    org.legal.connection,
    'update',
    'MF_Check__c',
    deals.flatMap((deal) => deal.checks.filter((check) => check.Role_Key__c === 'LEGAL').map(passed)),
  );
}

export async function meetGates(org: GateOrg, owner: Person, opportunityIds: readonly string[]): Promise<void> {
  const deals = await states(org.admin, opportunityIds);
  await passOwn(owner, deals);
  await passLegal(org, deals);
}

export async function moveTo(
  person: Person,
  opportunityIds: readonly string[],
  code: string,
  fields: Row = {},
): Promise<void> {
  await must(
    person.connection,
    'update',
    'Opportunity',
    opportunityIds.map((Id) => ({ Id, StageName: code.startsWith('Closed') ? code : stageValue(code), ...fields })),
  );
}
