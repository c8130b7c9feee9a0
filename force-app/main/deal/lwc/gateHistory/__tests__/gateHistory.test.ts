import GateHistory from 'c/gateHistory';
import { graphql } from 'lightning/graphql';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Emitting = {
  emit(value: unknown, filter?: unknown, refresh?: () => Promise<void>): void;
  emitErrors(errors: unknown[]): void;
};
const wire = graphql as unknown as Emitting;
const answer = (rows: Parameters<typeof edges>[0]) => ({ uiapi: { query: { MF_Event_Log__c: edges(rows) } } });
const line = {
  Id: 'l1',
  Kind__c: 'Advanced',
  Subject__c: 'S5',
  Before__c: 'S4',
  After__c: 'S5',
  Reason__c: null,
  Who_Name__c: '周航',
  Happened_On__c: '2026-11-24T02:00:00.000Z',
};

async function show() {
  const element = render('c-gate-history', GateHistory as never, { recordId: 'opp' });
  await settled();
  return element;
}

describe('c-gate-history', () => {
  it('shows every line with who, what changed and why', async () => {
    const element = await show();
    wire.emit(answer([line, { ...line, Id: 'l2', Kind__c: 'Refused', Reason__c: 'The gate is not met.' }]));
    await settled();
    expect(all(element.shadowRoot, 'li.entry')).toHaveLength(2);
    for (const part of ['S4 → S5', '周航', 'The gate is not met.']) expect(words(element.shadowRoot)).toContain(part);
    await expect(element).toBeAccessible();
  });

  it('draws a long history in steps of twenty', async () => {
    const element = await show();
    wire.emit(answer(Array.from({ length: 45 }, (_, index) => ({ ...line, Id: `l${index}` }))));
    await settled();
    const drawn = () => all(element.shadowRoot, 'li.entry').length;
    const more = () => all<HTMLElement & { label: string }>(element.shadowRoot, 'lightning-button.more')[0];
    expect([drawn(), more()?.label]).toEqual([20, 'Show 20 more']);
    more()?.click();
    await settled();
    expect([drawn(), more()?.label]).toEqual([40, 'Show 5 more']);
    more()?.click();
    await settled();
    expect([drawn(), more()]).toEqual([45, undefined]);
  });

  it('calls whoever wrote a line by the whole name, and everyone else as the log does', async () => {
    const element = await show();
    const writer = { 'CreatedBy.FirstName': '航', 'CreatedBy.LastName': '周', 'CreatedBy.Name': '周航' };
    const rows = [
      { ...line, ...writer, Who_Name__c: '航 周' },
      { ...line, ...writer, Id: 'l2', Who_Name__c: 'Former Seller' },
    ];
    wire.emit(answer(rows));
    await settled();
    for (const name of ['周航', 'Former Seller']) expect(words(element.shadowRoot)).toContain(name);
    expect(words(element.shadowRoot)).not.toContain('航 周');
  });

  it('names stages, states and checks by their words, not by the values of the log', async () => {
    const element = await show();
    const check = { Id: 'w', Check__c: 'check1', 'Check__r.Title_En__c': 'Cryptography opinion' };
    const waiver = { Kind__c: 'Waiver', Subject_Id__c: 'check1', Before__c: 'Requested', After__c: 'Approved' };
    const start = { Kind__c: 'Migrated', Before__c: 'Ungated', After__c: 'S4' };
    const rows = [line, { ...line, ...waiver, Id: 'l2' }, { ...line, ...start, Id: 'l3' }];
    wire.emit({ uiapi: { query: { MF_Event_Log__c: edges(rows), MF_Waiver__c: edges([check]) } } });
    await settled();
    const picklists = getPicklistValues as unknown as Emitting;
    const values = [
      { value: 'S4', label: '方案设计' },
      { value: 'Approved', label: '已批准' },
    ];
    picklists.emit({ values });
    await settled();
    for (const part of [
      '方案设计 → S5',
      'Cryptography opinion',
      'Requested → 已批准',
      'Outside the process → 方案设计',
    ])
      expect(words(element.shadowRoot)).toContain(part);
    await expect(element).toBeAccessible();
  });

  it('says when nothing has happened, and when it could not ask', async () => {
    const empty = await show();
    wire.emit(answer([]));
    await settled();
    expect(words(empty.shadowRoot)).toContain('Nothing has happened on this deal yet.');
    wire.emitErrors([{ message: 'Session expired or invalid' }]);
    await settled();
    expect(words(empty.shadowRoot)).toContain('Session expired or invalid');
    await expect(empty).toBeAccessible();
  });

  it('asks again once the opportunity was saved', async () => {
    const refresh = jest.fn(() => Promise.resolve());
    await show();
    wire.emit(answer([]), undefined, refresh);
    const record = getRecord as unknown as Emitting;
    record.emit({ lastModifiedDate: '2026-11-24T00:00:00.000Z', fields: {} });
    await settled();
    expect(refresh).not.toHaveBeenCalled();
    record.emit({ lastModifiedDate: '2026-11-24T00:00:05.000Z', fields: {} });
    await settled();
    expect(refresh).toHaveBeenCalledTimes(1);
  });
});
