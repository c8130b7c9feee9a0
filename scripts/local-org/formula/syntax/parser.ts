import { FormulaCompileError } from '../errors.ts';
import type { BinaryOperator, Node } from './ast.ts';
import { tokenize, type Token } from './lexer.ts';

/**
 * Binding power, loosest first. `^` binds looser than `*` and `/`: 2*2^3 is (2*2)^3 = 64, as on the platform.
 * All operators associate to the left.
 */
const POWER: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '==': 3,
  '<>': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '&': 5,
  '^': 6,
  '*': 7,
  '/': 7,
};
const SPELLINGS: Readonly<Record<string, BinaryOperator>> = { '==': '=', '!=': '<>' };
/** Deeper nesting would exhaust the stack; 3,900 characters of real formulas stay far below. */
const MAX_DEPTH = 500;

/** Reads a formula into a tree. Throws with the platform's words for a syntax error. */
export function parseFormula(source: string): Node {
  const parser = new Parser(tokenize(source));
  const node = parser.expression(0);
  const rest = parser.peek();
  if (rest.kind !== 'end') throw new FormulaCompileError(`Syntax error. Extra ${quoteUnlessName(rest)}`, rest.at);
  return node;
}

const END: Token = { kind: 'end', text: 'end of formula', at: 0 };
const quoteUnlessName = (token: Token): string => (token.kind === 'name' ? token.text : `'${token.text}'`);

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  peek(): Token {
    return this.#tokens[this.#next] ?? END;
  }

  expression(minimum: number): Node {
    if (++this.#depth > MAX_DEPTH) throw new FormulaCompileError('Syntax error', this.peek().at);
    let left = this.#unary();
    for (;;) {
      const token = this.peek();
      const power = token.kind === 'symbol' ? POWER[token.text] : undefined;
      if (power === undefined || power <= minimum) break;
      this.#next += 1;
      left = binary(token, left, this.expression(power));
    }
    this.#depth -= 1;
    return left;
  }

  #unary(): Node {
    const token = this.peek();
    if (isSymbol(token, '+', '-')) {
      this.#next += 1;
      return {
        kind: 'unary',
        at: token.at,
        operator: token.text as '+' | '-',
        operand: this.#deeper(() => this.#unary()),
      };
    }
    if (isSymbol(token, '!') || isNot(token)) {
      this.#next += 1;
      return { kind: 'call', at: token.at, name: 'NOT', args: [this.#deeper(() => this.#unary())] };
    }
    return this.#primary();
  }

  #deeper(read: () => Node): Node {
    if (++this.#depth > MAX_DEPTH) throw new FormulaCompileError('Syntax error', this.peek().at);
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #primary(): Node {
    const token = this.peek();
    const { at, text } = token;
    if (token.kind === 'number') return this.#take({ kind: 'number', at, text });
    if (token.kind === 'text') return this.#take({ kind: 'text', at, value: text });
    if (token.kind === 'name') return this.#named(token);
    if (isSymbol(token, '(')) {
      this.#next += 1;
      const inner = this.expression(0);
      this.#close();
      return inner;
    }
    throw new FormulaCompileError(`Syntax error.  Found '${text}'`, at);
  }

  #named(token: Token): Node {
    const { at, text } = token;
    const word = text.toLowerCase();
    if (word === 'true' || word === 'false') return this.#take({ kind: 'boolean', at, value: word === 'true' });
    if (word === 'null') return this.#take({ kind: 'null', at });
    this.#next += 1;
    if (!isSymbol(this.peek(), '(')) return { kind: 'reference', at, name: text };
    this.#next += 1;
    return { kind: 'call', at, name: text, args: this.#arguments() };
  }

  #arguments(): Node[] {
    const args: Node[] = [];
    if (!isSymbol(this.peek(), ')')) {
      args.push(this.expression(0));
      while (isSymbol(this.peek(), ',')) {
        this.#next += 1;
        args.push(this.expression(0));
      }
    }
    this.#close();
    return args;
  }

  #close(): void {
    const token = this.peek();
    if (!isSymbol(token, ')')) throw new FormulaCompileError("Syntax error.  Missing ')'", token.at);
    this.#next += 1;
  }

  #take(node: Node): Node {
    this.#next += 1;
    return node;
  }
}

const isSymbol = (token: Token, ...texts: string[]): boolean => token.kind === 'symbol' && texts.includes(token.text);
const isNot = (token: Token): boolean => token.kind === 'name' && token.text.toLowerCase() === 'not';

function binary(token: Token, left: Node, right: Node): Node {
  const { at, text } = token;
  if (text === '&&') return { kind: 'call', at, name: 'AND', args: [left, right] };
  if (text === '||') return { kind: 'call', at, name: 'OR', args: [left, right] };
  return { kind: 'binary', at, operator: SPELLINGS[text] ?? (text as BinaryOperator), left, right };
}
