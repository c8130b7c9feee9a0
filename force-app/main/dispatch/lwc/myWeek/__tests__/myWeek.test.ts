import MyWeek from 'c/myWeek';
import { graphql } from 'lightning/graphql';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Row = Parameters<typeof edges>[0][number];
type Emitting = {
  emit(value: unknown, filter?: unknown, refresh?: () => Promise<void>): void;
  emitErrors(errors: unknown[]): void;
};
type Input = HTMLElement & { label: string; value: string | number };
type Button = HTMLElement & { label: string; title: string; disabled: boolean };
const wire = graphql as unknown as Emitting;
const refresh = jest.fn(() => Promise.resolve());

/** A Wednesday. */
const NOW = new Date('2026-11-25T20:00:00Z');

const person: Row = { Id: 'p1', Name: 'Chen Li', Region__c: 'HQ' };
const booking = (row: Row): Row => ({
  Status__c: 'Confirmed',
  Answer__c: 'Accepted',
  Hours_Confirmed_On__c: null,
  Hours__c: 24,
  Dispatch__c: 'order1',
  'Dispatch__r.Name': 'DO-00012',
  'Dispatch__r.Purpose__c': 'Bid',
  'Dispatch__r.Deliverable__c': 'Bid document',
  'Dispatch__r.Deal__r.Opportunity__r.Name': 'East grid',
  ...row,
});
const inWeek = (start: string, row: Row = {}): Row =>
  booking({ Id: `b${start}`, 'Resource_Week__r.Week_Start__c': start, ...row });

interface Facts {
  readonly people?: readonly Row[];
  readonly bookings?: readonly Row[];
  readonly efforts?: readonly Row[];
  readonly led?: readonly Row[];
  readonly skills?: readonly Row[];
  readonly holidays?: readonly Row[];
}

async function show(facts: Facts) {
  const element = render('c-my-week', MyWeek as never);
  await settled();
  wire.emit(
    {
      uiapi: {
        query: {
          MF_Resource__c: edges(facts.people ?? [person]),
          MF_Resource_Week__c: edges([{ Id: 'w', Week_Start__c: '2026-11-23', Capacity__c: 40 }]),
          MF_Booking__c: edges(facts.bookings ?? []),
          MF_Effort__c: edges(facts.efforts ?? []),
          MF_Dispatch__c: edges(facts.led ?? []),
          MF_Resource_Skill__c: edges(facts.skills ?? []),
          MF_Holiday__c: edges(facts.holidays ?? []),
        },
      },
    },
    undefined,
    refresh,
  );
  await settled();
  return element;
}

const values = (element: { shadowRoot: ShadowRoot }) =>
  all<Input>(element.shadowRoot, 'lightning-input').map((input) => input.value);
const buttons = (element: { shadowRoot: ShadowRoot }) =>
  all<Button>(element.shadowRoot, 'lightning-button').map((button) => button.label);

beforeAll(() => jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask', 'nextTick', 'setTimeout'] }));
afterAll(() => jest.useRealTimers());

describe('c-my-week', () => {
  it('fills this week in from the plan, and lets only days be recorded that have come', async () => {
    const element = await show({ bookings: [inWeek('2026-11-23')] });
    expect(values(element)).toEqual([5, 5, 5]);
    expect(all(element.shadowRoot, '.planned').map((hours) => hours.textContent)).toEqual(['4.5', '4.5']);
    expect(words(element.shadowRoot)).toContain('24 h booked of 40 h');
    expect(buttons(element)).toContain('Record the hours until today');
    await expect(element).toBeAccessible();
  });

  it('plans nothing on a holiday of the region, and shows what is recorded already', async () => {
    const element = await show({
      bookings: [inWeek('2026-11-16')],
      efforts: [{ Id: 'e1', Dispatch__c: 'order1', Date__c: '2026-11-16', Hours__c: 7.5 }],
      holidays: [
        { Id: 'h1', Date__c: '2026-11-17', Is_Worked__c: false, Region__c: null },
        { Id: 'h2', Date__c: '2026-11-18', Is_Worked__c: false, Region__c: 'South' },
        { Id: 'h3', Date__c: '2026-11-21', Is_Worked__c: true, Region__c: 'HQ' },
      ],
    });
    expect(values(element)).toEqual([7.5, '', 5, 5, 4.5, 4.5]);
  });

  it('asks for weeks that are over first, the oldest first, and not for those that are done', async () => {
    const done = inWeek('2026-11-02', { Hours_Confirmed_On__c: '2026-11-09' });
    const recorded = inWeek('2026-10-26', { Hours__c: 8, Dispatch__c: 'order2' });
    const element = await show({
      bookings: [inWeek('2026-11-16'), inWeek('2026-11-09'), done, recorded],
      efforts: [{ Id: 'e1', Dispatch__c: 'order2', Date__c: '2026-10-26', Hours__c: 8 }],
    });
    const headings = all(element.shadowRoot, 'h3').map((heading) => heading.textContent);
    expect(headings).toHaveLength(2);
    expect(headings[0]).toContain('9');
    expect(headings[1]).toContain('16');
    expect(words(element.shadowRoot)).toContain('Nothing is booked for you in this week.');
    expect(buttons(element)).toContain('Confirm all these weeks');
    await expect(element).toBeAccessible();
  });

  it('asks about new bookings order by order, and not about what was answered or is over', async () => {
    const element = await show({
      bookings: [
        inWeek('2026-12-07', { Answer__c: null, Status__c: 'Proposed' }),
        inWeek('2026-11-30', { Answer__c: null, Status__c: 'Proposed', Hours__c: 16 }),
        inWeek('2026-11-16', { Answer__c: null }),
        inWeek('2026-12-14', { Dispatch__c: 'order2' }),
      ],
    });
    expect(all(element.shadowRoot, 'c-my-week-answer')).toHaveLength(1);
    expect(all(element.shadowRoot, 'article li').map((week) => week.textContent)).toEqual([
      expect.stringContaining('16 h'),
      expect.stringContaining('24 h'),
    ]);
  });

  it('leaves out a booking that the engineer declined', async () => {
    const element = await show({ bookings: [inWeek('2026-11-23', { Answer__c: 'Declined' })] });
    expect(values(element)).toEqual([]);
  });

  it('shows orders to lead and skills that run out within two months', async () => {
    const skill = (id: string, validTo: string): Row => ({
      Id: id,
      Level__c: 3,
      Self__c: 4,
      Valid_To__c: validTo,
      'Skill__r.Name': `Skill ${id}`,
    });
    const element = await show({
      led: [{ Id: 'order1', Name: 'DO-00012', Status__c: 'Confirmed', Deliverable__c: 'Bid document' }],
      skills: [skill('late', '2027-02-01'), skill('soon', '2027-01-20'), skill('over', '2026-11-01')],
    });
    expect(all(element.shadowRoot, '.skill .name').map((name) => name.textContent)).toEqual([
      'Skill over',
      'Skill soon',
    ]);
    expect(buttons(element)).toContain('Start');
    await expect(element).toBeAccessible();
  });

  it('goes to other weeks and back, not further than hours are asked for', async () => {
    const element = await show({ bookings: [inWeek('2026-11-30')] });
    const icons = () => all<Button>(element.shadowRoot, 'lightning-button-icon');
    icons()[1]?.click();
    await settled();
    expect(words(element.shadowRoot)).toContain('Hours are recorded once the days have come.');
    for (let week = 0; week < 9; week += 1) {
      icons()[0]?.click();
      await settled();
    }
    expect(icons()[0]?.disabled).toBe(true);
  });

  it('tells who is no engineer, and offers to try again after a failure', async () => {
    const element = await show({ people: [] });
    expect(words(element.shadowRoot)).toContain('You are not registered as a presales engineer.');
    wire.emitErrors([{ message: 'The org is away.' }]);
    await settled();
    expect(words(element.shadowRoot)).toContain('The org is away.');
    await expect(element).toBeAccessible();
  });
});
