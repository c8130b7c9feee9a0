/** What a SOQL text says, with the place of every name so that errors can point at it. Knows no schema. */

export interface PathNode {
  readonly kind: 'path';
  /** `Owner.Name` → ['Owner', 'Name']; an object alias is still in front. */
  readonly parts: readonly string[];
  readonly at: number;
}

export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly arguments: readonly (PathNode | CallNode | LiteralNode)[];
  readonly at: number;
}

export type Expression = PathNode | CallNode;

export type LiteralKind =
  'string' | 'number' | 'currency' | 'boolean' | 'null' | 'date' | 'datetime' | 'time' | 'dateLiteral';

export interface LiteralNode {
  readonly kind: 'literal';
  readonly type: LiteralKind;
  /** Strings as written between their quotes (see string-text.ts); date literals as `LAST_N_DAYS`; else as written. */
  readonly text: string;
  /** The n of `LAST_N_DAYS:n`. */
  readonly count?: number;
  readonly at: number;
}

export interface ColumnItem {
  readonly kind: 'column';
  readonly expression: Expression;
  readonly alias?: string;
}

export interface ChildrenItem {
  readonly kind: 'children';
  readonly query: SelectNode;
}

export interface TypeofItem {
  readonly kind: 'typeof';
  readonly path: PathNode;
  readonly cases: readonly { readonly object: string; readonly fields: readonly PathNode[]; readonly at: number }[];
  readonly otherwise: readonly PathNode[];
}

export type SelectItem = ColumnItem | ChildrenItem | TypeofItem;

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE' | 'IN' | 'NOT IN' | 'INCLUDES' | 'EXCLUDES';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare';
      readonly left: Expression;
      readonly operator: Operator;
      readonly values: readonly LiteralNode[];
    }
  | { readonly kind: 'semijoin'; readonly left: Expression; readonly negated: boolean; readonly query: SelectNode };

export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

export interface SelectNode {
  readonly items: readonly SelectItem[];
  /** Object name, or the relationship's name in a child query. */
  readonly from: string;
  readonly fromAt: number;
  readonly alias?: string;
  readonly scope?: string;
  readonly where?: Condition;
  readonly groupBy: readonly Expression[];
  readonly grouping: 'plain' | 'rollup' | 'cube';
  readonly having?: Condition;
  readonly orderBy: readonly OrderItem[];
  readonly limit?: number;
  readonly offset?: number;
  readonly security?: 'SECURITY_ENFORCED' | 'USER_MODE' | 'SYSTEM_MODE';
  readonly purpose?: 'VIEW' | 'REFERENCE' | 'UPDATE';
  readonly allRows: boolean;
}
