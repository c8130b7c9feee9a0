import type { Schema, SObjectType } from '../schema/model.ts';
import type { FormulaScope } from './contract.ts';
import { resolvePath } from './field-path.ts';
import { resolveGlobal } from './global-scope.ts';

/**
 * Names as a formula on records of `type` sees them: its fields, those of its parents, and the `$` globals.
 * A default value is worked out before there is a record and sees the globals only.
 */
export function objectScope(schema: Schema, type: SObjectType, context: FormulaScope['context']): FormulaScope {
  return {
    context,
    resolve(path) {
      if (path[0]?.startsWith('$')) return resolveGlobal(schema, path, context);
      return context === 'default' ? undefined : resolvePath(schema, type, path, context);
    },
  };
}
