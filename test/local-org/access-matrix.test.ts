import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { zipOf } from '../support/zip-of.ts';
import { accessPackage } from './access/access-package.ts';
import {
  bulk,
  type Caller,
  type Channel,
  graphql,
  rest,
  soql,
  type Target,
  uiApi,
  userRecordAccess,
} from './access/channels.ts';
import { expectedRights, matrix } from './access/matrix.ts';
import { type Cast, makePeople, personas, type Persona } from './access/people.ts';
import { type Scenario, scenarios } from './access/scenarios.ts';
import { type Stage, stageOf } from './access/stage.ts';

let org: TestOrg;
let cast: Cast;
let stage: Stage;
beforeAll(async () => {
  org = await startTestOrg();
  const zip = await zipOf(accessPackage);
  const result = await org.connection.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  if (!result.success) throw new Error(JSON.stringify(result.details?.componentFailures));
  cast = await makePeople(org);
  stage = stageOf(org, cast);
});
afterAll(() => org.close());

const channels: readonly Channel[] = [rest, soql, graphql, uiApi, bulk];
const writers = channels.filter((channel) => channel.update !== undefined);

/** Fresh records to be deleted and to be given away, for each person and channel; one to be read and edited by all. */
interface Records {
  readonly kept: string;
  take(): string;
}

async function recordsFor(scenario: Scenario): Promise<Records> {
  const [kept = '', ...fresh] = await scenario.make(1 + personas.length * writers.length * 2);
  const left = fresh[Symbol.iterator]();
  return { kept, take: () => String(left.next().value) };
}

/** What the org lets the person do by this channel, as letters; undefined where the channel has no such act. */
async function asked(channel: Channel, scenario: Scenario, records: Records, who: Persona): Promise<string> {
  const caller: Caller = { url: org.org.url, token: cast[who].token };
  const { object } = scenario;
  const may = async (letter: string, act: Promise<boolean> | undefined) => ((await act) === true ? letter : '');
  const writes = scenario.setup === undefined || channel === rest || channel === bulk;
  const nonce = `n${who}${channel.name.replace(' ', '')}`;
  let rights = '';
  if (writes) rights += await may('c', channel.create?.(caller, object, scenario.values(nonce)));
  rights += await may('r', channel.read(caller, { object, id: records.kept }));
  if (!writes) return rights;
  rights += await may('e', channel.update?.(caller, { object, id: records.kept }, scenario.change));
  rights += await may('d', channel.remove?.(caller, { object, id: records.take() }));
  if (scenario.owned && channel.update)
    rights += await may('t', transfer(channel, caller, { object, id: records.take() }));
  return rights;
}

/** Asks the administrator too: the UI API answers with the record, which the giver may no longer read. */
async function transfer(channel: Channel, caller: Caller, target: Target): Promise<boolean> {
  if ((await channel.update?.(caller, target, { OwnerId: cast.receiver })) === true) return true;
  if (channel !== uiApi) return false;
  const record = await org.connection.sobject(target.object).retrieve(target.id);
  return record['OwnerId'] === cast.receiver;
}

/** Of the expected letters those that a channel can answer. */
function answerable(rights: string, channel: Channel, scenario: Scenario): string {
  const writes = scenario.setup === undefined || channel === rest || channel === bulk;
  return [...rights].filter((letter) => letter === 'r' || (writes && channel.update !== undefined)).join('');
}

test('the matrix has a line for every person in every scenario, with a reason', () => {
  expect(Object.keys(matrix)).toEqual(Object.keys(scenarios));
  for (const name of Object.keys(matrix)) {
    const lines = expectedRights(name);
    expect([name, [...lines.keys()].sort()]).toEqual([name, [...personas].sort()]);
    for (const { because } of lines.values()) expect(because).not.toBe('');
  }
});

describe.each(Object.keys(matrix))('%s', (name) => {
  test('is open to everybody alike through REST, SOQL, GraphQL, UI API and Bulk', { timeout: 120_000 }, async () => {
    const scenario = await (scenarios[name] ?? (() => Promise.reject(new Error(name))))(stage);
    const records = await recordsFor(scenario);
    const lines = expectedRights(name);
    const differences: string[] = [];
    for (const who of personas) {
      const { rights = '', because = '' } = lines.get(who) ?? {};
      const compare = (way: string, found: string, wanted: string): void => {
        if (found !== wanted) differences.push(`${who} by ${way}: "${found}", expected "${wanted}": ${because}`);
      };
      for (const channel of channels)
        compare(channel.name, await asked(channel, scenario, records, who), answerable(rights, channel, scenario));
      if (scenario.setup) continue;
      const caller = { url: org.org.url, token: cast[who].token };
      compare('UserRecordAccess', await userRecordAccess(caller, cast[who].id, records.kept), rights.replace('c', ''));
    }
    expect(differences).toEqual([]);
  });
});
