import MyWeekHours from 'c/myWeekHours';
import { executeMutation, gql } from 'lightning/graphql';
import { all, render, settled, words } from 'components/render';

jest.mock('lightning/graphql', () => ({
  gql: jest.fn((parts: readonly string[], ...inserts: readonly string[]) => ({
    text: String.raw({ raw: parts }, ...inserts),
  })),
  executeMutation: jest.fn(() => Promise.resolve({})),
}));

type Input = HTMLElement & { label: string; value: string | number; reportValidity: () => boolean };

const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
const cell = (day: string, change: object = {}) => ({
  day,
  recorded: null,
  effortId: null,
  proposed: 4,
  ahead: false,
  ...change,
});
const line = (cells: readonly object[], change: object = {}) => ({
  bookingId: 'b1',
  dispatchId: 'order1',
  number: 'DO-00012',
  title: 'Bid',
  deal: 'East grid',
  hours: 20,
  confirmed: false,
  cells,
  ...change,
});
const week = (lines: readonly object[], change: object = {}) => ({
  start: '2026-11-16',
  days,
  lines,
  capacity: 40,
  confirmed: false,
  ...change,
});

async function show(of: object, today = '2026-11-24') {
  const element = render('c-my-week-hours', MyWeekHours as never, { week: of, personId: 'p1', today });
  await settled();
  for (const input of all<Input>(element.shadowRoot, 'lightning-input')) input.reportValidity = () => true;
  return element;
}

async function enter(element: { shadowRoot: ShadowRoot }, index: number, value: string) {
  all(element.shadowRoot, 'lightning-input')[index]?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

async function press(element: { shadowRoot: ShadowRoot }) {
  all(element.shadowRoot, 'lightning-button')[0]?.click();
  await settled();
  await settled();
}

const sent = () =>
  (jest.mocked(gql).mock.results.at(-1)?.value as { text: string } | undefined)?.text
    .split('\n')
    .map((step) => step.replace(/^.*step\d+: /, '').replace(/(Record { Id } }).*$/, '$1'));

describe('c-my-week-hours', () => {
  it('records a week as planned and confirms it in one request that is taken whole', async () => {
    const changed = jest.fn();
    const element = await show(week([line(days.map((day) => cell(day)))]));
    element.addEventListener('changed', changed);
    await expect(element).toBeAccessible();
    await press(element);
    expect(executeMutation).toHaveBeenCalledTimes(1);
    expect((jest.mocked(gql).mock.results[0]?.value as { text: string }).text).toContain('allOrNone: true');
    expect(sent()).toEqual([
      ...days.map(
        (day) =>
          `MF_Effort__cCreate(input: { MF_Effort__c: { Dispatch__c: "order1", Resource__c: "p1", Date__c: "${day}", Hours__c: 4 } }) { Record { Id } }`,
      ),
      'MF_Booking__cUpdate(input: { Id: "b1", MF_Booking__c: { Hours_Confirmed_On__c: "2026-11-24" } }) { Record { Id } }',
    ]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('writes what was corrected and nothing that stands already', async () => {
    const [monday = '', tuesday = ''] = days;
    const element = await show(
      week(
        [
          line([
            cell(monday, { recorded: 8, effortId: 'e1', proposed: 8 }),
            cell(tuesday, { recorded: 8, effortId: 'e2', proposed: 8 }),
          ]),
        ],
        { days: [monday, tuesday] },
      ),
    );
    await enter(element, 1, '6.5');
    expect(all(element.shadowRoot, 'td.sum').map((sum) => sum.textContent)).toEqual(['14.5', '14.5']);
    await press(element);
    expect(sent()?.[0]).toBe(
      'MF_Effort__cUpdate(input: { Id: "e2", MF_Effort__c: { Hours__c: 6.5 } }) { Record { Id } }',
    );
    expect(sent()).toHaveLength(2);
  });

  it('confirms a week in which nothing was worked', async () => {
    const [monday = ''] = days;
    const element = await show(week([line([cell(monday)])], { days: [monday] }));
    await enter(element, 0, '');
    await press(element);
    expect(sent()).toEqual([expect.stringContaining('MF_Booking__cUpdate')]);
  });

  it('records the days that have come of a week that runs, and asks again for the rest', async () => {
    const element = await show(week([line(days.map((day) => cell(day, { ahead: day > '2026-11-17' })))]), '2026-11-17');
    await press(element);
    expect(sent()).toHaveLength(2);
    expect(sent()?.join()).not.toContain('MF_Booking__c');
  });

  it('says before the org does that recorded hours cannot be taken away', async () => {
    const [monday = ''] = days;
    const element = await show(
      week([line([cell(monday, { recorded: 8, effortId: 'e1', proposed: 8 })])], { days: [monday] }),
    );
    await enter(element, 0, '0');
    await press(element);
    expect(executeMutation).not.toHaveBeenCalled();
    expect(words(element.shadowRoot)).toContain('Recorded hours can be corrected, not removed.');
    await expect(element).toBeAccessible();
  });

  it("shows the org's refusal and keeps what was typed when the week is read anew", async () => {
    jest.mocked(executeMutation).mockResolvedValueOnce({ errors: [{ message: 'The engineer has no rate in force.' }] });
    const plan = week([line(days.map((day) => cell(day)))]);
    const element = await show(plan);
    await enter(element, 0, '7');
    await press(element);
    expect(words(element.shadowRoot)).toContain('The engineer has no rate in force.');
    Object.assign(element, { week: { ...plan } });
    await settled();
    expect(all<Input>(element.shadowRoot, 'lightning-input').map((input) => input.value)).toEqual([7, 4, 4, 4, 4]);
  });
});
