import { DateTime } from 'luxon';
import { NotSupportedError } from '../../errors.ts';
import type { RecordQuery } from '../find-records.ts';
import type { FlowContent } from '../flow-content.ts';
import type { FlowContext } from '../flow-plan.ts';
import { type FlowProblems, integrityError, located } from '../flow-problem.ts';
import { recordFilter } from '../record-filter.ts';

/** When a schedule-triggered flow runs, and for which records. */
export interface FlowSchedule {
  readonly times: Times;
  /** One interview for each record that this finds; without an object the flow runs once. */
  readonly records?: RecordQuery;
}

/** Date and time of day stand where the organization is. */
export interface Times {
  readonly frequency: 'Once' | 'Daily' | 'Weekly';
  /** `2026-03-02T06:00:00.000`. */
  readonly first: string;
}

type Start = NonNullable<FlowContent['start']>;

const DAYS: Readonly<Record<string, number>> = { Once: 0, Daily: 1, Weekly: 7 };
/** What belongs to flows that a record sets off. */
const OF_RECORDS = [
  'doesRequireRecordChangedToMeetCriteria',
  'filterFormula',
  'recordTriggerType',
  'scheduledPaths',
] as const;

export function flowSchedule(context: FlowContext, problems: FlowProblems): FlowSchedule | undefined {
  const { start } = context.content;
  if (start === undefined || (start.triggerType !== 'Scheduled' && start.schedule === undefined)) return undefined;
  return problems.collect(start, 'Start', () => {
    if (start.triggerType !== 'Scheduled')
      throw integrityError('A schedule is only available with the trigger type Scheduled.');
    for (const tag of OF_RECORDS) {
      const said = start[tag];
      if (said === undefined || said === false || (Array.isArray(said) && said.length === 0)) continue;
      located(start, tag, () => {
        throw integrityError(`${tag} is not available in a schedule-triggered flow.`);
      });
    }
    return { times: timesOf(start), ...recordsOf(start, context) };
  });
}

function timesOf(start: Start): Times {
  const { schedule } = start;
  if (schedule === undefined) throw integrityError('Required field is missing: schedule');
  return located(schedule, undefined, () => {
    const { frequency, startDate, startTime, ...others } = schedule;
    for (const [tag, value] of Object.entries({ frequency, startDate, startTime }))
      if (value === undefined) throw integrityError(`Required field is missing: ${tag}`);
    if (DAYS[frequency ?? ''] === undefined)
      located(schedule, 'frequency', () => {
        throw new NotSupportedError(`Flow schedule frequency ${frequency ?? ''}`);
      });
    for (const [tag, value] of Object.entries(others))
      if (value !== undefined && !(Array.isArray(value) && value.length === 0))
        throw new NotSupportedError(`Flow schedule ${tag}`);
    // The file writes the time of day with a Z, which says nothing of a zone.
    const first = `${String(startDate)}T${String(startTime).replace(/Z$/, '')}`;
    if (!DateTime.fromISO(first).isValid) throw integrityError(`The schedule has no such date and time: ${first}`);
    return { frequency: frequency as Times['frequency'], first };
  });
}

function recordsOf(start: Start, { names }: FlowContext): Pick<FlowSchedule, 'records'> {
  const { filters = [], filterLogic, object } = start;
  if (object === undefined && filters.length > 0) throw integrityError('Filters are only available with an object.');
  const type = names.recordType;
  return type === undefined ? {} : { records: { type, filter: recordFilter(type, filters, filterLogic) } };
}

/** The next time after a moment, in milliseconds; undefined when none is left. A time that has passed is not made up for. */
export function nextStart({ frequency, first }: Times, after: number, zone: string): number | undefined {
  const from = DateTime.fromISO(first, { zone });
  const step = DAYS[frequency] ?? 0;
  if (from.toMillis() > after) return from.toMillis();
  if (step === 0) return undefined;
  const whole = Math.floor(DateTime.fromMillis(after, { zone }).diff(from, 'days').days / step);
  let next = from.plus({ days: whole * step });
  while (next.toMillis() <= after) next = next.plus({ days: step });
  return next.toMillis();
}
