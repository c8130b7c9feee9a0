/** A text literal of the formula language. */
export function quote(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** One argument a line, so that an administrator can read the rule. */
export function call(name: string, args: readonly string[]): string {
  return `${name}(\n${args.map((arg) => indent(arg)).join(',\n')}\n)`;
}

export function and(...args: string[]): string {
  return call('AND', args);
}

export function or(...args: string[]): string {
  return args.length === 1 ? args[0]! : call('OR', args);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
