import { FormulaCompileError } from '../errors.ts';
import { describe } from '../build/complaint.ts';
import type { Call } from '../build/call.ts';
import type { Run } from '../build/typed.ts';
import { formatNumber, type Numeric } from '../value/decimal.ts';
import type { Value } from '../value/value.ts';
import type { FunctionDefinition } from './definition.ts';

/** The two functions that yield markup. The API hands the markup out as the field's value. */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: Value): string =>
  typeof text === 'string' ? text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character) : '';

const HYPERLINK: FunctionDefinition = {
  name: 'HYPERLINK',
  contexts: ['field', 'flow'],
  build(call) {
    call.requireCount(2, 3);
    const url = safeUrl(call);
    const name = call.typed(1, 'Text');
    const target: Run = call.args.length === 3 ? call.typed(2, 'Text') : () => '_blank';
    return {
      type: 'Text',
      run: (environment) =>
        `<a href="${escape(url(environment))}" target="${escape(target(environment))}">${escape(name(environment))}</a>`,
    };
  },
};

function safeUrl(call: Call): Run {
  const { node } = call.arg(0);
  if (node.kind === 'text' && /^\s*javascript:/i.test(node.value)) {
    throw new FormulaCompileError(
      `Incorrect argument value for ${describe(call.name)}. Javascript is not allowed.`,
      node.at,
    );
  }
  return call.typed(0, 'Text');
}

const IMAGE: FunctionDefinition = {
  name: 'IMAGE',
  contexts: ['field'],
  build(call) {
    call.requireCount(2, 4);
    const [url, alt] = [safeUrl(call), call.typed(1, 'Text')];
    const sizes = call.args.slice(2).map((_, index) => call.typed(index + 2, 'Number'));
    return {
      type: 'Text',
      run: (environment) => {
        const style = sizes.map(
          (run, index) => `${index === 0 ? 'height' : 'width'}:${pixels(run(environment) as Numeric | null)};`,
        );
        const attributes = style.length > 0 ? ` style="${style.join(' ')}"` : '';
        return `<img src="${escape(url(environment))}" alt="${escape(alt(environment))}"${attributes} border="0"/>`;
      },
    };
  },
};

const pixels = (size: Numeric | null): string => (size === null ? 'auto' : `${formatNumber(size)}px`);

export const LINK: readonly FunctionDefinition[] = [HYPERLINK, IMAGE];
