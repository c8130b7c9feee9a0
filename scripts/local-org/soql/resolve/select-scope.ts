import type { SObjectType } from '../../schema/model.ts';
import type { CallNode, Expression, LiteralNode, SelectNode } from '../parse/query-tree.ts';
import { resolveCall } from './calls.ts';
import { distanceCall } from './distance.ts';
import type { Resolved } from './expression.ts';
import { resolvePath } from './paths.ts';
import type { Resolution } from './resolution.ts';
import { Tables } from './tables.ts';
import { virtualRows } from './virtual-rows.ts';

/** One SELECT with its FROM clause: turns its expressions into SQL. */
export class SelectScope {
  readonly resolution: Resolution;
  readonly tables: Tables;
  readonly #alias: string | undefined;

  constructor(resolution: Resolution, type: SObjectType, node: SelectNode) {
    this.resolution = resolution;
    this.tables = new Tables(resolution, type, virtualRows(resolution, type, node));
    this.#alias = node.alias;
  }

  get type(): SObjectType {
    return this.tables.root.type;
  }

  resolve(expression: Expression): Resolved {
    if (expression.kind === 'path') return resolvePath(this.resolution, this.tables, expression, this.#alias);
    if (expression.name.toLowerCase() === 'distance') return distanceCall(this, expression);
    return resolveCall(this.resolution, expression, (index) => this.#argument(expression, index));
  }

  #argument(call: CallNode, index: number): Resolved {
    const argument: Expression | LiteralNode | undefined = call.arguments[index];
    if (!argument || argument.kind === 'literal' || call.arguments.length > 1) {
      throw this.resolution.error('MALFORMED_QUERY', call.at, `Invalid number or type of arguments to ${call.name}()`);
    }
    return this.resolve(argument);
  }
}
