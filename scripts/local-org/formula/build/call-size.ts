import type { CallNode } from '../syntax/ast.ts';
import type { Typed } from './typed.ts';

/**
 * What a call adds to the compiled query: bytes of its own, and how often the query repeats its arguments.
 * FLOOR in FLOOR grows threefold each time; that is how short formulas hit the limit.
 */
const SHAPES: Readonly<Record<string, readonly [own: number, repeats: number]>> = {
  FLOOR: [62, 3],
  CEILING: [62, 3],
  MFLOOR: [17, 1],
  MCEILING: [17, 1],
  DATE: [405, 7],
  DATEVALUE: [180, 3],
  DATETIMEVALUE: [200, 3],
  TIMEVALUE: [260, 2],
  VALUE: [110, 2],
  SQRT: [8, 2],
  LN: [8, 2],
  LOG: [12, 2],
  LEFT: [24, 1],
  MID: [40, 1],
  FORMATDURATION: [190, 4],
};
/** A date of literals is written as such. */
const LITERAL_DATE = 45;

export function callSize({ name, args: nodes }: CallNode, args: readonly Typed[]): number {
  const inner = args.reduce((sum, { size }) => sum + size, 0);
  const key = name.toUpperCase();
  if (key === 'DATE' && nodes.every(({ kind }) => kind === 'number')) return LITERAL_DATE + inner;
  const [own, repeats] = SHAPES[key] ?? [name.length + 1 + args.length, 1];
  return own + repeats * inner;
}
