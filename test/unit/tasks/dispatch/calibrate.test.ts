import { describe, expect, it } from 'vitest';
import { planCalibration } from '../../../../scripts/tasks/dispatch/calibrate-task.ts';

const deal = (stage: number | null, nominal: number | null, adjusted: number | null) => ({
  ...{ id: 'd', deal: 'Deal' },
  ...{ stage, nominal, adjusted },
});

describe('the win probability of an open deal', () => {
  it.each([
    ['takes that of the stage when none is known', deal(30, null, null), [30, 30]],
    ['follows the stage while nobody has adjusted it', deal(45, 30, 30), [45, 45]],
    ['keeps what somebody adjusted', deal(45, 30, 42), [45, undefined]],
    ['keeps what somebody said before the stage was known', deal(45, null, 60), [45, undefined]],
  ])('%s', (_case, one, [nominal, adjusted]) => {
    expect(planCalibration({ outcomes: [], deals: [one] }).rows).toEqual([
      {
        deal: 'Deal',
        row: {
          Id: 'd',
          Win_Probability_Nominal__c: nominal,
          ...(adjusted === undefined ? {} : { Win_Probability_Adjusted__c: adjusted }),
        },
      },
    ]);
  });

  it('stays as it is when the org says all of it, and where no stage tells one', () => {
    const deals = [deal(30, 30, 30), deal(30, 30, 36), deal(null, null, null)];
    expect(planCalibration({ outcomes: [], deals }).rows).toEqual([]);
  });
});

it('corrects a unit by the wins it forecast, and takes one with few closed deals at its word', () => {
  const closed = (unit: string, count: number, wins: number) =>
    Array.from({ length: count }, (_none, index) => ({ unit, probability: 0.6, isWon: index < wins }));
  const { units } = planCalibration({ outcomes: [...closed('North', 9, 9), ...closed('East', 20, 6)], deals: [] });
  expect(units).toEqual([
    { unit: 'East', closed: 20, forecast: 12, won: 6, factor: 0.5 },
    { unit: 'North', closed: 9, forecast: 5.4, won: 9, factor: null },
  ]);
});
