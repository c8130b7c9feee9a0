import { wrongType } from '../build/complaint.ts';
import type { Call } from '../build/call.ts';
import type { Run } from '../build/typed.ts';
import { toNumber, type Numeric } from '../value/decimal.ts';
import type { FunctionDefinition } from './definition.ts';

const two = (number: number): string => String(number).padStart(2, '0');

function clock(seconds: number, withDays: boolean): string {
  const all = Math.abs(Math.trunc(seconds));
  const rest = `${two(Math.floor(all / 60) % 60)}:${two(all % 60)}`;
  const hours = Math.floor(all / 3600);
  return withDays ? `${Math.floor(all / 86_400)}:${two(hours % 24)}:${rest}` : `${two(hours)}:${rest}`;
}

/** Seconds, with days if asked for; or the span between two times or two date/times, the latter with days. */
export const FORMATDURATION: FunctionDefinition = {
  name: 'FORMATDURATION',
  build(call) {
    call.requireCount(1, 2);
    return { type: 'Text', run: call.args.length === 1 ? ofSeconds(call.typed(0, 'Number')) : ofTwo(call) };
  },
};

function ofSeconds(seconds: Run, withDays: Run = () => false): Run {
  return (environment) => {
    const value = seconds(environment) as Numeric | null;
    return value === null ? null : clock(toNumber(value), withDays(environment) === true);
  };
}

function ofTwo(call: Call): Run {
  const [from, to] = [call.plain(0), call.plain(1)];
  if (from.type === 'Null' || to.type === 'Null') return () => null;
  if (from.type === 'Number') return ofSeconds(from.run, call.typed(1, 'Boolean'));
  if (from.type !== 'Time' && from.type !== 'DateTime')
    throw wrongType(call.name, ['Number', 'Time', 'DateTime'], from);
  const [start, end] = [from.run, call.typed(1, from.type)];
  const withDays = from.type === 'DateTime';
  return (environment) => {
    const [a, b] = [start(environment) as number | null, end(environment) as number | null];
    return a === null || b === null ? null : clock((b - a) / 1000, withDays);
  };
}
