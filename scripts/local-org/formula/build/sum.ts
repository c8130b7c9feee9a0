import { FormulaRuntimeError } from '../errors.ts';
import { DAY, inCalendar } from '../value/date.ts';
import { add, divide, multiply, negate, subtract, toInteger, toNumber, type Numeric } from '../value/decimal.ts';
import { illegalArgument, wrongType } from './complaint.ts';
import { COMPARABLE, concatenation, onNumbers } from './operands.ts';
import type { Run, StaticType, Typed } from './typed.ts';

/** `+` and `-` on numbers, moments and, for `+`, texts. Days move dates and date/times, milliseconds move times. */
export function sum(operator: '+' | '-', left: Typed, right: Typed): { type: StaticType; run: Run } {
  const adds = operator === '+';
  const [a, b] = [left.run, right.run];
  if (left.type === 'Null' || right.type === 'Null') return nullSum(operator, left, right);
  const signed = adds ? add : subtract;
  switch (`${left.type} ${right.type}`) {
    case 'Number Number':
      return { type: 'Number', run: onNumbers(a, b, signed) };
    case 'Text Text':
      if (adds) return { type: 'Text', run: concatenation(operator, left, right) };
      break;
    case 'Date Number':
    case 'DateTime Number':
    case 'Time Number':
      return {
        type: left.type,
        run: onNumbers(a, b, (moment, by) => move(left.type, moment as number, adds ? by : negate(by))),
      };
    case 'Number Date':
    case 'Number DateTime':
      if (adds)
        return { type: right.type, run: onNumbers(a, b, (by, moment) => move(right.type, moment as number, by)) };
      throw wrongType(operator, ['Number'], right);
    case 'Date Date':
    case 'DateTime DateTime':
    case 'Time Time':
      if (!adds)
        return { type: 'Number', run: onNumbers(a, b, (from, to) => between(left.type, from as number, to as number)) };
      if (left.type === 'Time') throw illegalArgument(operator, left.node);
      throw wrongType(operator, ['Number'], right);
  }
  throw sumComplaint(operator, left, right);
}

function sumComplaint(operator: '+' | '-', left: Typed, right: Typed): Error {
  if (left.type === 'Text' && operator === '+') return wrongType(operator, ['Text'], right);
  const movable = left.type === 'Number' || left.type === 'Date' || left.type === 'DateTime' || left.type === 'Time';
  return wrongType(operator, COMPARABLE, movable ? right : left);
}

/** A literal null makes the whole sum blank, whatever the other side is. */
function nullSum(operator: '+' | '-', left: Typed, right: Typed): { type: StaticType; run: Run } {
  for (const side of [left, right]) {
    if (side.type === 'Picklist' || side.type === 'MultiPicklist') throw wrongType(operator, COMPARABLE, side);
  }
  return { type: 'Null', run: () => null };
}

function move(type: StaticType, moment: number, by: Numeric): number {
  if (type === 'Date') return inCalendar((moment + toInteger(by)) * DAY) / DAY;
  // To the second, as the database rounds.
  if (type === 'DateTime') return inCalendar(moment + halfUp(toNumber(multiply(by, 86_400))) * 1000);
  // Past midnight a time begins again; before it there is none.
  const time = moment + toInteger(by);
  if (time < 0) throw new FormulaRuntimeError('The time lies before midnight');
  return time % DAY;
}

const halfUp = (seconds: number): number => Math.sign(seconds) * Math.round(Math.abs(seconds));

function between(type: StaticType, to: number, from: number): Numeric {
  if (type === 'Date') return to - from;
  if (type === 'DateTime') return divide(to - from, DAY);
  return (to - from + DAY) % DAY;
}
