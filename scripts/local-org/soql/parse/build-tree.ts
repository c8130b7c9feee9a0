import type {
  FieldType,
  FunctionExp,
  GroupByClause,
  OrderByClause,
  Query,
  Subquery,
} from '@jetstreamapp/soql-parser-js';
import { NotSupportedError } from '../../errors.ts';
import { conditionTree, type ConditionReader } from './condition-tree.ts';
import type { PreparedQuery } from './prepare.ts';
import type {
  CallNode,
  Condition,
  Expression,
  LiteralNode,
  Operator,
  OrderItem,
  PathNode,
  SelectItem,
  SelectNode,
} from './query-tree.ts';
import { TokenCursor } from './token-cursor.ts';

/** Turns the parser's result into our tree, taking names, literals and places from the tokens as it goes. */
export function buildTree(parsed: Query, prepared: PreparedQuery, source: string): SelectNode {
  const builder = new TreeBuilder(new TokenCursor(prepared.tokens), source);
  const tree = builder.select(parsed);
  builder.finish();
  return { ...tree, grouping: prepared.grouping, allRows: prepared.allRows };
}

class TreeBuilder {
  readonly #cursor: TokenCursor;
  readonly #source: string;
  readonly #reader: ConditionReader;

  constructor(cursor: TokenCursor, source: string) {
    this.#cursor = cursor;
    this.#source = source;
    this.#reader = {
      comparison: (parsed) => this.#comparison(parsed as ParsedComparison),
      word: (text) => this.#cursor.word(text).at,
    };
  }

  finish(): void {
    this.#cursor.finish();
  }

  /** In the order of the text: the cursor only goes forward. */
  select(parsed: Query | Subquery): SelectNode {
    const items = (parsed.fields ?? []).map((field) => this.#item(field));
    const from = this.#cursor.word(fromName(parsed));
    const alias = parsed.sObjectAlias === undefined ? undefined : this.#cursor.word(parsed.sObjectAlias).text;
    const scope = parsed.usingScope === undefined ? undefined : this.#cursor.word(parsed.usingScope).text;
    const where = parsed.where && conditionTree(parsed.where, this.#reader, this.#source);
    if (parsed.withDataCategory) throw new NotSupportedError('SOQL clause WITH DATA CATEGORY');
    const groupBy = listOf(parsed.groupBy).map((group) => this.#group(group));
    const having = parsed.having && conditionTree(parsed.having, this.#reader, this.#source);
    const orderBy = listOf(parsed.orderBy).map((order) => this.#order(order));
    const limit = parsed.limit === undefined ? undefined : Number(this.#cursor.literal().text);
    const offset = parsed.offset === undefined ? undefined : Number(this.#cursor.literal().text);
    if (parsed.update) throw new NotSupportedError(`SOQL clause UPDATE ${parsed.update}`);
    return {
      items,
      from: from.text,
      fromAt: from.at,
      alias,
      scope,
      where,
      groupBy,
      grouping: 'plain',
      having,
      orderBy,
      limit,
      offset,
      security: parsed.withSecurityEnforced ? 'SECURITY_ENFORCED' : parsed.withAccessLevel,
      purpose: parsed.for,
      allRows: false,
    };
  }

  #item(field: FieldType): SelectItem {
    switch (field.type) {
      case 'Field':
        return {
          kind: 'column',
          expression: this.#path('rawValue' in field ? field.rawValue : field.field),
          alias: this.#alias(field.alias),
        };
      case 'FieldRelationship': {
        const name = field.rawValue ?? [...field.relationships, field.field].join('.');
        return {
          kind: 'column',
          expression: this.#path(name),
          alias: this.#alias('alias' in field ? field.alias : undefined),
        };
      }
      case 'FieldFunctionExpression':
        return { kind: 'column', expression: this.#call(field), alias: this.#alias(field.alias) };
      case 'FieldSubquery':
        return { kind: 'children', query: this.select(field.subquery) };
      case 'FieldTypeof':
        return this.#typeof(field);
    }
  }

  #typeof(field: Extract<FieldType, { type: 'FieldTypeof' }>): SelectItem {
    const path = this.#path(field.field);
    const cases: { object: string; fields: PathNode[]; at: number }[] = [];
    let otherwise: PathNode[] = [];
    for (const each of field.conditions) {
      const object = each.objectType === undefined ? undefined : this.#cursor.word(each.objectType);
      const fields = each.fieldList.map((name) => this.#path(name));
      if (object) cases.push({ object: object.text, fields, at: object.at });
      else otherwise = fields;
    }
    return { kind: 'typeof', path, cases, otherwise };
  }

  #alias(alias: string | undefined): string | undefined {
    return alias === undefined ? undefined : this.#cursor.word(alias).text;
  }

  #path(name: string): PathNode {
    const token = this.#cursor.word(name);
    return { kind: 'path', parts: token.text.split('.'), at: token.at };
  }

  #call(call: FunctionExp): CallNode {
    const token = this.#cursor.word(call.functionName ?? '');
    const parameters = (call.parameters ?? []).map((parameter) => this.#argument(parameter));
    return { kind: 'call', name: token.text, arguments: parameters, at: token.at };
  }

  #argument(parameter: string | FunctionExp): PathNode | CallNode | LiteralNode {
    if (typeof parameter !== 'string') return this.#call(parameter);
    return /^['\d]/.test(parameter) ? this.#cursor.literal() : this.#path(parameter);
  }

  #expression(parsed: { field?: string; fn?: FunctionExp }): Expression {
    return parsed.fn ? this.#call(parsed.fn) : this.#path(parsed.field ?? '');
  }

  #group(group: GroupByClause): Expression {
    return this.#expression(group);
  }

  #order(order: OrderByClause): OrderItem {
    return {
      expression: this.#expression(order),
      descending: order.order === 'DESC',
      nullsLast: order.nulls === 'LAST',
    };
  }

  #comparison(parsed: ParsedComparison): Condition {
    const left = this.#expression(parsed);
    const operator = parsed.operator.toUpperCase() as Operator;
    if (operator === 'NOT IN') this.#cursor.word('NOT');
    if (parsed.valueQuery)
      return { kind: 'semijoin', left, negated: operator === 'NOT IN', query: this.select(parsed.valueQuery) };
    const count = Array.isArray(parsed.value) ? parsed.value.length : 1;
    return { kind: 'compare', left, operator, values: Array.from({ length: count }, () => this.#cursor.literal()) };
  }
}

interface ParsedComparison {
  readonly field?: string;
  readonly fn?: FunctionExp;
  readonly operator: string;
  readonly value?: string | string[];
  readonly valueQuery?: Query;
}

function fromName(parsed: Query | Subquery): string {
  if ('relationshipName' in parsed) return [...(parsed.sObjectPrefix ?? []), parsed.relationshipName].join('.');
  return parsed.sObject ?? '';
}

function listOf<T>(clause: T | T[] | undefined): T[] {
  if (clause === undefined) return [];
  return Array.isArray(clause) ? clause : [clause];
}
