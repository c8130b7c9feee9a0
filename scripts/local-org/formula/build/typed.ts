import type { FormulaEnvironment, FormulaReference, ResolvedReference } from '../contract.ts';
import type { Node } from '../syntax/ast.ts';
import type { Value } from '../value/value.ts';

/** The types of expressions. Ids are Text to every function; a Location lives only between GEOLOCATION and DISTANCE, a Column in VLOOKUP. */
export type StaticType =
  | 'Text'
  | 'Number'
  | 'Boolean'
  | 'Date'
  | 'DateTime'
  | 'Time'
  | 'Picklist'
  | 'MultiPicklist'
  | 'Location'
  | 'Column'
  | 'Null';

export type Run = (environment: FormulaEnvironment) => Value;

/** A compiled expression: what it yields and how. */
export interface Typed {
  readonly type: StaticType;
  readonly run: Run;
  readonly node: Node;
  /** Bytes this expression would take in the platform's compiled query. */
  readonly size: number;
  /** Set for a bare field: what ISCHANGED and PRIORVALUE look behind. */
  readonly reference?: FormulaReference;
  /** Set for literals. */
  readonly literal?: Value;
  /** The expressions it is made of; absent for leaves. */
  readonly parts?: readonly Typed[];
  /** Set for a function of its arguments' values alone; a strict one is blank as soon as an argument is. */
  readonly apply?: { readonly compute: (...values: Value[]) => Value; readonly strict: boolean };
  /** Set for a column of another object. */
  readonly column?: ResolvedReference;
}

/** The type both branches of an IF agree on; undefined when there is none. */
export function commonType(a: StaticType, b: StaticType): StaticType | undefined {
  if (a === 'Null') return b;
  return b === 'Null' || a === b ? a : undefined;
}
