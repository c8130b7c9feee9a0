import type { Schema, SObjectType } from '../schema/model.ts';
import type { FormulaScope, FormulaType, ResolvedReference } from './contract.ts';
import { resolvePath } from './field-path.ts';
import { resolveGlobal } from './global-scope.ts';

/** One name of a flow: a value of a type, or a record of an object. */
export interface FlowName {
  /** As the flow spells it. */
  readonly name: string;
  readonly type?: FormulaType;
  readonly scale?: number;
  readonly object?: SObjectType;
}

export interface FlowNames {
  readonly schema: Schema;
  /** The object of `$Record` and `$Record__Prior` in a record-triggered flow. */
  readonly recordType?: SObjectType | undefined;
  /** Does the save of a record set the flow off? */
  readonly knowsChanges: boolean;
  /** Variables, constants, formulas and what elements put out; look-up should ignore case. */
  find(name: string): FlowName | undefined;
}

interface Global {
  readonly name: string;
  readonly type: FormulaType;
}

const GLOBALS: Readonly<Record<string, Readonly<Record<string, Global>>>> = {
  $flow: {
    currentdate: { name: 'CurrentDate', type: 'Date' },
    currentdatetime: { name: 'CurrentDateTime', type: 'DateTime' },
    currentrecord: { name: 'CurrentRecord', type: 'Id' },
    faultmessage: { name: 'FaultMessage', type: 'Text' },
    interviewguid: { name: 'InterviewGuid', type: 'Text' },
    interviewstarttime: { name: 'InterviewStartTime', type: 'DateTime' },
  },
  $globalconstant: {
    emptystring: { name: 'EmptyString', type: 'Text' },
    true: { name: 'True', type: 'Boolean' },
    false: { name: 'False', type: 'Boolean' },
  },
};
const ROOTS: Readonly<Record<string, string>> = { $flow: '$Flow', $globalconstant: '$GlobalConstant' };
const RECORDS: Readonly<Record<string, string>> = { $record: '$Record', $record__prior: '$Record__Prior' };

/** Names as a flow's formulas see them: `Var`, `Record_Var.Field__c`, `$Record.Parent__r.X`, `$Flow.CurrentDate`, `$User.Id`. */
export function flowScope(names: FlowNames, isEntry = false): FormulaScope {
  return {
    context: 'flow',
    knowsChanges: names.knowsChanges,
    isEntry,
    resolve(path) {
      const [root = '', ...rest] = path;
      const lower = root.toLowerCase();
      const record = RECORDS[lower];
      if (record !== undefined) return beneath(names, record, names.recordType, rest);
      if (lower in GLOBALS) return global(lower, rest);
      if (root.startsWith('$')) return resolveGlobal(names.schema, path, 'flow');
      const own = names.find(root);
      if (own?.object) return beneath(names, own.name, own.object, rest);
      if (own?.type) return rest.length === 0 ? value(own.name, own.type, own.scale) : undefined;
      // What a subflow puts out is known by the two names together.
      const [output = '', ...deeper] = rest;
      const put = names.find(`${root}.${output}`);
      if (put?.object) return beneath(names, put.name, put.object, deeper);
      return put?.type && deeper.length === 0 ? value(put.name, put.type, put.scale) : undefined;
    },
  };
}

const value = (name: string, type: FormulaType, scale: number | undefined): ResolvedReference => ({
  type,
  path: [name],
  ...(scale !== undefined && { scale }),
});

/** A record is no value: only its fields are. */
function beneath(
  names: FlowNames,
  root: string,
  object: SObjectType | undefined,
  rest: readonly string[],
): ResolvedReference | undefined {
  const found = object && rest.length > 0 ? resolvePath(names.schema, object, rest, 'flow') : undefined;
  return found && { ...found, path: [root, ...found.path] };
}

function global(root: string, rest: readonly string[]): ResolvedReference | undefined {
  const [name, ...deeper] = rest;
  const found = deeper.length === 0 ? GLOBALS[root]?.[name?.toLowerCase() ?? ''] : undefined;
  return found && { type: found.type, path: [ROOTS[root] ?? root, found.name] };
}
