/** A generator of numbers that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const FIELDS =
  'Id Name Code__c Area__c Share__c Tags__c Phase__c Opened__c CreatedDate Is_Large__c OwnerId Account__c'.split(' ');
const PATHS = [
  ...FIELDS,
  'Account__r.Name',
  'Account__r.Owner.Name',
  'Owner.Name',
  'Owner.Type',
  's.Name',
  'Notes__c',
  'Nope__c',
];
const LITERALS = [
  "'North'",
  "''",
  "'Öst'",
  "'a\\'b'",
  "'%o_'",
  '5',
  '-2.5',
  'TRUE',
  'null',
  '2026-03-03',
  '2026-03-03T08:00:00Z',
];
const DATES = [
  'TODAY',
  'LAST_WEEK',
  'NEXT_N_DAYS:3',
  'N_FISCAL_QUARTERS_AGO:2',
  'THIS_FISCAL_YEAR',
  'USD5',
  'NOT_A_DAY',
];
const CALLS = [
  'toLabel',
  'FORMAT',
  'convertCurrency',
  'CALENDAR_YEAR',
  'DAY_ONLY',
  'convertTimezone',
  'COUNT',
  'MIN',
  'SUM',
  'GROUPING',
];

/** Any clause may follow its forerunner, whether or not the two fit: texts that the grammar takes, meanings that it may not. */
export function randomQuery(random: () => number): string {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const maybe = (chance: number, text: () => string): string => (random() < chance ? ` ${text()}` : '');
  const many = (most: number, text: () => string): string =>
    Array.from({ length: 1 + Math.floor(random() * most) }, text).join(', ');
  const value = (): string => (random() < 0.7 ? pick(LITERALS) : pick(DATES));
  const expression = (): string => (random() < 0.75 ? pick(PATHS) : `${pick(CALLS)}(${pick(PATHS)})`);
  const comparison = (): string => {
    if (random() < 0.15) return `${pick(['Id', 'Account__c', 'OwnerId'])} ${pick(['IN', 'NOT IN'])} (${inner()})`;
    if (random() < 0.3) return `${expression()} ${pick(['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'])} (${many(3, value)})`;
    return `${expression()} ${pick(['=', '!=', '<>', '<', '<=', '>', '>=', 'LIKE'])} ${value()}`;
  };
  const condition = (): string => {
    if (random() < 0.6) return comparison();
    if (random() < 0.3) return `NOT ${comparison()}`;
    return `(${condition()}) ${pick(['AND', 'OR'])} (${condition()})`;
  };
  const inner = (): string =>
    `SELECT ${pick(['Id', 'Site__c', 'Site__r.Account__c', 'Name'])} FROM ${pick(['Visit__c', 'Site__c', 'Account', 'User'])}${end(0.2)}`;
  const end = (chance: number): string =>
    maybe(chance, () => `USING SCOPE ${pick(['mine', 'everything', 'team'])}`) +
    maybe(chance, () => `WHERE ${condition()}`) +
    maybe(chance / 3, () => `WITH ${pick(['SECURITY_ENFORCED', 'USER_MODE', 'SYSTEM_MODE'])}`) +
    maybe(chance / 2, () =>
      `GROUP BY ${pick(['', 'ROLLUP', 'CUBE'])}(${many(2, expression)})`.replace(/BY \((.*)\)$/, 'BY $1'),
    ) +
    maybe(chance / 3, () => `HAVING ${condition()}`) +
    maybe(
      chance,
      () => `ORDER BY ${many(2, () => expression() + maybe(0.5, () => pick(['DESC', 'ASC NULLS LAST'])))}`,
    ) +
    maybe(chance, () => `LIMIT ${pick([0, 1, 200, 500])}`) +
    maybe(chance / 3, () => `OFFSET ${pick([0, 1, 2001])}`) +
    maybe(chance / 4, () => `FOR ${pick(['VIEW', 'REFERENCE', 'UPDATE'])}`) +
    maybe(chance / 6, () => 'ALL ROWS');
  const item = (): string => {
    const kind = random();
    if (kind < 0.7) return expression() + maybe(0.1, () => 'named');
    if (kind < 0.8)
      return `(SELECT ${many(2, () => pick(['Id', 'Name', 'Site_Label__c']))} FROM ${pick(['Visits__r', 's.Visits__r', 'x.Visits__r'])}${end(0.25)})`;
    if (kind < 0.9) return `FIELDS(${pick(['ALL', 'STANDARD', 'CUSTOM', 'NONE'])})`;
    return `TYPEOF ${pick(['Owner', 'Account__r', 'Account__r.Owner'])} WHEN ${pick(['User', 'Group', 'Lead'])} THEN Name, ${pick(['Email', 'Id'])}${maybe(0.5, () => 'ELSE Name')} END`;
  };
  return `SELECT ${random() < 0.1 ? 'COUNT()' : many(3, item)} FROM Site__c${pick([' s', ' AS s', ''])}${end(0.35)}`;
}
