/**
 * Queries over a million rows through runQuery against the same question as SQL written by hand in the same database, prepared
 * once, its rows made into the same records. Every lookup asks for another value.
 * Run it alone: `npm run bench -- soql`; ROWS=100000 makes it shorter.
 */
import type { StatementSync } from 'node:sqlite';
import { idFromNumber } from '../../scripts/local-org/store/ids.ts';
import type { QueryRecord } from '../../scripts/local-org/soql/contract.ts';
import { runQuery } from '../../scripts/local-org/soql/run.ts';
import { openQueryOrg } from '../support/local-org/query-org.ts';
import { readingComponents } from './reading-components.ts';

const ROWS = Number(process.env['ROWS'] ?? 1_000_000);
const BOUND = 1.3;
const BUDGET_MS = 2_000;
const ROUNDS = 8;
const BASE = '/services/data/v66.0';
const PHASES = ['Survey', 'Build', 'Run', 'Idle'];
const ACCOUNTS = Math.ceil(ROWS / 100);

const org = openQueryOrg(readingComponents);
org.grantFields('System Administrator', 'Reading__c');
const { db } = org.org.store;
const type = org.org.schema().object('Reading__c');
if (!type) throw new Error('Expected the object of the benchmark');
const account = (number: number): string => idFromNumber('001', 1_000_000 + (number % ACCOUNTS));
const id = (number: number): string => idFromNumber(type.keyPrefix, 1_000_000 + number);

function fill(): void {
  const columns = [
    'Id',
    'Name',
    'OwnerId',
    'SystemModstamp',
    'Code__c',
    'Account__c',
    'Amount__c',
    'Phase__c',
    'Day__c',
  ];
  const insert = db.prepare(
    `INSERT INTO "Reading__c" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  db.exec('BEGIN');
  for (let row = 0; row < ROWS; row++) {
    const moment = new Date(Date.UTC(2025, 0, 1) + row * 20_000).toISOString();
    const day = moment.slice(0, 10);
    const phase = PHASES[row % 4] ?? null;
    insert.run(
      id(row),
      `Reading ${row}`,
      org.adminId,
      moment,
      `C${row}`,
      account(row * 7),
      (row % 1000) / 4,
      phase,
      day,
    );
  }
  db.exec('COMMIT');
}

interface Contest {
  readonly name: string;
  soql(turn: number): string;
  readonly sql: string;
  value(turn: number): string | number | undefined;
  record(row: unknown[]): QueryRecord;
}

const reading = (key: unknown): QueryRecord['attributes'] => ({
  type: 'Reading__c',
  url: `${BASE}/sobjects/Reading__c/${String(key)}`,
});
const grouped = { type: 'AggregateResult' };
const place = (turn: number): number => (turn * 7919) % ROWS;
const plain = ([Id, Name, Code__c, Amount__c, Phase__c]: unknown[]): QueryRecord => ({
  attributes: reading(Id),
  Id,
  Name,
  Code__c,
  Amount__c,
  Phase__c,
});
const FIELDS = 'Id, Name, Code__c, Amount__c, Phase__c';
const FROM = 'FROM "Reading__c" WHERE "IsDeleted" = 0';

const CONTESTS: readonly Contest[] = [
  {
    name: 'lookup by id',
    soql: (turn) => `SELECT ${FIELDS} FROM Reading__c WHERE Id = '${id(place(turn))}'`,
    sql: `SELECT ${FIELDS} ${FROM} AND "Id" = ?`,
    value: (turn) => id(place(turn)),
    record: plain,
  },
  {
    name: 'lookup by external id',
    soql: (turn) => `SELECT ${FIELDS} FROM Reading__c WHERE Code__c = 'C${place(turn)}'`,
    sql: `SELECT ${FIELDS} ${FROM} AND "Code__c" = ?`,
    value: (turn) => `C${place(turn)}`,
    record: plain,
  },
  {
    name: 'lookup by name',
    soql: (turn) => `SELECT ${FIELDS} FROM Reading__c WHERE Name = 'Reading ${place(turn)}'`,
    sql: `SELECT ${FIELDS} ${FROM} AND "Name" = ?`,
    value: (turn) => `Reading ${place(turn)}`,
    record: plain,
  },
  {
    name: '100 rows of a parent, ordered',
    soql: (turn) => `SELECT ${FIELDS} FROM Reading__c WHERE Account__c = '${account(turn)}' ORDER BY Name`,
    sql: `SELECT ${FIELDS} ${FROM} AND "Account__c" = ? ORDER BY "Name"`,
    value: (turn) => account(turn),
    record: plain,
  },
  {
    name: 'sum of a parent',
    soql: (turn) =>
      `SELECT Phase__c, COUNT(Id) n, SUM(Amount__c) total FROM Reading__c WHERE Account__c = '${account(turn)}' GROUP BY Phase__c`,
    sql: `SELECT "Phase__c", count("Id"), sum("Amount__c") ${FROM} AND "Account__c" = ? GROUP BY "Phase__c"`,
    value: (turn) => account(turn),
    record: ([Phase__c, n, total]) => ({ attributes: grouped, Phase__c, n, total }),
  },
  {
    name: 'sum of all rows',
    soql: () => 'SELECT Phase__c, COUNT(Id) n, SUM(Amount__c) total FROM Reading__c GROUP BY Phase__c',
    sql: `SELECT "Phase__c", count("Id"), sum("Amount__c") ${FROM} GROUP BY "Phase__c"`,
    value: () => undefined,
    record: ([Phase__c, n, total]) => ({ attributes: grouped, Phase__c, n, total }),
  },
  {
    name: '2,000 rows in order of name',
    soql: (turn) => `SELECT ${FIELDS} FROM Reading__c WHERE Name > 'Reading ${place(turn)}' ORDER BY Name LIMIT 2000`,
    sql: `SELECT ${FIELDS} ${FROM} AND "Name" > ? ORDER BY "Name" LIMIT 2000`,
    value: (turn) => `Reading ${place(turn)}`,
    record: plain,
  },
];

function byHand(statement: StatementSync, { value, record }: Contest): (turn: number) => QueryRecord[] {
  return (turn) => {
    const asked = value(turn);
    return (asked === undefined ? statement.all() : statement.all(asked)).map((row) =>
      record(row as unknown as unknown[]),
    );
  };
}

/** Of the processor's time, so that whatever else the machine does counts for nobody. */
function microseconds(ask: (turn: number) => unknown, from: number): number {
  const started = performance.now();
  const used = process.cpuUsage();
  let turn = 0;
  do ask(from + turn++);
  while (performance.now() - started < BUDGET_MS / ROUNDS);
  const { user, system } = process.cpuUsage(used);
  return (user + system) / turn;
}

function measure(contest: Contest): void {
  const statement = db.prepare(contest.sql);
  statement.setReturnArrays(true);
  const hand = byHand(statement, contest);
  const session = org.session();
  const ours = (turn: number): QueryRecord[] => runQuery(session, contest.soql(turn), { urlBase: BASE }).records;
  if (JSON.stringify(hand(3)) !== JSON.stringify(ours(3)))
    throw new Error(`Expected the same records: ${contest.name}`);
  for (const warm of [ours, hand]) microseconds(warm, 0);
  // Never the same rows, or whoever comes second finds them in memory.
  const times = Array.from({ length: ROUNDS }, (_, round): [number, number] => {
    const first = microseconds(round % 2 === 0 ? ours : hand, (2 * round + 1) * 100_003);
    const second = microseconds(round % 2 === 0 ? hand : ours, (2 * round + 2) * 100_003);
    return round % 2 === 0 ? [first, second] : [second, first];
  });
  // What disturbs a round only makes it slower.
  const [mine, theirs] = [Math.min(...times.map(([time]) => time)), Math.min(...times.map(([, time]) => time))];
  const ratio = mine / theirs;
  const figure = `${mine.toFixed(1)} µs, by hand ${theirs.toFixed(1)} µs`;
  process.stdout.write(`${contest.name}: ${figure}, ratio ${ratio.toFixed(2)} (bound ${BOUND})\n`);
  if (!(ratio <= BOUND)) process.exitCode = 1;
}

try {
  const started = performance.now();
  fill();
  process.stdout.write(`${ROWS} rows in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  for (const contest of CONTESTS) measure(contest);
  const { rss, heapUsed } = process.memoryUsage();
  process.stdout.write(`memory: ${Math.round(rss / 1e6)} MB resident, ${Math.round(heapUsed / 1e6)} MB heap\n`);
} finally {
  org.close();
}
