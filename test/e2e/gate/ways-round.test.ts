import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGateOrg, type GateOrg } from './gate-org.ts';
import { attack, prepare } from './ways-round/attack.ts';
import { checks } from './ways-round/checks.ts';
import { kinds } from './ways-round/kinds.ts';
import { moves } from './ways-round/moves.ts';
import { records } from './ways-round/records.ts';

const waysRound = [...moves, ...checks, ...kinds, ...records];

let org: GateOrg;
const made = new Map<string, Map<string, string>>();

beforeAll(async () => {
  org = await openGateOrg();
  made.set('with the flows on', await prepare(org, org.broad, waysRound));
  made.set('as a user with broad edit rights', await prepare(org, org.broad, waysRound));
  made.set('as a seller', await prepare(org, org.seller, waysRound));
}, 300_000);
afterAll(() => org?.close());

describe('the gate with the flows on, against a user with broad edit rights', () => {
  it.each(waysRound)('holds against $name', async (way) => {
    const { before, after, outcome } = await attack(org, org.broad, way, made.get('with the flows on')!);
    expect(outcome.success, JSON.stringify(outcome)).toBe(false);
    expect(after).toBe(before);
  });
});

describe('the gate with every flow off', () => {
  beforeAll(() => org.switchFlows(false));

  describe('as a user with broad edit rights', () => {
    it.each(waysRound)('holds against $name', async (way) => {
      const { before, after, outcome } = await attack(
        org,
        org.broad,
        way,
        made.get('as a user with broad edit rights')!,
      );
      expect(outcome.success, JSON.stringify(outcome)).toBe(false);
      expect(after).toBe(before);
      if (way.says) expect(outcome.errors.map((error) => error.message).join('\n')).toMatch(way.says);
    });
  });

  describe('as a seller', () => {
    it.each(waysRound)('holds against $name', async (way) => {
      const { before, after, outcome } = await attack(org, org.seller, way, made.get('as a seller')!);
      expect(outcome.success, JSON.stringify(outcome)).toBe(false);
      expect(after).toBe(before);
    });
  });
});
