import type { FormulaOptions, FormulaScope } from '../contract.ts';
import type { CallNode } from '../syntax/ast.ts';
import { illegalArgument, picklistMisused, wrongCount, wrongType } from './complaint.ts';
import type { References } from './reference.ts';
import type { Run, StaticType, Typed } from './typed.ts';

/** What a function knows about the formula it stands in. */
export interface Surroundings {
  readonly scope: FormulaScope;
  readonly options: FormulaOptions;
  readonly references: References;
  /** The result may change without any field changing. */
  markVolatile(): void;
}

export interface Built {
  readonly type: StaticType;
  readonly run: Run;
  /** Left out: the arguments' sizes plus the function's name. */
  readonly size?: number;
  readonly reference?: Typed['reference'];
  readonly apply?: Typed['apply'];
}

/** A call with compiled arguments, and the checks that functions share. */
export class Call {
  readonly name: string;
  readonly node: CallNode;
  readonly args: readonly Typed[];
  readonly around: Surroundings;

  constructor(node: CallNode, args: readonly Typed[], around: Surroundings) {
    this.name = node.name;
    this.node = node;
    this.args = args;
    this.around = around;
  }

  arg(index: number): Typed {
    const found = this.args[index];
    if (found === undefined)
      throw new RangeError(`Expected an argument ${index} of ${this.name}, got ${this.args.length}`);
    return found;
  }

  requireCount(minimum: number, maximum = minimum): void {
    const { length } = this.args;
    if (length < minimum) throw wrongCount(this.name, minimum, length, this.node.at);
    if (length > maximum) throw wrongCount(this.name, maximum, length, this.node.at);
  }

  /** The argument, if it is of this type or the literal null. */
  typed(index: number, type: StaticType): Run {
    const actual = this.arg(index);
    if (actual.type !== type && actual.type !== 'Null') throw wrongType(this.name, [type], actual);
    return actual.run;
  }

  /** The argument, if it is of one of these types; the platform does not say which it wanted. */
  oneOf(index: number, types: readonly StaticType[]): Typed {
    const actual = this.arg(index);
    if (types.includes(actual.type)) return actual;
    if (actual.reference && (actual.type === 'Picklist' || actual.type === 'MultiPicklist'))
      throw picklistMisused(actual);
    throw illegalArgument(this.name, actual.node);
  }

  /** The argument, if it may be used as a value at all: a bare picklist may not. */
  plain(index: number): Typed {
    const actual = this.arg(index);
    if (actual.type === 'Picklist' || actual.type === 'MultiPicklist') throw picklistMisused(actual);
    return actual;
  }

  literal(index: number): string {
    const { node } = this.arg(index);
    if (node.kind !== 'text') throw wrongType(this.name, ['Text Literal'], this.arg(index));
    return node.value;
  }
}
