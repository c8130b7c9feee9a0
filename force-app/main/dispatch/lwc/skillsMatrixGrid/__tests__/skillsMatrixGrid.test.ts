import SkillsMatrixGrid from 'c/skillsMatrixGrid';
import { moved } from '../keys';
import { scrollTo, spanAt } from '../windowing';
import { all, render, settled } from 'components/render';

const people = Array.from({ length: 400 }, (_, index) => ({
  id: `p${index}`,
  name: `Person ${index}`,
  unit: 'HQ',
  userId: null,
  managerId: null,
}));
const skills = Array.from({ length: 60 }, (_, index) => ({
  id: `s${index}`,
  name: `Skill ${index}`,
  family: 'Technology',
  unit: 'HQ',
}));
const grade = { id: 'g', level: 4, self: 5, manager: 4, evidence: 4, validTo: null, expired: false };
const grades = new Map([
  ['p0|s0', grade],
  ['p0|s1', { ...grade, level: 2, validTo: '2026-11-01', expired: true }],
]);

async function show(rows = people, columns = skills) {
  const element = render('c-skills-matrix-grid', SkillsMatrixGrid as never, { people: rows, skills: columns, grades });
  await settled();
  return element;
}

const grid = (element: { shadowRoot: ShadowRoot }) => all(element.shadowRoot, '[role=grid]')[0];
const active = (element: { shadowRoot: ShadowRoot }) =>
  all(element.shadowRoot, '.active').map((cell) => `${cell.dataset['row'] ?? ''}/${cell.dataset['column'] ?? ''}`);

async function press(element: { shadowRoot: ShadowRoot }, ...keys: string[]) {
  for (const key of keys) {
    grid(element)?.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
    await settled();
  }
}

describe('c-skills-matrix-grid', () => {
  it('draws a small part of 24,000 cells and says how many there are', async () => {
    const element = await show();
    expect(all(element.shadowRoot, '[role=gridcell]').length).toBeLessThan(600);
    expect(grid(element)?.getAttribute('aria-rowcount')).toBe('401');
    expect(grid(element)?.getAttribute('aria-colcount')).toBe('61');
    const cells = all(element.shadowRoot, '[role=gridcell]').slice(0, 3);
    expect(cells.map((cell) => cell.textContent?.trim())).toEqual(['4', '2↓', '']);
    expect(cells.map((cell) => cell.getAttribute('aria-label'))).toEqual([
      'Skill 0: level 4',
      expect.stringMatching(/^Skill 1: level 2, expired on /),
      'Skill 2: not graded',
    ]);
  });

  it('moves by keys, opens by Enter and by a click, and stays inside', async () => {
    const opened: unknown[] = [];
    const element = await show(people.slice(0, 5), skills.slice(0, 5));
    element.addEventListener('open', (event) => opened.push((event as CustomEvent).detail));
    await press(element, 'ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    expect(active(element)).toEqual(['1/1']);
    await press(element, 'Enter');
    all(element.shadowRoot, '[role=gridcell]')[0]?.click();
    expect(opened).toEqual([
      { person: 'p1', skill: 's1' },
      { person: 'p0', skill: 's0' },
    ]);
    await expect(element).toBeAccessible();
  });

  it('keeps an active cell when a filter takes its row away', async () => {
    const element = await show();
    await press(element, 'ArrowDown', 'ArrowDown', 'ArrowDown');
    Object.assign(element, { people: people.slice(0, 2) });
    await settled();
    expect(active(element)).toEqual(['1/0']);
  });
});

describe('keys', () => {
  const bounds = { rows: 400, columns: 60, page: 10 };
  it.each([
    ['ArrowUp', false, { row: 4, column: 7 }],
    ['PageDown', false, { row: 15, column: 7 }],
    ['PageUp', false, { row: 0, column: 7 }],
    ['Home', false, { row: 5, column: 0 }],
    ['End', false, { row: 5, column: 59 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 399, column: 59 }],
    ['Tab', false, undefined],
  ])('%s (control: %s)', (key, ctrlKey, place) => {
    expect(moved({ row: 5, column: 7 }, { key, ctrlKey }, bounds)).toEqual(place);
  });
});

describe('windowing', () => {
  const axis = { count: 400, size: 36, beyond: 8 };
  it.each([
    [0, { first: 0, end: 24 }],
    [280, { first: 0, end: 32 }],
    [7200, { first: 192, end: 224 }],
    [14_000, { first: 376, end: 400 }],
    [99_999, { first: 400, end: 400 }],
  ])('draws at %d pixels what is seen and a step beyond', (offset, span) => {
    expect(spanAt(axis, offset, 500)).toEqual(span);
  });

  it.each([
    [10, 0, undefined],
    [20, 0, 276],
    [2, 360, 72],
  ])('scrolls to row %d from %d pixels as little as it must', (index, offset, to) => {
    expect(scrollTo(axis, index, { offset, size: 536, covered: 56 })).toBe(to);
  });
});
