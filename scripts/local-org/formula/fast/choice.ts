import type { Typed } from '../build/typed.ts';
import { textOrBlank } from '../value/value.ts';
import type { Writer } from './writer.ts';

type Write = (typed: Typed, writer: Writer) => string;

/** IF, and CASE of literal texts, with branches as `branch` writes them; undefined when a branch cannot be written so. */
export function choice(
  typed: Typed,
  writer: Writer,
  branch: (typed: Typed) => string | undefined,
  condition: Write,
): string | undefined {
  const parts = typed.parts ?? [];
  const [subject] = parts;
  if (!subject || typed.node.kind !== 'call') return undefined;
  if (typed.node.name.toUpperCase() !== 'IF') return chain(subject, parts, writer, branch, condition);
  const [yes, no] = parts.slice(1).map(branch);
  return yes === undefined || no === undefined
    ? undefined
    : `(${condition(subject, writer)} === true ? ${yes} : ${no})`;
}

function chain(
  subject: Typed,
  parts: readonly Typed[],
  writer: Writer,
  branch: (typed: Typed) => string | undefined,
  condition: Write,
): string | undefined {
  const arms: string[] = [];
  const subjectName = writer.temporary();
  for (let index = 1; index < parts.length - 1; index += 2) {
    const [label, result] = [parts[index]?.node, parts[index + 1]];
    const written = result && branch(result);
    if (label?.kind !== 'text' || written === undefined) return undefined;
    arms.push(`${subjectName} === ${writer.constant(textOrBlank(label.value))} ? ${written}`);
  }
  const last = parts.at(-1);
  const otherwise = last && branch(last);
  if (otherwise === undefined) return undefined;
  return `(${subjectName} = ${condition(subject, writer)}, ${arms.join(' : ')} : ${otherwise})`;
}
