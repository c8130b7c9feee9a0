import { sameValue } from '../build/equality.ts';
import type { Built, Call } from '../build/call.ts';
import { illegalArgument, wrongCount, wrongType } from '../build/complaint.ts';
import { commonType, type Run, type StaticType } from '../build/typed.ts';
import { textOrBlank } from '../value/value.ts';
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

const CASE: FunctionDefinition = {
  name: 'CASE',
  build(call) {
    const count = call.args.length;
    if (count % 2 !== 0 || count < 4) throw wrongCount(call.name, count < 4 ? 4 : count - 1, count, call.node.at);
    const subject = call.arg(0);
    if (subject.type === 'Boolean' || subject.type === 'Location') throw illegalArgument(call.name, subject.node);
    const { labels, compared } = caseLabels(call);
    const { results, type } = caseResults(call);
    const run = caseRun(subject.run, labels, results, compared);
    return { type, run, size: caseSize(call) };
  },
};

/** The values compared with, and their type. A picklist is compared with literals only. */
function caseLabels(call: Call): { labels: Run[]; compared: StaticType } {
  const labels: Run[] = [];
  let compared = call.arg(0).type;
  for (let index = 1; index < call.args.length - 1; index += 2) {
    if (compared === 'Picklist' || compared === 'MultiPicklist') {
      const literal = textOrBlank(call.literal(index));
      labels.push(() => literal);
      continue;
    }
    const label = call.plain(index);
    if (label.type === 'Boolean') throw illegalArgument(call.name, label.node);
    const common = commonType(compared, label.type);
    if (!common) throw wrongType(call.name, [compared], label);
    compared = common;
    labels.push(label.run);
  }
  return { labels, compared: compared === 'Picklist' || compared === 'MultiPicklist' ? 'Text' : compared };
}

function caseResults(call: Call): { results: Run[]; type: StaticType } {
  const last = call.args.length - 1;
  const results: Run[] = [];
  let type: StaticType = 'Null';
  for (let index = 2; index <= last; index += index + 2 > last && index !== last ? 1 : 2) {
    const result = call.plain(index);
    if (result.type === 'Boolean') throw illegalArgument(call.name, result.node);
    const common = commonType(type, result.type);
    if (!common) throw wrongType(call.name, [type], result);
    type = common;
    results.push(result.run);
  }
  return { results, type };
}

function caseRun(subject: Run, labels: readonly Run[], results: readonly Run[], type: StaticType): Run {
  return (environment) => {
    const value = subject(environment);
    for (let index = 0; index < labels.length; index += 1) {
      if (sameValue(type, value, labels[index]!(environment)) === true) return results[index]!(environment);
    }
    return results[labels.length]!(environment);
  };
}

function caseSize(call: Call): number {
  const [subject, ...rest] = call.args.map(({ size }) => size);
  const repeats = call.arg(0).type === 'Text' ? Math.floor(rest.length / 2) : 1;
  return 9 + subject! * repeats + rest.reduce((sum, size) => sum + size + 6, 0);
}

/** ISBLANK and BLANKVALUE see an empty text as blank; ISNULL and NULLVALUE, kept for old formulas, never do. */
const isBlank = (name: 'ISBLANK' | 'ISNULL'): FunctionDefinition => ({
  name,
  build(call) {
    call.requireCount(1);
    const { type, run, node } = call.arg(0);
    if (type === 'Boolean' || type === 'Location') throw illegalArgument(call.name, node);
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
