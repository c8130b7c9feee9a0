import { wrongType } from '../build/complaint.ts';
import type { StaticType } from '../build/typed.ts';
import { dateTimeToStore, dateToStore, timeToStore } from '../value/date.ts';
import { formatNumber, type Numeric } from '../value/decimal.ts';
import type { Value } from '../value/value.ts';
import { strict, type FunctionDefinition } from './definition.ts';

const FORMATS: Readonly<Partial<Record<StaticType, (value: never) => string>>> = {
  Number: (value: Numeric) => formatNumber(value),
  Date: (day: number) => dateToStore(day),
  DateTime: (at: number) => `${dateTimeToStore(at).slice(0, 19).replace('T', ' ')}Z`,
  Time: (at: number) => timeToStore(at),
  Picklist: (chosen: string) => chosen,
};

/** Numbers in plain digits, dates as YYYY-MM-DD, date/times in GMT, a picklist as the API name of its value. */
const TEXT: FunctionDefinition = {
  name: 'TEXT',
  build(call) {
    call.requireCount(1);
    const { type, run } = call.arg(0);
    if (type === 'Null') return { type: 'Text', run: () => null };
    const format = FORMATS[type] as ((value: Value) => string) | undefined;
    if (!format) throw wrongType(call.name, ['Number', 'Date', 'DateTime', 'Picklist'], call.arg(0));
    return {
      type: 'Text',
      run: (environment) => {
        const value = run(environment);
        return value === null ? null : format(value);
      },
    };
  },
};

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three letters say which of the fifteen are capitals, five at a time. */
function caseSafeId(id: string): string {
  if (id.length !== 15) return id;
  const groups = [0, 5, 10].map((start) => Array.from(id.slice(start, start + 5)));
  const bits = groups.map((group) =>
    group.reduce((sum, letter, index) => sum + (/[A-Z]/.test(letter) ? 1 << index : 0), 0),
  );
  return id + bits.map((index) => SUFFIX[index]).join('');
}

export const CONVERSION: readonly FunctionDefinition[] = [
  TEXT,
  strict({ name: 'CASESAFEID', params: ['Text'], result: 'Text' }, caseSafeId),
];
