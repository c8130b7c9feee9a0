import DispatchRequest from 'c/dispatchRequest';
import DispatchRequestAccept from 'c/dispatchRequestAccept';
import DispatchRequestForm from 'c/dispatchRequestForm';
import DispatchRequestReason from 'c/dispatchRequestReason';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Row = Parameters<typeof edges>[0][number];
type Emitting = { emit(value: unknown, filter?: unknown, refresh?: () => Promise<void>): void };
type Button = HTMLElement & { label: string };
const wire = graphql as unknown as Emitting;
const refresh = jest.fn(() => Promise.resolve());
const HOUR = 3_600_000;

const deal: Row = {
  Id: 'deal',
  Current_Gate__c: 'gate3',
  Gross_Margin__c: 8_960_000,
  Presales_Budget__c: 90_000,
  Presales_Spent__c: 10_000,
  'Current_Gate__r.Score__c': 92,
  'Opportunity__r.IsClosed': false,
  'Opportunity__r.MF_Stage_Order__c': 3,
};
const order = (row: Row): Row => ({
  Id: 'order1',
  Name: 'DO-00012',
  Status__c: 'Submitted',
  Status_Reason__c: null,
  Purpose__c: 'Solution design',
  Deliverable__c: 'Solution v1',
  Emergency__c: false,
  Emergency_Approved_By__c: null,
  Hours__c: 24,
  Headcount__c: 1,
  First_Week__c: '2026-11-30',
  Last_Week__c: '2026-11-30',
  Requester__c: userId,
  ...row,
});

interface Facts {
  readonly deals?: readonly Row[];
  readonly bookings?: readonly Row[];
  readonly needs?: readonly Row[];
  readonly deliverables?: readonly Row[];
  readonly checks?: readonly Row[];
}

async function show(orders: readonly Row[], facts: Facts = {}) {
  const element = render('c-dispatch-request', DispatchRequest as never, { recordId: 'opp' });
  (getObjectInfo as unknown as Emitting).emit({ createable: true });
  await settled();
  answer(orders, facts);
  await settled();
  return element;
}

const answer = (orders: readonly Row[], facts: Facts = {}) =>
  wire.emit(
    {
      uiapi: {
        query: {
          MF_Deal__c: edges(facts.deals ?? [deal]),
          MF_Dispatch__c: edges(orders),
          MF_Dispatch_Skill__c: edges(facts.needs ?? []),
          MF_Booking__c: edges(facts.bookings ?? []),
          MF_Deliverable__c: edges(facts.deliverables ?? []),
          MF_Check__c: edges(facts.checks ?? []),
        },
      },
    },
    undefined,
    refresh,
  );

const buttons = (element: { shadowRoot: ShadowRoot }) =>
  all<Button>(element.shadowRoot, 'lightning-button').map((button) => button.label);
async function press(element: { shadowRoot: ShadowRoot }, label: string) {
  all<Button>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === label)
    ?.click();
  await settled();
}

describe('c-dispatch-request', () => {
  it('shows number, state, rank, reason and people of each order', async () => {
    const booked = (name: string, hours: number, status = 'Confirmed'): Row => ({
      Id: `${name}${hours}`,
      Dispatch__c: 'order1',
      Hours__c: hours,
      Status__c: status,
      'Resource_Week__r.Resource__r.Name': name,
    });
    const confirmed = order({ Status__c: 'Confirmed', Rank__c: 2, Worth__c: 85.46, Status_Reason__c: 'Two weeks' });
    const element = await show([confirmed], {
      bookings: [booked('Chen Li', 16), booked('Chen Li', 8), booked('Wang Min', 4, 'Cancelled')],
    });
    const shown = words(element.shadowRoot);
    for (const text of ['DO-00012', 'Confirmed', 'Solution design · Solution v1', 'Rank 2 · worth 85.5', 'Two weeks'])
      expect(shown).toContain(text);
    expect(shown).toContain('Chen Li (24 h)');
    expect(shown).not.toContain('Wang Min');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['time left', 3.5 * HOUR, 'First answer due in 3 hours'],
    ['too late', -2.5 * HOUR, 'First answer was due 2 hours ago'],
    ['far off', 70 * HOUR, 'First answer due in 2 days'],
  ])('says how long the first answer may take: %s', async (_what, ahead, text) => {
    const due = new Date(Date.now() + ahead).toISOString();
    const element = await show([order({ Sla_Due__c: due, First_Answered_At__c: null })]);
    expect(words(element.shadowRoot)).toContain(text);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['Draft', ['Continue', 'Cancel order']],
    ['Deferred', ['Recall', 'Cancel order']],
    ['Recalled', ['Change and resubmit', 'Cancel order']],
    ['In progress', ['Cancel order']],
    ['Delivered', ['Accept the result', 'Send back']],
    ['Closed', []],
  ])('offers the requester of an order that is %s what may come next', async (status, offered) => {
    const element = await show([order({ Status__c: status })]);
    expect(buttons(element)).toEqual([...offered, 'Request engineers']);
    await expect(element).toBeAccessible();
  });

  it('offers nothing on the order of a colleague, and says whose it is', async () => {
    const element = await show([order({ Requester__c: '005other', 'Requester__r.Name': 'Zhou Hang' })]);
    expect(buttons(element)).toEqual(['Request engineers']);
    expect(words(element.shadowRoot)).toContain('Requested by Zhou Hang');
    await expect(element).toBeAccessible();
  });

  it('asks for a new order with the deal as it is, and tells the number that the org gave', async () => {
    jest.mocked(DispatchRequestForm.open).mockImplementationOnce(() => {
      answer([order({})]);
      return Promise.resolve('order1');
    });
    const element = await show([], {
      checks: [
        { Id: 'c1', Gate__c: 'gate3', Title_En__c: 'Solution by presales', Status__c: 'Open' },
        { Id: 'c2', Gate__c: 'gate3', Title_En__c: 'Done already', Status__c: 'Passed' },
        { Id: 'c3', Gate__c: 'gate4', Title_En__c: 'Of the next gate', Status__c: 'Open' },
      ],
    });
    expect(words(element.shadowRoot)).toContain('No engineers have been requested');
    await press(element, 'Request engineers');
    expect(DispatchRequestForm.open).toHaveBeenCalledWith(
      expect.objectContaining({
        dealId: 'deal',
        start: null,
        context: expect.objectContaining({
          margin: 8_960_000,
          readiness: 92,
          budget: 90_000,
          early: false,
          gateNeeds: [{ id: 'c1', title: 'Solution by presales' }],
        }),
      }),
    );
    expect(all(element.shadowRoot, '[role=status]').map((line) => line.textContent)).toEqual([
      'DO-00012 is submitted. The first answer comes within 8 working hours.',
    ]);
    await expect(element).toBeAccessible();
  });

  it('takes a recalled order back to a draft and goes on with it', async () => {
    const need: Row = {
      Id: 'n1',
      Dispatch__c: 'order1',
      Skill__c: 'PWR',
      Level__c: 4,
      Weight__c: 0.3333,
      Mandatory__c: true,
      'Skill__r.Name': 'Power',
    };
    const element = await show([order({ Status__c: 'Recalled' })], { needs: [need] });
    await press(element, 'Change and resubmit');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'order1', Status__c: 'Draft' } });
    expect(DispatchRequestForm.open).toHaveBeenCalledWith(
      expect.objectContaining({
        start: expect.objectContaining({
          id: 'order1',
          deliverable: 'Solution v1',
          hours: '24',
          needs: [{ key: 'n1', id: 'n1', skill: 'PWR', name: 'Power', level: 4, percent: 33.33, mandatory: true }],
        }),
      }),
    );
  });

  it('recalls at once, and asks for a reason to cancel and for a quality to accept', async () => {
    const deliverable = { Id: 'd1', Name: 'Design.docx', Dispatch__c: 'order2', Link__c: null, Accepted__c: false };
    const element = await show([order({}), order({ Id: 'order2', Name: 'DO-00013', Status__c: 'Delivered' })], {
      deliverables: [deliverable],
    });
    await press(element, 'Recall');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'order1', Status__c: 'Recalled' } });
    await press(element, 'Cancel order');
    expect(DispatchRequestReason.open).toHaveBeenCalledWith(
      expect.objectContaining({ orderId: 'order1', status: 'Cancelled', label: 'Cancel DO-00012' }),
    );
    await press(element, 'Accept the result');
    expect(DispatchRequestAccept.open).toHaveBeenCalledWith(
      expect.objectContaining({
        orderId: 'order2',
        deliverables: [expect.objectContaining({ id: 'd1', name: 'Design.docx' })],
      }),
    );
  });

  it("shows the org's refusal", async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Only the requester recalls the order.' } });
    const element = await show([order({})]);
    await press(element, 'Recall');
    expect(all(element.shadowRoot, '[role=alert] p').map((line) => line.textContent)).toEqual([
      'Only the requester recalls the order.',
    ]);
    await expect(element).toBeAccessible();
  });

  it('says what is missing before the process began', async () => {
    const element = await show([], { deals: [] });
    expect(words(element.shadowRoot)).toContain('Engineers can be requested once the opportunity follows the process.');
    expect(buttons(element)).toEqual([]);
    await expect(element).toBeAccessible();
  });
});
