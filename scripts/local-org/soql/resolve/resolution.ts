import { refusedObject } from '../../metadata/types/unmodelled.ts';
import type { SQLInputValue } from 'node:sqlite';
import type { Access } from '../../access/contract.ts';
import type { OrgError } from '../../errors.ts';
import type { Schema, SObjectType } from '../../schema/model.ts';
import type { LiftedQuery } from '../lift-literals.ts';
import type { LiteralNode } from '../parse/query-tree.ts';
import { virtualTable } from '../virtual/registry.ts';
import type { FormulaFunctions } from './formula-functions.ts';
import { soqlError, type SoqlErrorCode } from '../soql-error.ts';
import type { Deferred } from './sql.ts';

/** What one compilation shares: where names are looked up, whose rights count, how aliases are given. */
export class Resolution {
  readonly source: string;
  readonly schema: Schema;
  readonly access: Access;
  readonly enforceAccess: boolean;
  readonly tooling: boolean;
  readonly formulas: FormulaFunctions;
  #aliases = 0;
  /** Where lifted values stand in the text → their position among them. */
  readonly #lifted: ReadonlyMap<number, number>;
  readonly #bound = new Set<number>();
  #pinned = false;

  constructor(given: {
    source: string;
    schema: Schema;
    access: Access;
    enforceAccess: boolean;
    tooling: boolean;
    formulas: FormulaFunctions;
    lifted: LiftedQuery;
  }) {
    this.source = given.source;
    this.schema = given.schema;
    this.access = given.access;
    this.enforceAccess = given.enforceAccess;
    this.tooling = given.tooling;
    this.formulas = given.formulas;
    this.#lifted = new Map(given.lifted.places.map((place, index) => [place, index]));
  }

  /** The plan holds for all queries with these values lifted: each of them is read again whenever the plan runs. */
  get shared(): boolean {
    return !this.#pinned && this.#bound.size === this.#lifted.size;
  }

  /** Called where a literal's text decides on the SQL itself. */
  pin(): void {
    this.#pinned = true;
  }

  /** The value of a literal, now or, where it was lifted, when the plan runs. */
  valueOf(literal: LiteralNode, read: (literal: LiteralNode) => SQLInputValue): SQLInputValue | Deferred {
    const index = this.#lifted.get(literal.at);
    if (index === undefined) return read(literal);
    this.#bound.add(index);
    return ({ literals }) => read({ ...literal, text: literals[index] ?? '' });
  }

  /** The same for a literal whose lifted text is its meaning: nothing of it is read again when the plan runs. */
  liftedValue(literal: LiteralNode, convert: (text: string) => SQLInputValue): Deferred | undefined {
    const index = this.#lifted.get(literal.at);
    if (index === undefined) return undefined;
    this.#bound.add(index);
    return ({ literals }) => convert(literals[index] ?? '');
  }

  nextAlias(): string {
    return `t${this.#aliases++}`;
  }

  error(code: SoqlErrorCode, at: number, message: string): OrgError {
    return soqlError(code, this.source, at, message);
  }

  /** The object behind FROM, if it exists for this user and this API. */
  queryable(name: string, at: number): SObjectType {
    const type = this.schema.object(name) ?? virtualTable(name)?.type;
    const visible = type?.queryable && (this.tooling ? true : type.tooling !== 'only');
    if (type && visible && (!this.enforceAccess || this.access.object(type).read)) return type;
    throw (!type && refusedObject(name)) || this.error('INVALID_TYPE', at, unknownObject(name));
  }

  canReadField(type: SObjectType, field: string): boolean {
    return !this.enforceAccess || this.access.canReadField(type, field);
  }
}

export function unknownObject(name: string): string {
  return (
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' ` +
    'after the entity name. Please reference your WSDL or the describe call for the appropriate names.'
  );
}

export function unknownField(field: string, entity: string): string {
  return (
    `No such column '${field}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' ` +
    'after the custom field name. Please reference your WSDL or the describe call for the appropriate names.'
  );
}
