import BoardTimeline from 'c/boardTimeline';
import { all, render, settled } from 'components/render';

const mondays = Array.from({ length: 12 }, (_none, week) =>
  new Date(Date.UTC(2026, 10, 23) + week * 7 * 86_400_000).toISOString().slice(0, 10),
);
const people = Array.from({ length: 400 }, (_none, index) => ({
  id: `p${String(index)}`,
  name: `Person ${String(index)}`,
  unit: 'Presales',
  region: 'HQ',
  regionLabel: 'Headquarters',
  weeklyHours: 40,
  grade: 3,
}));
const week = { monday: mondays[1], capacity: 32, booked: 8, proposed: 16 };
const absence = { from: '2026-12-07', to: '2026-12-11', kind: 'Leave' };
const weeks = Object.fromEntries(
  people.map(({ id }) => [id, id === 'p1' ? { weeks: [week], absences: [absence] } : { weeks: [], absences: [] }]),
);

async function show(props: Readonly<Record<string, unknown>> = {}) {
  const window = { first: mondays[1], last: mondays[2] };
  const element = render('c-board-timeline', BoardTimeline as never, { people, mondays, weeks, window, ...props });
  await settled();
  return element;
}
const row = (element: HTMLElement & { shadowRoot: ShadowRoot }, name: string) =>
  all(element.shadowRoot, '.space .row').find((one) => one.querySelector('.person')?.textContent === name);

describe('c-board-timeline', () => {
  it('draws of 400 people × 12 weeks the rows in sight alone, and others when they come into sight', async () => {
    const element = await show();
    expect(all(element.shadowRoot, '.space .row').length).toBeLessThanOrEqual(22);
    expect(all(element.shadowRoot, '*').length).toBeLessThan(450);
    const scroll = all(element.shadowRoot, '.scroll')[0]!;
    expect(scroll.getAttribute('aria-rowcount')).toBe('401');
    scroll.scrollTop = 200 * 40;
    scroll.dispatchEvent(new CustomEvent('scroll'));
    await settled();
    expect(row(element, 'Person 205')).toBeDefined();
    expect(row(element, 'Person 1')).toBeUndefined();
    expect(all(element.shadowRoot, '.space .row').length).toBeLessThanOrEqual(32);
  });

  it('is a grid that assistive technology reads', async () => {
    await expect(await show({ people: people.slice(0, 3) })).toBeAccessible();
  });

  it('tells capacity, booked, proposed and free hours of a week, and who is away', async () => {
    const element = await show();
    const cells = [...row(element, 'Person 1')!.querySelectorAll('.cell')];
    expect(cells.slice(0, 4).map((cell) => cell.textContent)).toEqual(['40', '24', '–', '40']);
    expect(cells[1]?.getAttribute('aria-label')).toMatch(/24 hours free of 32, 8 booked, 16 proposed/);
    expect(cells[2]?.getAttribute('aria-label')).toContain('Absent: Leave.');
    expect(cells.map((cell) => cell.classList.contains('within')).slice(0, 4)).toEqual([false, true, true, false]);
  });

  it('asks for a proposal by drop, by click and by keys alone', async () => {
    const element = await show();
    const asked: unknown[] = [];
    element.addEventListener('propose', (event) => asked.push((event as CustomEvent).detail));
    const cell = row(element, 'Person 1')!.querySelectorAll<HTMLElement>('.cell')[2]!;
    const drop = new CustomEvent('drop', { bubbles: true }) as CustomEvent & { dataTransfer?: unknown };
    drop.dataTransfer = { getData: () => 'order' };
    cell.dispatchEvent(drop);
    cell.click();
    await settled();
    const press = async (key: string) => {
      all(element.shadowRoot, '[tabindex="0"]')[0]!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settled();
    };
    for (const key of ['Home', 'ArrowDown', 'ArrowRight', 'Enter']) await press(key);
    expect(asked).toEqual([
      { personId: 'p1', monday: mondays[2], orderId: 'order' },
      { personId: 'p1', monday: mondays[2], orderId: undefined },
      { personId: 'p2', monday: mondays[0], orderId: undefined },
    ]);
  });

  it('says that nobody passes the filters', async () => {
    const element = await show({ people: [] });
    expect(element.shadowRoot.textContent).toContain('Nobody passes these filters.');
    await expect(element).toBeAccessible();
  });
});
