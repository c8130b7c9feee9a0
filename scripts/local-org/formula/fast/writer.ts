import type { Typed } from '../build/typed.ts';

/** What a piece of generated code is written with: constants by name, room for intermediate values. */
export class Writer {
  readonly blanks: 'zero' | 'blank';
  readonly #written = new Map<string, Map<Typed, unknown>>();
  readonly #names = new Map<unknown, string>();
  #temporaries = 0;

  constructor(blanks: 'zero' | 'blank') {
    this.blanks = blanks;
  }

  /** Everything that comes from a formula enters the code as a constant with a name of ours, never as text. */
  constant(value: unknown): string {
    const name = this.#names.get(value) ?? `k${this.#names.size}`;
    this.#names.set(value, name);
    return name;
  }

  temporary(): string {
    this.#temporaries += 1;
    return `t${this.#temporaries}`;
  }

  /** Each expression is written once in each way: attempts that fail further out must not multiply. */
  once<T>(way: string, typed: Typed, write: () => T): T {
    const known = this.#written.get(way) ?? new Map<Typed, unknown>();
    this.#written.set(way, known);
    if (!known.has(typed)) known.set(typed, write());
    return known.get(typed) as T;
  }

  /** Leaves the expression to its closure. */
  closure(typed: Typed): string {
    return `${this.constant(typed.run)}(e)`;
  }

  /** The body of a function of the constants, which gives the function of the environment. */
  body(expression: string): string {
    const temporaries = Array.from({ length: this.#temporaries }, (_, index) => `t${index + 1}`);
    const declared = temporaries.length > 0 ? `let ${temporaries.join(', ')}; ` : '';
    return `return (e) => { ${declared}return ${expression}; };`;
  }

  get names(): string[] {
    return [...this.#names.values()];
  }

  get constants(): unknown[] {
    return [...this.#names.keys()];
  }
}
