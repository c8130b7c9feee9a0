import type { Row } from '../../org.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { SelectNode } from '../parse/query-tree.ts';
import type { RunContext } from '../run-context.ts';

/** An object without a table: its rows are worked out whenever a query asks for them. */
export interface VirtualTable {
  readonly type: SObjectType;
  /** Looks at the query once, then gives the rows each time it runs. */
  rows(node: SelectNode): (context: RunContext) => readonly Row[];
}
