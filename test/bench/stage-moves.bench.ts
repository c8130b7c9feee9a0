/**
 * Ten thousand stage changes through the gates, in collections of 200 over HTTP: records per second against stage changes of
 * deals that no gate holds, and what the package's flows use of a transaction's limits.
 * Run it alone: `npm run bench -- stage-moves`; MOVES=2000 makes it shorter.
 */
import type { Connection } from 'jsforce';
import { meetGates, must, newDeals, type Outcome, type Row } from '../e2e/gate/deals.ts';
import { stageValue } from '../e2e/gate/fixture-playbooks.ts';
import { openGateOrg, type GateOrg } from '../e2e/gate/gate-org.ts';

const AT_ONCE = 200;
/** Every deal goes from S1 to S6. */
const STEPS = ['S2', 'S3', 'S4', 'S5', 'S6'] as const;
/** What the package may use of a transaction: PLATFORM's own limits are 100 and 150. */
const MOST_SOQL = 10;
const MOST_DML = 5;
/** A move makes the next gate with its checks and stands on the last one: this many plain changes of a stage at most. */
const MOST_PLAIN_CHANGES = 15;

interface Measure {
  records: number;
  milliseconds: number;
  soql: number;
  dml: number;
}

const nothing = (): Measure => ({ records: 0, milliseconds: 0, soql: 0, dml: 0 });

async function move({ instanceUrl, accessToken }: Connection, ids: readonly string[], stage: string, sum: Measure) {
  const records = ids.map((id) => ({ attributes: { type: 'Opportunity' }, id, StageName: stage }));
  const started = performance.now();
  const answer = await fetch(`${instanceUrl}/services/data/v66.0/composite/sobjects`, {
    method: 'PATCH',
    headers: { Authorization: `Bearer ${String(accessToken)}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ allOrNone: false, records }),
  });
  const outcomes = (await answer.json()) as Outcome[];
  sum.milliseconds += performance.now() - started;
  const refused = outcomes.find((outcome) => !outcome.success);
  if (refused) throw new Error(`Expected every move to ${stage} to pass: ${JSON.stringify(refused.errors)}`);
  sum.records += outcomes.length;
  const used = answer.headers.get('Local-Org-Transaction') ?? '';
  const count = (name: string) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(used)?.[1]);
  sum.soql = Math.max(sum.soql, count('soql'));
  sum.dml = Math.max(sum.dml, count('dml'));
}

async function measureGated(org: GateOrg, collections: number): Promise<Measure> {
  const sum = nothing();
  for (let done = 0; done < collections; done += STEPS.length) {
    const ids = await newDeals(org.broad, AT_ONCE);
    for (const step of STEPS.slice(0, collections - done)) {
      for (let at = 0; at < ids.length; at += 50) await meetGates(org, org.broad, ids.slice(at, at + 50));
      await move(org.broad.connection, ids, stageValue(step), sum);
    }
  }
  return sum;
}

async function measurePlain(org: GateOrg, collections: number): Promise<Measure> {
  const sum = nothing();
  const rows = Array.from({ length: AT_ONCE }, (_, index): Row => {
    return { Name: `Plain ${index}`, StageName: 'Prospecting', CloseDate: '2026-12-31', Amount: 100_000 };
  });
  const ids = await must(org.broad.connection, 'create', 'Opportunity', rows);
  for (let done = 0; done < collections; done++) {
    await move(org.broad.connection, ids, stageValue(STEPS[done % STEPS.length] ?? 'S2'), sum);
  }
  return sum;
}

const perSecond = ({ records, milliseconds }: Measure): number => (records / milliseconds) * 1000;

function report(name: string, figure: string, ratio: number, bound: number): void {
  process.stdout.write(`${name}: ${figure}, ratio ${ratio.toFixed(2)} (bound ${String(bound)})\n`);
  if (!(ratio <= bound)) process.exitCode = 1;
}

const moves = Number(process.env['MOVES'] ?? 10_000);
const collections = Math.max(1, Math.ceil(moves / AT_ONCE));
const org = await openGateOrg();
try {
  await measurePlain(org, 2);
  const plain = await measurePlain(org, Math.min(collections, 20));
  const gated = await measureGated(org, collections);
  const figure = `${String(gated.records)} moves at ${perSecond(gated).toFixed(0)} records/s, ${perSecond(plain).toFixed(0)} without a gate`;
  report('stage moves', figure, perSecond(plain) / perSecond(gated), MOST_PLAIN_CHANGES);
  report('SOQL per 200 moves', `${String(gated.soql)} queries`, gated.soql / MOST_SOQL, 1);
  report('DML per 200 moves', `${String(gated.dml)} statements`, gated.dml / MOST_DML, 1);
} finally {
  await org.close();
}
