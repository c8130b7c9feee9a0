import type { FlowName, FlowNames } from '../formula/flow-scope.ts';
import type { Schema, SObjectType } from '../schema/model.ts';
import type { FlowContent } from './flow-content.ts';
import { formulaType } from './flow-formula.ts';
import type { FlowVariable } from './flow-plan.ts';
import { subflowVariables } from './flow-resources.ts';

/** What a name stands for, apart from how it is spelled. */
type Meaning = Omit<FlowName, 'name'>;

/** What formulas may name: variables, other resources, and what elements put out. */
export function flowNames(
  schema: Schema,
  content: FlowContent,
  variables: ReadonlyMap<string, FlowVariable>,
  recordType: SObjectType | undefined,
): FlowNames {
  const names = new Map<string, { readonly name: string; meaning(): Meaning | undefined }>();
  const add = (name: string | undefined, meaning: () => Meaning | undefined): void => {
    if (name !== undefined) names.set(name.toLowerCase(), { name, meaning });
  };
  const meaningOf = (name: string | undefined): Meaning | undefined => names.get(name?.toLowerCase() ?? '')?.meaning();
  const record = (object: string | undefined): Meaning =>
    recordMeaning(object === undefined ? undefined : schema.object(object));

  const variable = (one: FlowVariable): Meaning => ({ ...single(one.dataType), ...recordMeaning(one.object) });

  for (const one of variables.values()) add(one.name, () => variable(one));
  for (const { name = '', flowName = '', storeOutputAutomatically } of content.subflows ?? []) {
    if (storeOutputAutomatically !== true) continue;
    for (const one of subflowVariables(schema, flowName).values())
      if (one.isOutput) add(`${name}.${one.name}`, () => variable(one));
  }
  for (const one of content.transforms ?? [])
    add(one.name, () => ({ ...single(one.dataType), ...record(one.objectType) }));
  for (const one of [...(content.formulas ?? []), ...(content.constants ?? [])])
    add(one.name, () => single(one.dataType));
  for (const one of [...(content.textTemplates ?? []), ...(content.recordCreates ?? [])])
    add(one.name, () => single('String'));
  for (const one of content.recordLookups ?? []) add(one.name, () => record(one.object));
  for (const { rules = [] } of content.decisions ?? [])
    for (const rule of rules) add(rule.name, () => single('Boolean'));
  for (const one of [...(content.loops ?? []), ...(content.collectionProcessors ?? [])]) {
    add(one.name, () => meaningOf(one.collectionReference));
    add(one.assignNextValueToReference, () => meaningOf(one.collectionReference));
  }
  return {
    schema,
    recordType,
    knowsChanges: content.start?.triggerType?.startsWith('Record') === true,
    find: (name) => {
      const found = names.get(name.toLowerCase());
      return found && { name: found.name, ...found.meaning() };
    },
  };
}

function single(dataType: string | undefined): Meaning {
  const type = formulaType(dataType);
  return type === undefined ? {} : { type };
}

const recordMeaning = (object: SObjectType | undefined): Meaning => (object === undefined ? {} : { object });
