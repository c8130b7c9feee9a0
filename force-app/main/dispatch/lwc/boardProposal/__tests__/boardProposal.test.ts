import BoardProposal from 'c/boardProposal';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

const wire = graphql as unknown as { emit(value: unknown): void };
const order = {
  id: 'o1',
  name: 'DO-00001',
  status: 'Deferred',
  worth: 80,
  hours: 24,
  headcount: 1,
  firstWeek: '2026-11-30',
  lastWeek: '2026-12-07',
  region: 'East',
  modifiedAt: '2026-11-24T04:00:00.000Z',
};
const candidate = { id: 'c1', personId: 'chen', chosen: true, eligible: true, rank: 1, fit: 90, cost: null };
const detail = {
  needs: [{ skill: 's1', skillName: 'Power', level: 4, weight: 1, mandatory: true }],
  candidates: [candidate, { ...candidate, id: 'c2', personId: 'wang', chosen: false, rank: 2, fit: 65 }],
  bookings: [
    { id: 'b1', personId: 'chen', monday: '2026-11-30', hours: 24, status: 'Proposed', declined: false },
    { id: 'b2', personId: 'wang', monday: '2026-12-07', hours: 8, status: 'Cancelled', declined: false },
  ],
};
const weeks = ['2026-11-30', '2026-12-07'].map((monday) => {
  return { monday, capacity: 40, booked: 24, proposed: 0, free: 16, absences: '' };
});

async function show(level: number, bookings: Parameters<typeof edges>[0] = []) {
  const person = { id: 'wang', name: 'Wang Min', region: 'East' };
  const props = { order, detail, person, weeks, monday: '2026-12-07', label: 'Propose' };
  const element = render('c-board-proposal', BoardProposal as never, props);
  await settled();
  const skills = edges([{ Id: 'k', Skill__c: 's1', Level__c: level }]);
  const known = edges([{ Id: 'w1', Week_Start__c: '2026-12-07' }]);
  const query = { MF_Resource_Skill__c: skills, MF_Resource_Week__c: known, MF_Booking__c: edges(bookings) };
  wire.emit({ uiapi: { query } });
  await settled();
  return element;
}

async function propose(element: HTMLElement & { shadowRoot: ShadowRoot }, reason: string) {
  const input = all<HTMLElement & { value: string; reportValidity(): boolean }>(
    element.shadowRoot,
    'lightning-textarea',
  )[0]!;
  Object.assign(input, { value: reason, reportValidity: () => reason !== '' });
  all<HTMLElement & { label: string }>(element.shadowRoot, 'lightning-button').at(-1)!.click();
  await settled();
  await settled();
}

describe('c-board-proposal', () => {
  it('refuses whom a hard filter refuses, and says by how much', async () => {
    const element = await show(3);
    expect(words(element.shadowRoot)).toContain('Mandatory skill Power: level 3, 4 needed.');
    const button = all<HTMLElement & { disabled: boolean }>(element.shadowRoot, 'lightning-button').at(-1)!;
    expect(button.disabled).toBe(true);
    await expect(element).toBeAccessible();
  });

  it('writes an override with its reason and the worth it loses, locks its hours and frees the old ones', async () => {
    jest
      .mocked(createRecord)
      .mockResolvedValueOnce({ id: 'w0' } as never)
      .mockResolvedValueOnce({ id: 'b3' } as never);
    const element = await show(4);
    expect(element.shadowRoot.textContent).toContain('Worth lost: up to 20');
    await propose(element, '');
    expect(updateRecord).not.toHaveBeenCalled();
    await propose(element, 'Customer knows her');
    const written = jest.mocked(updateRecord).mock.calls.map(([input]) => input.fields);
    expect(jest.mocked(updateRecord).mock.calls[0]?.[1]).toEqual({ ifUnmodifiedSince: order.modifiedAt });
    expect(written).toEqual([
      { Id: 'o1', Lead__c: 'wang' },
      { Id: 'b1', Status__c: 'Cancelled' },
      { Id: 'b2', Hours__c: 16, Status__c: 'Proposed', Locked__c: true },
      {
        Id: 'o1',
        Status__c: 'Proposed',
        Override__c: true,
        Override_Reason__c: 'Customer knows her',
        Override_Loss__c: 20,
        Status_Reason__c: null,
      },
    ]);
    expect(jest.mocked(createRecord).mock.calls.map(([input]) => input)).toEqual([
      {
        apiName: 'MF_Resource_Week__c',
        fields: { Resource__c: 'wang', Week_Start__c: '2026-11-30', Capacity__c: 40 },
      },
      {
        apiName: 'MF_Booking__c',
        fields: { Dispatch__c: 'o1', Resource_Week__c: 'w0', Hours__c: 8, Status__c: 'Proposed', Locked__c: true },
      },
    ]);
  });

  it('names the orders that no longer fit beside it and counts their worth as lost', async () => {
    const other = {
      Id: 'x',
      Status__c: 'Proposed',
      Hours__c: 8,
      Dispatch__c: 'o2',
      'Dispatch__r.Name': 'DO-00002',
      'Dispatch__r.Worth__c': 40,
      'Resource_Week__r.Week_Start__c': '2026-12-07',
    };
    const element = await show(4, [other]);
    expect(element.shadowRoot.textContent).toContain('Together with what is proposed for DO-00002');
    expect(element.shadowRoot.textContent).toContain('Worth lost: up to 60');
  });

  it('takes back what it wrote when the org refuses a part, in the org’s words', async () => {
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'The week is over.' } });
    const element = await show(4);
    await propose(element, 'Because');
    expect(jest.mocked(updateRecord).mock.calls.map(([input]) => input.fields)).toEqual([
      { Id: 'o1', Lead__c: 'wang' },
      { Id: 'b1', Status__c: 'Cancelled' },
      { Id: 'b1', Status__c: 'Proposed' },
    ]);
    expect(words(element.shadowRoot)).toContain('The week is over.');
  });

  it('writes nothing over what another dispatcher has changed meanwhile', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ status: 412, body: { message: 'Precondition failed' } });
    const element = await show(4);
    const closed = jest.fn();
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
    await propose(element, 'Because');
    expect(closed).toHaveBeenCalledWith('stale');
    expect(updateRecord).toHaveBeenCalledTimes(1);
  });
});
