import { expect, it } from 'vitest';
import { alignColumns, displayWidth } from '../../../scripts/commands/render/columns.ts';

it.each([
  ['Pages', 5],
  ['页面', 4],
  ['（a）', 5],
  ['😀', 2],
  ['𠮷', 2],
  ['', 0],
])('shows %s in %i columns', (text, columns) => {
  expect(displayWidth(text)).toBe(columns);
});

it('puts values under each other, whatever script the labels are in', () => {
  const rows = alignColumns([
    ['页面', 'one'],
    ['Local org', 'two'],
    ['User 用户', 'three'],
  ]);
  expect(rows).toEqual(['  页面       one', '  Local org  two', '  User 用户  three']);
});
