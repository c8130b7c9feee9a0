import { expect, it } from 'vitest';
import type { TaskEvent } from '../../../../scripts/model/events.ts';
import { reportSearch } from '../../../../scripts/tasks/allocate/report-search.ts';

it('tells best, bound and gap once a second, of the first objective only', () => {
  const told: TaskEvent[] = [];
  let now = 0;
  const tell = reportSearch(
    (event) => told.push(event),
    'worth',
    () => now,
  );
  tell({ stage: 'worth', best: -Infinity, bound: 4_000_000 });
  tell({ stage: 'worth', best: 3_000_000, bound: 4_000_000 });
  now = 900;
  tell({ stage: 'worth', best: 3_500_000, bound: 4_000_000 });
  now = 1000;
  tell({ stage: 'cost', best: 1, bound: 1 });
  tell({ stage: 'worth', best: 3_900_000, bound: 4_000_000 });
  expect(told.map((event) => ('detail' in event ? event.detail : ''))).toEqual([
    'best 300.00  bound 400.00  gap 25.00 %',
    'best 390.00  bound 400.00  gap 2.50 %',
  ]);
});
