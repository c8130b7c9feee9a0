import { OrgError } from '../errors.ts';

/** Combines numbered conditions; conditions that cannot change the outcome are not asked. */
export type Logic = (holds: (index: number) => boolean) => boolean;

/** `and`, `or`, `1 AND (2 OR NOT 3)`. */
export function conditionLogic(text: string | undefined, count: number): Logic {
  const word = (text ?? 'and').trim().toLowerCase();
  const all = Array.from({ length: count }, (_, index) => index);
  if (word === 'and' || word === '') return (holds) => all.every(holds);
  if (word === 'or') return (holds) => all.some(holds);
  return new LogicParser(word, count).parse();
}

class LogicParser {
  readonly #tokens: string[];
  readonly #count: number;
  readonly #text: string;

  constructor(text: string, count: number) {
    this.#text = text;
    this.#count = count;
    this.#tokens = text.match(/\d+|and|or|not|[()]|\S/g) ?? [];
  }

  parse(): Logic {
    const logic = this.#or();
    if (this.#tokens.length > 0) throw this.#wrong();
    return logic;
  }

  #or(): Logic {
    const parts = [this.#and()];
    while (this.#take('or')) parts.push(this.#and());
    return parts.length === 1 && parts[0] ? parts[0] : (holds) => parts.some((part) => part(holds));
  }

  #and(): Logic {
    const parts = [this.#term()];
    while (this.#take('and')) parts.push(this.#term());
    return parts.length === 1 && parts[0] ? parts[0] : (holds) => parts.every((part) => part(holds));
  }

  #term(): Logic {
    if (this.#take('not')) {
      const inner = this.#term();
      return (holds) => !inner(holds);
    }
    if (this.#take('(')) {
      const inner = this.#or();
      if (!this.#take(')')) throw this.#wrong();
      return inner;
    }
    const index = Number(this.#tokens.shift()) - 1;
    if (!(index >= 0 && index < this.#count)) throw this.#wrong();
    return (holds) => holds(index);
  }

  #take(word: string): boolean {
    if (this.#tokens[0] !== word) return false;
    this.#tokens.shift();
    return true;
  }

  #wrong(): OrgError {
    return new OrgError('FIELD_INTEGRITY_EXCEPTION', `The condition logic "${this.#text}" isn't valid.`);
  }
}
