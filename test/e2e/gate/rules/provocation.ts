import type { Row } from '../deals.ts';
import type { GateOrg, Person } from '../gate-org.ts';
import type { Setting } from './setting.ts';

type Who = 'broad' | 'legal' | 'head' | 'bypasser' | 'admin';

/** One write that a rule must refuse in its own words. Who writes is the user with broad edit rights unless said otherwise. */
export interface Provocation {
  readonly rule: string;
  readonly by: Who;
  /** A row with an id is an update, one without a creation. */
  row(setting: Setting): Promise<Row> | Row;
}

export const rule = (rule: string, row: Provocation['row'], by: Who = 'broad'): Provocation => ({ rule, row, by });

export const writer = (org: GateOrg, by: Who): Person['connection'] =>
  by === 'admin' ? org.admin : org[by].connection;
