import { type FieldNode, getArgumentValues, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import type { FieldValue } from '../../org.ts';
import type { SaveError } from '../../save/contract.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { Reader } from './reader.ts';
import { selectedFields } from './selected-fields.ts';

export type MutationAct = 'Create' | 'Update' | 'Delete';

/** One operation of a mutation request: `ContactCreate`, under its alias if it has one. */
export interface MutationStep {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly type: SObjectType;
  readonly act: MutationAct;
  /** Id and field values; values may refer to earlier operations as `@{key}`. */
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly refersTo: readonly string[];
}

export interface MutationOutcome {
  readonly step: MutationStep;
  readonly id: string | null;
  readonly errors: readonly SaveError[];
}

const REFERENCE = /^@\{([^}.]+)\}$/;

export function mutationSteps(reader: Reader, info: GraphQLResolveInfo): MutationStep[] {
  const sets = info.fieldNodes.map((node) => node.selectionSet);
  const returned =
    'ofType' in info.returnType
      ? (info.returnType.ofType as GraphQLObjectType)
      : (info.returnType as GraphQLObjectType);
  return [...selectedFields(reader, sets)].flatMap(([key, nodes]) => step(reader, returned, key, nodes) ?? []);
}

function step(
  reader: Reader,
  mutations: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): MutationStep | undefined {
  const [node] = nodes;
  const name = node?.name.value ?? '';
  const [, object, act] = /^(.+)(Create|Update|Delete)$/.exec(name) ?? [];
  const type = reader.request.session.org.schema().object(object ?? '');
  const definition = mutations.getFields()[name];
  if (node === undefined || type === undefined || definition === undefined) return undefined;
  const { input } = getArgumentValues(definition, node, reader.variables) as { input: Record<string, unknown> };
  const fields = (input[type.name] ?? {}) as Record<string, FieldValue>;
  const values = { ...fields, ...(input.Id === undefined ? {} : { Id: input.Id as string }) };
  return {
    key,
    nodes,
    type,
    act: act as MutationAct,
    values,
    refersTo: Object.values(values).flatMap((value) => referenceIn(value) ?? []),
  };
}

/** `@{AccountCreate}` → `AccountCreate`. */
export function referenceIn(value: FieldValue): string | undefined {
  return typeof value === 'string' ? REFERENCE.exec(value)?.[1] : undefined;
}

/** Operations that refer to each other stand and fall together; the others stand alone. */
export function dependentGroups(steps: readonly MutationStep[]): MutationStep[][] {
  const groups: MutationStep[][] = [];
  for (const step of steps) {
    const linked = groups.filter((group) => group.some(({ key }) => step.refersTo.includes(key)));
    const merged = [...linked.flat(), step].sort((a, b) => steps.indexOf(a) - steps.indexOf(b));
    const place = linked[0] === undefined ? groups.length : groups.indexOf(linked[0]);
    for (const group of linked) groups.splice(groups.indexOf(group), 1);
    groups.splice(Math.min(place, groups.length), 0, merged);
  }
  return groups;
}
