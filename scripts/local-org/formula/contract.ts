/**
 * The formula engine's border. It knows no schema and no store: names are resolved through a scope
 * when a formula is compiled, values are read through an environment when it runs.
 */

export type FormulaType =
  'Text' | 'Number' | 'Boolean' | 'Date' | 'DateTime' | 'Time' | 'Picklist' | 'MultiPicklist' | 'Id' | 'Null';

/**
 * Text, ids and picklist values are strings; numbers (Number, Currency, Percent) are JS numbers;
 * Date is `YYYY-MM-DD`; DateTime is `YYYY-MM-DDTHH:mm:ss.SSSZ` (UTC); Time is `HH:mm:ss.SSS`.
 * A blank of any type is null. The same representation is used by the store and the flow engine.
 */
export type FormulaValue = string | number | boolean | null;

export interface ResolvedReference {
  readonly type: FormulaType;
  /**
   * Canonical names, e.g. ['Deal__r', 'Current_Gate__r', 'Is_Met__c'] or ['$User', 'Id']. A step over a
   * relationship with several targets names the one meant: ['Owner:User', 'Email'] is blank for a queue.
   */
  readonly path: readonly string[];
  /** True for percent fields: the stored 20 reads as 0.20 in a formula. */
  readonly percent?: boolean;
  readonly scale?: number;
  /** A geolocation: the paths of its latitude and its longitude, which are read in its place. */
  readonly location?: readonly [latitude: readonly string[], longitude: readonly string[]];
  /** The field exists but no formula here may read it: the platform's name of its type (`Long Text Area`). */
  readonly unsupported?: string;
  /** `$ObjectType.X__c.Fields.Y`: no value but a column, which VLOOKUP reads; whether it may return it or find rows by it. */
  readonly column?: { readonly returned: boolean; readonly named: boolean };
  /** For a formula field: what its own formula adds to the size of every formula that names it. */
  readonly compiledSize?: number;
}

/** Where the formula stands; decides which functions are allowed and what names mean. */
export interface FormulaScope {
  readonly context: 'field' | 'validation' | 'default' | 'flow' | 'workflow';
  /** False in a flow that no save sets off: nothing is new or changed there. */
  readonly knowsChanges?: boolean;
  /** The formula decides whether a flow starts; it may do more than those inside of the flow. */
  readonly isEntry?: boolean;
  /** Returns undefined when no such field exists; the compiler then raises the platform's message. */
  resolve(path: readonly string[]): ResolvedReference | undefined;
}

export interface FormulaReference extends ResolvedReference {
  /** Position in `CompiledFormula.references`. */
  readonly index: number;
}

export interface FormulaEnvironment {
  value(reference: FormulaReference): FormulaValue;
  /** The value before the save; only called in validation, workflow and flow contexts. */
  prior(reference: FormulaReference): FormulaValue;
  /** VLOOKUP: the column in the first record with this name. Only asked in validation rules. */
  lookUp?(column: ResolvedReference, name: string): FormulaValue;
  readonly isNew: boolean;
  readonly isClone: boolean;
  /** Milliseconds since 1970 of NOW(). */
  readonly now: number;
  /** IANA zone of the running user; TODAY() is the date there. */
  readonly timeZone: string;
  readonly language: string;
}

export interface CompiledFormula {
  readonly type: FormulaType;
  readonly references: readonly FormulaReference[];
  /** Bytes the platform would count towards its 15,000 (estimate; the length limit is checked too). */
  readonly compiledSize: number;
  /** Depends on NOW, TODAY or a `$` global: may not be indexed or filtered on by a roll-up. */
  readonly deterministic: boolean;
  /** Throws FormulaRuntimeError for what the platform shows as #Error! . */
  evaluate(environment: FormulaEnvironment): FormulaValue;
}

export interface FormulaOptions {
  readonly blanks: 'zero' | 'blank';
  /** Declared return type; a mismatch is a compile error. Absent = whatever it is. */
  readonly returnType?: FormulaType;
  /** Decimal places the result is rounded to, half up. */
  readonly scale?: number;
  /** The result is stored as a percent field stores it: 0.2 comes out as 20. */
  readonly percent?: boolean;
}
