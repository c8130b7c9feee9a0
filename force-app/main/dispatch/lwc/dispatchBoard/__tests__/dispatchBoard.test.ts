import DispatchBoard from 'c/dispatchBoard';
import BoardReason from 'c/boardReason';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

jest.mock('@salesforce/customPermission/MF_Dispatcher', () => ({ __esModule: true, default: true }), { virtual: true });

type Emitting = { emit(value: unknown, filter?: (config: { variables?: Record<string, unknown> }) => boolean): void };
const wire = graphql as unknown as Emitting;
const parts = (score: number) =>
  JSON.stringify({ value: { score, weight: 0.7 }, probability: { score: 100 - score, weight: 0.3 } });
const order = {
  Id: 'o1',
  Name: 'DO-00001',
  Status__c: 'Proposed',
  Worth__c: 85.5,
  Worth_Breakdown__c: parts(90),
  Hours__c: 24,
  Headcount__c: 1,
  First_Week__c: '2026-11-30',
  Last_Week__c: '2026-11-30',
  Emergency__c: true,
  LastModifiedDate: '2026-11-24T04:00:00.000Z',
  'Deal__r.Opportunity__r.Name': 'East grid',
};
const second = {
  ...order,
  Id: 'o2',
  Name: 'DO-00002',
  Worth__c: 60,
  Worth_Breakdown__c: parts(40),
  Emergency__c: false,
};

async function show() {
  const element = render('c-dispatch-board', DispatchBoard as never);
  await settled();
  const people = edges([{ Id: 'p1', Name: '陈立', Unit__c: 'Presales', Region__c: 'HQ', Weekly_Hours__c: 40 }]);
  wire.emit(
    { uiapi: { query: { MF_Dispatch__c: edges([second, order]), MF_Resource__c: people } } },
    ({ variables }) => variables?.['from'] !== undefined && variables['people'] === undefined,
  );
  await settled();
  return element;
}

const button = (root: ParentNode, label: string) =>
  all<HTMLElement & { label: string }>(root, 'lightning-button').find((one) => one.label === label)!;

describe('c-dispatch-board', () => {
  it('lists the orders by worth with their marks, and the people with their weeks', async () => {
    const element = await show();
    const cards = all(element.shadowRoot, '.card').map((card) => card.textContent ?? '');
    expect(cards[0]).toMatch(/#1.*DO-00001.*85\.5.*East grid.*Emergency/);
    expect(cards[1]).toMatch(/#2.*DO-00002.*60.*Rank is firm/);
    expect(all(element.shadowRoot, '.person').map((name) => name.textContent)).toEqual(['陈立']);
    await expect(element).toBeAccessible();
  });

  it('confirms all that is proposed, the worthiest first, and names what the org refuses', async () => {
    jest
      .mocked(updateRecord)
      .mockRejectedValueOnce({ status: 412, body: { message: 'Precondition failed' } })
      .mockRejectedValueOnce({ status: 400, body: { message: 'The engineer has no room for these hours.' } });
    const element = await show();
    button(element.shadowRoot, 'Confirm all (2)').click();
    await settled();
    expect(jest.mocked(updateRecord).mock.calls).toEqual([
      [{ fields: { Id: 'o1', Status__c: 'Confirmed' } }, { ifUnmodifiedSince: order.LastModifiedDate }],
      [{ fields: { Id: 'o2', Status__c: 'Confirmed' } }, { ifUnmodifiedSince: order.LastModifiedDate }],
    ]);
    expect(words(element.shadowRoot)).toContain('Somebody else has changed DO-00001 meanwhile.');
    expect(words(element.shadowRoot)).toContain(
      'DO-00002 was not confirmed: The engineer has no room for these hours.',
    );
  });

  it('defers with a reason alone', async () => {
    const element = await show();
    all(element.shadowRoot, 'button.choose')[0]!.click();
    await settled();
    jest.mocked(BoardReason.open).mockResolvedValueOnce(null).mockResolvedValueOnce('Customer asks to wait');
    button(element.shadowRoot, 'Defer').click();
    await settled();
    expect(updateRecord).not.toHaveBeenCalled();
    button(element.shadowRoot, 'Defer').click();
    await settled();
    expect(jest.mocked(updateRecord).mock.calls[0]?.[0]).toEqual({
      fields: { Id: 'o1', Status__c: 'Deferred', Status_Reason__c: 'Customer asks to wait' },
    });
  });

  it('asks for an allocation once, and not while one is under way', async () => {
    const element = await show();
    const runs = (status: string) =>
      wire.emit(
        { uiapi: { query: { MF_Allocation_Run__c: edges([{ Id: 'r', Name: 'RUN-1', Status__c: status }]) } } },
        ({ variables }) => variables === undefined,
      );
    runs('Failed');
    await settled();
    button(element.shadowRoot, 'Allocate').click();
    await settled();
    expect(jest.mocked(createRecord).mock.calls[0]?.[0]).toEqual({
      apiName: 'MF_Allocation_Run__c',
      fields: { Status__c: 'Requested', Mode__c: 'worth' },
    });
    runs('Requested');
    await settled();
    expect(words(element.shadowRoot)).toContain('RUN-1 waits for a worker');
    expect((button(element.shadowRoot, 'Allocate') as HTMLElement & { disabled?: boolean }).disabled).toBe(true);
  });
});
