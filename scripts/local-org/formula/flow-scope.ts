import type { Schema, SObjectType } from '../schema/model.ts';
import type { FormulaScope, FormulaType, ResolvedReference } from './contract.ts';
import { resolvePath } from './field-path.ts';
import { resolveGlobal } from './global-scope.ts';

/** What a flow can name in a formula. Names are given in canonical case; look-up ignores case. */
export interface FlowNames {
  /** Record variables and element outputs, and `$Record` / `$Record__Prior` of a record-triggered flow. */
  readonly records: Readonly<Record<string, SObjectType>>;
  /** Variables, constants and formulas that hold one value. */
  readonly values: Readonly<Record<string, { readonly type: FormulaType; readonly scale?: number }>>;
}

const FLOW_GLOBALS: Readonly<Record<string, { readonly name: string; readonly type: FormulaType }>> = {
  currentdate: { name: 'CurrentDate', type: 'Date' },
  currentdatetime: { name: 'CurrentDateTime', type: 'DateTime' },
  currentrecord: { name: 'CurrentRecord', type: 'Id' },
  faultmessage: { name: 'FaultMessage', type: 'Text' },
  interviewguid: { name: 'InterviewGuid', type: 'Text' },
  interviewstarttime: { name: 'InterviewStartTime', type: 'DateTime' },
};

/** Names as a flow's formulas see them: `Var`, `Record_Var.Field__c`, `$Record.Parent__r.X`, `$Flow.CurrentDate`, `$User.Id`. */
export function flowScope(schema: Schema, names: FlowNames): FormulaScope {
  const records = byLowerCase(names.records);
  const values = byLowerCase(names.values);
  return {
    context: 'flow',
    resolve(path) {
      const root = path[0]?.toLowerCase() ?? '';
      const record = records.get(root);
      if (record) return inRecord(schema, record, path.slice(1));
      const value = values.get(root);
      if (value) return path.length === 1 ? { ...value.entry, path: [value.name] } : undefined;
      if (root === '$flow') return flowGlobal(path);
      return root.startsWith('$') ? resolveGlobal(schema, path, 'flow') : undefined;
    },
  };
}

interface Named<T> {
  readonly name: string;
  readonly entry: T;
}

function byLowerCase<T>(entries: Readonly<Record<string, T>>): Map<string, Named<T>> {
  return new Map(Object.entries(entries).map(([name, entry]) => [name.toLowerCase(), { name, entry }]));
}

/** A record is no value: only its fields are. */
function inRecord(schema: Schema, record: Named<SObjectType>, rest: readonly string[]): ResolvedReference | undefined {
  const found = rest.length > 0 ? resolvePath(schema, record.entry, rest, 'flow') : undefined;
  return found && { ...found, path: [record.name, ...found.path] };
}

function flowGlobal(path: readonly string[]): ResolvedReference | undefined {
  const found = path.length === 2 ? FLOW_GLOBALS[path[1]?.toLowerCase() ?? ''] : undefined;
  return found && { type: found.type, path: ['$Flow', found.name] };
}
