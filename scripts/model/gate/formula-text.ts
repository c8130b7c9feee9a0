/** A text literal of the formula language. */
export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** One argument a line, so that an administrator can read the rule. */
export function call(name: string, ...args: readonly string[]): string {
  return `${name}(\n${args.map(indent).join(',\n')}\n)`;
}

export const and = (...args: readonly string[]): string => (args.length > 1 ? call('AND', ...args) : args.join());
export const or = (...args: readonly string[]): string => (args.length > 1 ? call('OR', ...args) : args.join());

/** True when `text` is one of the values; one CASE is shorter than a chain of OR. */
export function isOneOf(text: string, values: readonly string[]): string {
  return `${call('CASE', text, ...values.map((value) => `${quote(value)}, 1`), '0')} = 1`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
