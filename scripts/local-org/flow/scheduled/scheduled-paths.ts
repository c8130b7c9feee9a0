import { DateTime } from 'luxon';
import { NotSupportedError } from '../../errors.ts';
import type { Transaction } from '../../save/transaction.ts';
import type { Field } from '../../schema/model.ts';
import type { FlowContent } from '../flow-content.ts';
import { fieldNamed, type FlowContext } from '../flow-plan.ts';
import { type FlowProblems, integrityError, located } from '../flow-problem.ts';
import type { FlowRecord } from '../flow-value.ts';
import { organizationZone } from './organization-zone.ts';

type Path = NonNullable<NonNullable<FlowContent['start']>['scheduledPaths']>[number];

/** A part of a record-triggered flow that runs after the record's transaction is committed. */
export interface ScheduledPath {
  readonly name: string;
  readonly first: string | undefined;
  /** As soon as possible; otherwise at a time. */
  readonly isAsync: boolean;
  /** Most records that share one transaction. */
  readonly atOnce: number;
  /** When it runs, in milliseconds; undefined when the field that says so is blank. */
  due(tx: Transaction, record: FlowRecord): number | undefined;
}

/** The platform takes no more than these together. */
const AT_ONCE = 200;

export function scheduledPaths(context: FlowContext, problems: FlowProblems): ScheduledPath[] {
  const { start } = context.content;
  return (start?.scheduledPaths ?? []).flatMap((path) => {
    const title = `${path.name ?? path.pathType ?? ''} (Scheduled Path)`;
    return (
      problems.collect(path, title, () => {
        if (start?.triggerType !== 'RecordAfterSave')
          throw integrityError('Scheduled paths are only available in flows that run after the record is saved.');
        return scheduledPath(path, context);
      }) ?? []
    );
  });
}

function scheduledPath(path: Path, context: FlowContext): ScheduledPath {
  const { pathType, connector, maxBatchSize } = path;
  const isAsync = pathType === 'AsyncAfterCommit';
  if (pathType !== undefined && !isAsync)
    located(path, 'pathType', () => {
      throw new NotSupportedError(`Flow scheduledPaths pathType ${pathType}`);
    });
  return {
    name: path.name ?? pathType ?? '',
    first: connector?.targetReference,
    isAsync,
    atOnce: Math.min(AT_ONCE, maxBatchSize ?? AT_ONCE),
    due: isAsync ? (tx) => tx.now : timed(path, context),
  };
}

function timed(path: Path, context: FlowContext): ScheduledPath['due'] {
  const { offsetNumber = 0, offsetUnit = 'Days', timeSource } = path;
  if (timeSource === undefined) throw integrityError('Required field is missing: timeSource');
  const shift = (millis: number, zone: string): number =>
    DateTime.fromMillis(millis, { zone })
      .plus({ [offsetUnit.toLowerCase()]: offsetNumber })
      .toMillis();
  if (timeSource === 'RecordTriggerEvent') return (tx) => shift(tx.now, zoneOf(tx));
  const field = located(path, 'recordField', () => dateField(path, context));
  return (tx, record) => {
    const value = record.values[field.name] ?? null;
    const zone = zoneOf(tx);
    return value === null ? undefined : shift(DateTime.fromISO(String(value), { zone }).toMillis(), zone);
  };
}

function dateField({ recordField }: Path, { names }: FlowContext): Field {
  if (names.recordType === undefined) throw integrityError('The flow has no object.');
  const field = fieldNamed(names.recordType, recordField);
  if (!field.stored || (field.type !== 'date' && field.type !== 'datetime'))
    throw integrityError(`The field "${field.name}" is not a date or a date and time that is stored.`);
  return field;
}

/** A date begins at midnight where the organization is. */
const zoneOf = (tx: Transaction): string => tx.once('organization zone', () => organizationZone(tx.store));
