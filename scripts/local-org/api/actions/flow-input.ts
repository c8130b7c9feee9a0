import { OrgError } from '../../errors.ts';
import { setField, toDataType } from '../../flow/coerce.ts';
import type { FlowPlan, FlowVariable } from '../../flow/flow-plan.ts';
import { FlowFault, FlowRecord, type FlowValue } from '../../flow/flow-value.ts';
import type { FieldValue } from '../../org.ts';
import type { Transaction } from '../../save/transaction.ts';
import type { JsonObject } from '../rest/row-from-json.ts';

/** The values that a caller gives to a flow's input variables. */
export function readFlowInput(plan: FlowPlan, tx: Transaction, input: JsonObject): Map<string, FlowValue> {
  const values = new Map<string, FlowValue>();
  for (const [name, value] of Object.entries(input)) {
    const variable = [...plan.variables.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (variable === undefined || !variable.isInput)
      throw invalid(`Expected an input variable of the flow ${plan.name}, got ${name}`);
    values.set(variable.name, variableValue(tx, variable, value));
  }
  return values;
}

function variableValue(tx: Transaction, variable: FlowVariable, value: unknown): FlowValue {
  if (!variable.isCollection) return single(tx, variable, value);
  if (value === null) return [];
  if (!Array.isArray(value)) throw invalid(`Expected a list in ${variable.name}`);
  return value.map((item) => single(tx, variable, item));
}

function single(tx: Transaction, variable: FlowVariable, value: unknown): FieldValue | FlowRecord {
  if (value === null || value === undefined) return null;
  if (variable.object !== undefined) return record(tx, variable, value);
  if (typeof value === 'object') throw invalid(`Expected a ${variable.dataType} in ${variable.name}`);
  return attempt(variable.name, () => toDataType(tx, variable.dataType, value as FieldValue));
}

function record(tx: Transaction, { name, object }: FlowVariable, value: unknown): FlowRecord {
  if (object === undefined || typeof value !== 'object' || value === null)
    throw invalid(`Expected a record in ${name}`);
  const made = new FlowRecord(object, {});
  for (const [field, given] of Object.entries(value)) {
    if (field === 'attributes') continue;
    if (field.toLowerCase() === 'id') made.set('Id', String(given));
    else attempt(name, () => setField(tx, made, field, given as FieldValue));
  }
  return made;
}

function attempt<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FlowFault) throw invalid(`${name}: ${error.message}`);
    throw error;
  }
}

const invalid = (message: string): OrgError => new OrgError('INVALID_INPUT', message);
