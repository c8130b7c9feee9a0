import { CASE } from './case.ts';
import type { Built } from '../build/call.ts';
import { illegalArgument, wrongType } from '../build/complaint.ts';
import { commonType } from '../build/typed.ts';
import { strict, type FunctionDefinition } from './definition.ts';

/** AND, OR: blank counts as false; the first argument that decides ends it. */
const junction = (name: 'AND' | 'OR', deciding: boolean): FunctionDefinition => ({
  name,
  build(call) {
    call.requireCount(1, Infinity);
    const runs = call.args.map((_, index) => call.typed(index, 'Boolean'));
    return {
      type: 'Boolean',
      run: (environment) => {
        for (const run of runs) if ((run(environment) === true) === deciding) return deciding;
        return !deciding;
      },
    };
  },
});

const IF: FunctionDefinition = {
  name: 'IF',
  build(call) {
    call.requireCount(3);
    if (call.plain(0).type !== 'Boolean') throw wrongType(call.name, ['Boolean'], call.arg(0));
    const test = call.arg(0).run;
    const [yes, no] = [call.plain(1), call.plain(2)];
    const type = commonType(yes.type, no.type);
    if (!type) throw wrongType(call.name, [yes.type], no);
    const [then, otherwise] = [yes.run, no.run];
    const size = 26 + call.arg(0).size + yes.size + no.size;
    return {
      type,
      size,
      run: (environment) => (test(environment) === true ? then(environment) : otherwise(environment)),
    };
  },
};

/** ISBLANK and BLANKVALUE see an empty text as blank; ISNULL and NULLVALUE, kept for old formulas, never do. */
const isBlank = (name: 'ISBLANK' | 'ISNULL'): FunctionDefinition => ({
  name,
  build(call) {
    call.requireCount(1);
    const { type, run, node } = call.arg(0);
    const made = type === 'Location' && node.kind !== 'reference';
    if (type === 'Boolean' || made) throw illegalArgument(call.name, node);
    if (name === 'ISNULL' && type === 'Text') return { type: 'Boolean', run: () => false };
    return { type: 'Boolean', run: (environment) => run(environment) === null };
  },
});

const orElse = (name: 'BLANKVALUE' | 'NULLVALUE'): FunctionDefinition => ({
  name,
  build(call): Built {
    call.requireCount(2);
    const [value, substitute] = [call.plain(0), call.plain(1)];
    if (value.type === 'Boolean' || value.type === 'Location') throw illegalArgument(call.name, value.node);
    const type = commonType(value.type, substitute.type);
    if (!type) throw wrongType(call.name, [value.type], substitute);
    if (name === 'NULLVALUE' && type === 'Text') return { type, run: value.run };
    const [first, second] = [value.run, substitute.run];
    return { type, run: (environment) => first(environment) ?? second(environment) };
  },
});

export const LOGICAL: readonly FunctionDefinition[] = [
  junction('AND', false),
  junction('OR', true),
  strict({ name: 'NOT', params: ['Boolean'], result: 'Boolean' }, (value: boolean) => !value),
  IF,
  CASE,
  isBlank('ISBLANK'),
  isBlank('ISNULL'),
  orElse('BLANKVALUE'),
  orElse('NULLVALUE'),
];
