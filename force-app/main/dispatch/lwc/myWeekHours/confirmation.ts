import { executeMutation, gql } from 'lightning/graphql';
import type { Week, WeekLine } from 'c/myWeek';

/** Hours as typed, by booking and day. */
export type Entries = ReadonlyMap<string, number>;

export const entryKey = (line: WeekLine, day: string): string => `${line.bookingId}|${day}`;

export interface Confirmation {
  readonly week: Week;
  readonly entries: Entries;
  readonly personId: string;
  readonly today: string;
}

/** A day whose recorded hours were taken back to nothing: the org keeps them, so it is said before. */
export function clearedDay({ week, entries }: Confirmation): boolean {
  return week.lines.some((line) =>
    line.cells.some((cell) => cell.recorded !== null && !entries.get(entryKey(line, cell.day))),
  );
}

/**
 * Records a week in one request that is taken whole or not at all. The bookings count as confirmed once the working week is
 * over; before, the days that have come are recorded and the rest is asked for again.
 */
export async function recordWeek(confirmation: Confirmation): Promise<readonly unknown[]> {
  const steps = stepsOf(confirmation);
  if (steps.length === 0) return [];
  const body = steps.map((step, index) => `step${index}: ${step}`).join('\n');
  const query = gql`mutation confirmHours { uiapi(input: { allOrNone: true }) { ${body} } }`;
  const { errors } = await executeMutation({ query });
  return errors ?? [];
}

/** @internal Open to the tests: what a confirmation writes. */
export function stepsOf({ week, entries, personId, today }: Confirmation): string[] {
  const over = week.days.every((day) => day <= today);
  return week.lines.flatMap((line) => [
    ...line.cells.filter((cell) => !cell.ahead).flatMap((cell) => effortStep(line, cell, { entries, personId })),
    ...(over && !line.confirmed
      ? [update('MF_Booking__c', line.bookingId, `Hours_Confirmed_On__c: ${JSON.stringify(today)}`)]
      : []),
  ]);
}

type Cell = WeekLine['cells'][number];

function effortStep(line: WeekLine, cell: Cell, { entries, personId }: Pick<Confirmation, 'entries' | 'personId'>) {
  const hours = entries.get(entryKey(line, cell.day)) ?? 0;
  if (hours <= 0 || hours === cell.recorded) return [];
  if (cell.effortId !== null) return [update('MF_Effort__c', cell.effortId, `Hours__c: ${hours}`)];
  const ids = `Dispatch__c: ${JSON.stringify(line.dispatchId)}, Resource__c: ${JSON.stringify(personId)}`;
  const fields = `${ids}, Date__c: ${JSON.stringify(cell.day)}, Hours__c: ${hours}`;
  return [`MF_Effort__cCreate(input: { MF_Effort__c: { ${fields} } }) { Record { Id } }`];
}

const update = (object: string, id: string, fields: string): string =>
  `${object}Update(input: { Id: ${JSON.stringify(id)}, ${object}: { ${fields} } }) { Record { Id } }`;
