import { illegalArgument } from '../build/complaint.ts';
import type { StaticType } from '../build/typed.ts';
import { DAY, inCalendar, parseTime } from '../value/date.ts';
import { isoWeek } from '../value/iso-week.ts';
import { multiply, toNumber, type Numeric } from '../value/decimal.ts';
import type { Value } from '../value/value.ts';
import { NOT_IN_FLOWS, strict, type FunctionDefinition } from './definition.ts';

const part = (name: string, read: (time: number) => number): FunctionDefinition =>
  strict({ name, params: ['Time'], result: 'Number' }, read);

/** A function of one moment whose meaning depends on the moment's type. */
const ofMoment = (
  name: string,
  result: StaticType,
  readers: Readonly<Partial<Record<StaticType, (moment: never) => Value>>>,
  contexts?: FunctionDefinition['contexts'],
): FunctionDefinition => ({
  name,
  ...(contexts && { contexts }),
  build(call) {
    call.requireCount(1);
    const { type, run, node } = call.plain(0);
    const read = readers[type] as ((moment: Value) => Value) | undefined;
    if (!read) throw illegalArgument(call.name, node);
    return {
      type: result,
      run: (environment) => {
        const moment = run(environment);
        return moment === null ? null : read(moment);
      },
    };
  },
});

const timeOfDay = (at: number): number => ((at % DAY) + DAY) % DAY;

const TIMENOW: FunctionDefinition = {
  name: 'TIMENOW',
  contexts: NOT_IN_FLOWS,
  build(call) {
    call.requireCount(0);
    call.around.markVolatile();
    return { type: 'Time', run: (environment) => timeOfDay(environment.now) };
  },
};

const seconds = (milliseconds: number): number => Math.trunc(milliseconds / 1000);
const week = { Date: (day: number) => isoWeek(day).week, DateTime: (at: number) => isoWeek(Math.floor(at / DAY)).week };
const year = { Date: (day: number) => isoWeek(day).year, DateTime: (at: number) => isoWeek(Math.floor(at / DAY)).year };

export const TIME: readonly FunctionDefinition[] = [
  TIMENOW,
  ofMoment(
    'TIMEVALUE',
    'Time',
    { Text: (text: string) => parseTime(text), Time: (time: number) => time, DateTime: timeOfDay },
    NOT_IN_FLOWS,
  ),
  part('HOUR', (time) => Math.floor(time / 3_600_000)),
  part('MINUTE', (time) => Math.floor(time / 60_000) % 60),
  part('SECOND', (time) => Math.floor(time / 1000) % 60),
  part('MILLISECOND', (time) => time % 1000),
  ofMoment('UNIXTIMESTAMP', 'Number', { Date: (day: number) => day * 86_400, DateTime: seconds, Time: seconds }),
  strict({ name: 'FROMUNIXTIME', params: ['Number'], result: 'DateTime' }, (at: Numeric) =>
    inCalendar(Math.trunc(toNumber(multiply(at, 1000)))),
  ),
  ofMoment('ISOWEEK', 'Number', week),
  ofMoment('ISOYEAR', 'Number', year),
];
