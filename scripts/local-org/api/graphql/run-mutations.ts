import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Row } from '../../org.ts';
import type { SaveError, SaveOperation } from '../../save/contract.ts';
import { save } from '../../save/save.ts';
import { quoted } from '../ui-api/soql-text.ts';
import { buildNodes } from './build-nodes.ts';
import {
  dependentGroups,
  type MutationAct,
  type MutationOutcome,
  mutationSteps,
  type MutationStep,
  referenceIn,
} from './mutation-plan.ts';
import { query, type Reader } from './reader.ts';
import type { RecordNode } from './record-node.ts';
import { recordSelection } from './record-selection.ts';
import { selectColumns } from './select-columns.ts';
import { selectedFields } from './selected-fields.ts';

const MAX_STEPS = 200;
const OPERATIONS: Readonly<Record<MutationAct, SaveOperation>> = {
  Create: 'insert',
  Update: 'update',
  Delete: 'delete',
};

const HALTED: SaveError = {
  statusCode: 'PROCESSING_HALTED',
  message: 'The transaction was rolled back since another operation in the same transaction failed.',
  fields: [],
};

/** Thrown to roll a group back whose outcomes are already noted. */
class Undone extends Error {}

/**
 * Runs the operations of one request in the order written. All together, or, without allOrNone, each on its own except that
 * operations which refer to each other share their fate.
 */
export function runMutations(
  reader: Reader,
  info: GraphQLResolveInfo,
  allOrNone: boolean,
): Map<string, MutationOutcome> {
  const steps = mutationSteps(reader, info);
  if (steps.length > MAX_STEPS)
    throw new OrgError('LIMIT_EXCEEDED', `A mutation request takes up to ${String(MAX_STEPS)} operations.`);
  const outcomes = new Map<string, MutationOutcome>();
  for (const group of allOrNone ? [steps] : dependentGroups(steps)) runGroup(reader, group, outcomes);
  return outcomes;
}

function runGroup(reader: Reader, group: readonly MutationStep[], outcomes: Map<string, MutationOutcome>): void {
  try {
    reader.request.session.org.store.transaction(() => {
      for (const step of group) {
        const outcome = runStep(reader, step, outcomes);
        outcomes.set(step.key, outcome);
        if (outcome.errors.length > 0) throw new Undone();
      }
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    for (const step of group) {
      const known = outcomes.get(step.key);
      if (known === undefined || known.errors.length === 0)
        outcomes.set(step.key, { step, id: null, errors: [HALTED] });
    }
  }
}

function runStep(reader: Reader, step: MutationStep, outcomes: ReadonlyMap<string, MutationOutcome>): MutationOutcome {
  const row: Row = {};
  for (const [name, value] of Object.entries(step.values)) {
    const reference = referenceIn(value);
    if (reference === undefined) row[name] = value;
    else {
      const earlier = outcomes.get(reference);
      if (earlier === undefined || earlier.step.act === 'Update')
        return { step, id: null, errors: [unknownReference(reference)] };
      row[name] = earlier.id;
    }
  }
  const [result] = save(reader.request.session, OPERATIONS[step.act], [{ object: step.type.name, row }], {
    allOrNone: true,
  });
  return { step, id: result?.id ?? null, errors: result?.success === true ? [] : (result?.errors ?? [HALTED]) };
}

function unknownReference(reference: string): SaveError {
  return {
    statusCode: 'INVALID_REFERENCE',
    message: `Reference @{${reference}} names no earlier create or delete operation.`,
    fields: [],
  };
}

/** What an operation answers with: the record as it now is, or its errors. */
export function mutationPayload(
  reader: Reader,
  outcomes: ReadonlyMap<string, MutationOutcome>,
  info: GraphQLResolveInfo,
): unknown {
  const outcome = outcomes.get(String(info.path.key));
  if (outcome === undefined) return null;
  const [first, ...more] = outcome.errors.map((error) => asGraphqlError(error, info));
  if (first !== undefined) {
    // A resolver can throw one error; a record can be refused for several reasons.
    reader.moreErrors.push(...more);
    throw first;
  }
  return outcome.step.act === 'Delete' ? { Id: outcome.id } : { Record: savedRecord(reader, outcome) };
}

function asGraphqlError(error: SaveError, info: GraphQLResolveInfo): GraphQLError {
  const path: (string | number)[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = info.path; at !== undefined; at = at.prev) path.unshift(at.key);
  return new GraphQLError(error.message, {
    nodes: info.fieldNodes,
    path,
    originalError: new OrgError(error.statusCode, error.message, { fields: error.fields }),
  });
}

function savedRecord(reader: Reader, { step, id }: MutationOutcome): RecordNode | null {
  const below = selectedFields(
    reader,
    step.nodes.map((node) => node.selectionSet),
  );
  const sets = [...below.values()].flat().map((node) => node.selectionSet);
  const selection = recordSelection(reader, step.type, sets);
  const [related] = [...selection.parents.keys(), ...selection.children.keys()];
  if (related !== undefined) throw new NotSupportedError(`GraphQL relationship ${related} in the Record of a mutation`);
  const soql = `SELECT ${selectColumns(selection).join(', ')} FROM ${step.type.name} WHERE Id = ${quoted(id ?? '')}`;
  return buildNodes(reader, selection, query(reader, soql))[0] ?? null;
}
