import { sameValue } from '../build/equality.ts';
import type { Call } from '../build/call.ts';
import { illegalArgument, wrongCount, wrongType } from '../build/complaint.ts';
import { commonType, type Run, type StaticType } from '../build/typed.ts';
import { textOrBlank, type Value } from '../value/value.ts';
import type { FunctionDefinition } from './definition.ts';

export const CASE: FunctionDefinition = {
  name: 'CASE',
  build(call) {
    const count = call.args.length;
    if (count % 2 !== 0 || count < 4) throw wrongCount(call.name, count < 4 ? 4 : count - 1, count, call.node.at);
    const subject = call.arg(0);
    if (subject.type === 'Boolean' || subject.type === 'Location') throw illegalArgument(call.name, subject.node);
    const { labels, compared } = caseLabels(call);
    const { results, type } = caseResults(call);
    const literals = compared === 'Text' ? textLabels(call) : undefined;
    const run = literals
      ? textCaseRun(subject.run, literals, results)
      : caseRun(subject.run, labels, results, compared);
    return { type, run, size: caseSize(call) };
  },
};

/** The values compared with, and their type. A picklist is compared with literals only. */
function caseLabels(call: Call): { labels: Run[]; compared: StaticType } {
  const subject = call.arg(0).type;
  const choice = subject === 'Picklist' || subject === 'MultiPicklist';
  let compared: StaticType = choice ? 'Text' : subject;
  const labels: Run[] = [];
  for (let index = 1; index < call.args.length - 1; index += 2) {
    if (choice) {
      const literal = textOrBlank(call.literal(index));
      labels.push(() => literal);
    } else {
      compared = agree(call, compared, index);
      labels.push(call.arg(index).run);
    }
  }
  return { labels, compared };
}

/** Every result and, last, what holds when nothing matches. */
function caseResults(call: Call): { results: Run[]; type: StaticType } {
  const last = call.args.length - 1;
  const indexes = call.args
    .map((_, index) => index)
    .filter((index) => index === last || (index > 0 && index % 2 === 0));
  const type = indexes.reduce<StaticType>((common, index) => agree(call, common, index), 'Null');
  return { results: indexes.map((index) => call.arg(index).run), type };
}

/** CASE neither compares nor yields Booleans. */
function agree(call: Call, type: StaticType, index: number): StaticType {
  const actual = call.plain(index);
  if (actual.type === 'Boolean') throw illegalArgument(call.name, actual.node);
  const common = commonType(type, actual.type);
  if (!common) throw wrongType(call.name, [type], actual);
  return common;
}

/** The labels when all of them are literal texts, as most are: they are found by look-up and not one after the other. */
function textLabels(call: Call): (string | null)[] | undefined {
  const found: (string | null)[] = [];
  for (let index = 1; index < call.args.length - 1; index += 2) {
    const { node } = call.arg(index);
    if (node.kind !== 'text') return undefined;
    found.push(textOrBlank(node.value));
  }
  return found;
}

function textCaseRun(subject: Run, labels: readonly (string | null)[], results: readonly Run[]): Run {
  const byLabel = new Map<Value, Run>();
  const otherwise: Run = results.at(-1) ?? (() => null);
  // Of two equal labels the first holds.
  for (const [index, label] of labels.entries()) {
    if (!byLabel.has(label)) byLabel.set(label, results[index] ?? otherwise);
  }
  return (environment) => (byLabel.get(subject(environment)) ?? otherwise)(environment);
}

function caseRun(subject: Run, labels: readonly Run[], results: readonly Run[], type: StaticType): Run {
  return (environment) => {
    const value = subject(environment);
    for (let index = 0; index < labels.length; index += 1) {
      const label = labels[index]?.(environment) ?? null;
      if (sameValue(type, value, label) === true) return results[index]?.(environment) ?? null;
    }
    return results.at(-1)?.(environment) ?? null;
  };
}

function caseSize(call: Call): number {
  const subject = call.arg(0);
  const repeats = subject.type === 'Text' ? Math.floor((call.args.length - 1) / 2) : 1;
  return 9 + subject.size * repeats + call.args.slice(1).reduce((sum, { size }) => sum + size + 6, 0);
}
