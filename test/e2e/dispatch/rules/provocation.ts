import type { Row } from '../../gate/deals.ts';
import type { Setting } from './setting.ts';

type Who = 'intruder' | 'dispatcher' | 'integration';

/** One write that a rule must refuse in its own words. Who writes is the intruder, who may write every field, unless said otherwise. */
export interface Provocation {
  readonly rule: string;
  readonly by: Who;
  /** Object of the write, where a rule of a parent refuses what a child brings about. */
  readonly on?: string;
  /** A row with an id is an update, one without a creation. */
  row(setting: Setting): Row;
}

export const rule = (
  rule: string,
  row: Provocation['row'],
  { by = 'intruder', on }: { readonly by?: Who; readonly on?: string } = {},
): Provocation => ({ rule, by, row, ...(on === undefined ? {} : { on }) });
