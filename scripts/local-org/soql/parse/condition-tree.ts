import type { HavingClause, WhereClause } from '@jetstreamapp/soql-parser-js';
import { soqlError } from '../soql-error.ts';
import type { Condition } from './query-tree.ts';

/** The parser's flat list, one piece after the other as they stand in the text. */
type Piece = { readonly word: '(' | ')' | 'NOT' | 'AND' | 'OR' } | { readonly condition: Condition };
type ParsedCondition = NonNullable<WhereClause['left']> | NonNullable<HavingClause['left']>;

export interface ConditionReader {
  /** Reads one comparison; called in the order of the text. */
  comparison(parsed: ParsedCondition): Condition;
  /** Takes AND, OR or NOT from the text and tells where it stood. */
  word(text: 'AND' | 'OR' | 'NOT'): number;
}

/** The platform's rule: AND and OR mix only with parentheses. */
export function conditionTree(clause: WhereClause | HavingClause, reader: ConditionReader, source: string): Condition {
  const pieces = flatten(clause, reader, source);
  let next = 0;

  function sequence(): Condition {
    const parts = [single()];
    let joint: 'AND' | 'OR' | undefined;
    for (;;) {
      const piece = pieces[next];
      if (!piece || 'condition' in piece || (piece.word !== 'AND' && piece.word !== 'OR')) break;
      joint ??= piece.word;
      next++;
      parts.push(single());
    }
    const [only] = parts;
    if (!joint && only) return only;
    return { kind: joint === 'OR' ? 'or' : 'and', parts };
  }

  function single(): Condition {
    const piece = pieces[next++];
    if (!piece) throw soqlError('MALFORMED_QUERY', source, source.length, "unexpected token: '<EOF>'");
    if ('condition' in piece) return piece.condition;
    if (piece.word === 'NOT') return { kind: 'not', part: single() };
    const inner = sequence();
    next++;
    return inner;
  }

  return sequence();
}

function flatten(clause: WhereClause | HavingClause, reader: ConditionReader, source: string): Piece[] {
  const pieces: Piece[] = [];
  const joints: ('AND' | 'OR' | undefined)[] = [undefined];
  let rest: WhereClause | HavingClause | undefined = clause;
  while (rest) {
    const left = rest.left;
    const { opened, closed } = parentheses(left);
    for (let count = 0; count < opened; count++) {
      pieces.push({ word: '(' });
      joints.push(undefined);
    }
    if (left && 'operator' in left) pieces.push({ condition: reader.comparison(left) });
    for (let count = 0; count < closed; count++) {
      pieces.push({ word: ')' });
      joints.pop();
    }
    if (!('right' in rest)) break;
    const word = rest.operator;
    const at = reader.word(word);
    if (word !== 'NOT') checkMixing(joints, word, at, source);
    pieces.push({ word });
    rest = rest.right;
  }
  return pieces;
}

function parentheses(left: ParsedCondition | null): { opened: number; closed: number } {
  if (!left) return { opened: 0, closed: 0 };
  const opened = 'openParen' in left ? (left.openParen ?? 0) : 0;
  const closed = 'closeParen' in left ? (left.closeParen ?? 0) : 0;
  return { opened, closed };
}

function checkMixing(joints: ('AND' | 'OR' | undefined)[], word: 'AND' | 'OR', at: number, source: string): void {
  const level = joints.length - 1;
  if (joints[level] !== undefined && joints[level] !== word) {
    throw soqlError('MALFORMED_QUERY', source, at, `unexpected token: '${source.slice(at, at + word.length)}'`);
  }
  joints[level] = word;
}
