/** How fields, rules and roll-ups of a schema choose records: lines that people click together. */

export type FilterOperation =
  | 'equals'
  | 'notEqual'
  | 'lessThan'
  | 'greaterThan'
  | 'lessOrEqual'
  | 'greaterOrEqual'
  | 'contains'
  | 'notContain'
  | 'startsWith'
  | 'includes'
  | 'excludes';

/** What a record must be like to be looked up. An optional filter only guides the pages. */
export interface LookupFilter {
  readonly optional: boolean;
  /** `1 AND (2 OR 3)`; absent = all. */
  readonly logic?: string;
  readonly criteria: readonly Criterion[];
  /** The company's own words for a refusal. */
  readonly message?: string;
}

/** One line of a filter that people click together: a field against a value or against another field. */
export interface Criterion {
  readonly field: string;
  readonly operation: FilterOperation;
  readonly value: string;
  readonly valueField?: string;
}

export interface SummaryField {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** The child's master-detail field. */
  readonly foreignKey: string;
  /** The child's field that is aggregated; absent for count. */
  readonly summarizedField?: string;
  readonly filters: readonly SummaryFilter[];
}

export interface SummaryFilter {
  readonly field: string;
  readonly operation: FilterOperation;
  readonly value: string;
}
