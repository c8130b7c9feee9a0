import type { FormulaEnvironment, FormulaScope } from '../contract.ts';
import type { Built, Call } from '../build/call.ts';
import type { Run, StaticType, Typed } from '../build/typed.ts';
import type { Value } from '../value/value.ts';

export interface FunctionDefinition {
  /** In capitals, as the reference lists it. */
  readonly name: string;
  /** Where it may be used; absent = everywhere. */
  readonly contexts?: readonly FormulaScope['context'][];
  /** May stand where a flow starts but not inside of it (Help: Flow Formula Considerations). */
  readonly notInsideFlows?: true;
  /** Exists on the platform but is not modelled here: using it is refused by name. */
  readonly refused?: true;
  /** Takes columns of other objects. */
  readonly columns?: true;
  build(call: Call): Built;
}

/** Where a record has a past: rules and triggers, not fields and defaults. */
export const CHANGE_CONTEXTS: readonly FormulaScope['context'][] = ['validation', 'workflow', 'flow'];

/** Flow formulas have no time of day. */
export const NOT_IN_FLOWS: readonly FormulaScope['context'][] = ['field', 'validation', 'default', 'workflow'];

interface Signature {
  readonly name: string;
  readonly params: readonly StaticType[];
  /** How many of the last parameters may be left out. */
  readonly optional?: number;
  readonly result: StaticType;
  readonly contexts?: FunctionDefinition['contexts'];
}

/** A function of fixed types whose result is blank as soon as an argument is. */
export function strict(signature: Signature, compute: (...values: never[]) => Value): FunctionDefinition {
  const call = compute as (...values: Value[]) => Value;
  return fixed(signature, (runs) => strictRun(runs, call), { compute: call, strict: true });
}

/** A function of fixed types that decides itself what a blank argument means. */
export function lenient(signature: Signature, compute: (...values: never[]) => Value): FunctionDefinition {
  const call = compute as (...values: Value[]) => Value;
  return fixed(signature, (runs) => lenientRun(runs, call), { compute: call, strict: false });
}

function lenientRun(runs: readonly Run[], call: (...values: Value[]) => Value): Run {
  const [first, second, third] = runs;
  if (first && runs.length === 1) return (environment) => call(first(environment));
  if (first && second && runs.length === 2) return (environment) => call(first(environment), second(environment));
  if (first && second && third && runs.length === 3)
    return (environment) => call(first(environment), second(environment), third(environment));
  return (environment) => call(...runs.map((run) => run(environment)));
}

function fixed(
  signature: Signature,
  runOf: (runs: Run[]) => Run,
  apply: NonNullable<Typed['apply']>,
): FunctionDefinition {
  const { name, params, result, contexts } = signature;
  return {
    name,
    ...(contexts && { contexts }),
    build(call) {
      call.requireCount(params.length - (signature.optional ?? 0), params.length);
      const runs = call.args.map((_, index) => call.typed(index, params[index] ?? 'Null'));
      return { type: result, run: runOf(runs), apply };
    },
  };
}

function strictRun(runs: Run[], compute: (...values: Value[]) => Value): Run {
  const [first, second] = runs;
  if (first && runs.length === 1) return (environment) => strictOne(first(environment), compute);
  if (first && second && runs.length === 2)
    return (environment) => strictTwo(first(environment), second(environment), compute);
  return (environment: FormulaEnvironment) => {
    const values = runs.map((run) => run(environment));
    return values.includes(null) ? null : compute(...values);
  };
}

const strictOne = (a: Value, compute: (...values: Value[]) => Value): Value => (a === null ? null : compute(a));
const strictTwo = (a: Value, b: Value, compute: (...values: Value[]) => Value): Value =>
  a === null || b === null ? null : compute(a, b);
