import { describe, expect, it } from 'vitest';
import { fittingTabs } from '../../../../scripts/lightning/shell/fitting-tabs.ts';

describe('tabs of the navigation bar', () => {
  it.each([
    ['stand all where there is room for all of them', [100, 100, 100], 300, 3],
    ['leave room for the button as soon as one does not fit', [100, 100, 100], 299, 2],
    ['give way one by one', [100, 100, 100], 259, 1],
    ['all go below the button where not even the first one fits', [100, 100, 100], 120, 0],
    ['are none when there are none', [], 0, 0],
  ])('%s', (_, widths, room, count) => {
    expect(fittingTabs(widths, room, 60)).toBe(count);
  });
});
