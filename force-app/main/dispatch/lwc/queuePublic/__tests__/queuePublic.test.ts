import QueuePublic from 'c/queuePublic';
import { graphql } from 'lightning/graphql';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

const wire = graphql as unknown as {
  emit(value: unknown): void;
  emitErrors(errors: readonly object[]): void;
};
const line = {
  Id: 'l1',
  Name: 'DO-00012',
  Order__c: 'o1',
  Status__c: 'Proposed',
  Worth__c: 85.5,
  Region__c: 'East',
  Hours__c: 24,
  Headcount__c: 1,
  First_Week__c: '2026-11-30',
  Last_Week__c: '2026-12-07',
  Explanation_En__c: 'Rank 1 of 2 by worth 85.5. Proposed: Chen Li (78).',
};
const deferred = {
  ...line,
  Id: 'l2',
  Name: 'DO-00013',
  Order__c: 'o2',
  Status__c: 'Deferred',
  Worth__c: 69.1,
  Serving_Worth__c: 85.6,
  Status_Reason__c: 'Chen Li, the best fit: Serves DO-00012 (worth 16.4 more).',
  Explanation_En__c: 'Deferred. Chen Li, the best fit: Serves DO-00012 (worth 16.4 more). Served from a worth of 85.6.',
};

async function show(lines: Parameters<typeof edges>[0]) {
  const element = render('c-queue-public', QueuePublic as never);
  await settled();
  const own = [{ Id: 'o2', 'Deal__r.Opportunity__r.Name': 'Municipal cloud' }];
  wire.emit({ uiapi: { query: { MF_Queue_Line__c: edges(lines), MF_Dispatch__c: edges(own) } } });
  await settled();
  return element;
}

describe('c-queue-public', () => {
  it('ranks by worth, gives the reason in plain words, and marks the reader’s own orders with their deal', async () => {
    const element = await show([line, deferred]);
    const rows = all(element.shadowRoot, 'tbody tr').map((row) => row.textContent ?? '');
    expect(rows[0]).toMatch(/^1.*DO-00012.*85\.5/);
    expect(rows[1]).toMatch(/^2.*DO-00013.*mine.*Municipal cloud.*69\.1/);
    expect(rows[1]).toContain('Serves DO-00012 (worth 16.4 more). Served from a worth of 85.6.');
    expect(rows[1]!.match(/85\.6/g)).toHaveLength(1);
    expect(all(element.shadowRoot, 'tr.mine')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('says a window of one week once, and a longer one from its first week to its last', async () => {
    const element = await show([
      { ...line, Last_Week__c: '2026-11-30' },
      { ...deferred, Last_Week__c: '2026-12-07' },
    ]);
    const rows = all(element.shadowRoot, 'tbody tr').map((row) => row.textContent ?? '');
    expect(rows[0]).toContain(' · 11/30 · ');
    expect(rows[1]).toContain(' · 11/30–12/7 · ');
  });

  it('gives a dispatcher’s own reason instead, and says what an order waits for before', async () => {
    const element = await show([
      { ...deferred, Status_Reason__c: 'Customer asks to wait.' },
      { ...line, Id: 'l3', Status__c: 'Submitted', Worth__c: null },
      { ...line, Id: 'l4', Status__c: 'Validated', Worth__c: 50 },
    ]);
    const rows = all(element.shadowRoot, 'tbody tr').map((row) => row.textContent ?? '');
    expect(rows[0]).toContain('Customer asks to wait.');
    expect(rows[1]).toMatch(/^–.*not scored.*Waits for the dispatcher's check\./);
    expect(rows[2]).toMatch(/^2.*Waits for the next allocation\./);
  });

  it('shows own orders alone when asked, and says when none waits', async () => {
    const element = await show([line, deferred]);
    const toggle = all(element.shadowRoot, 'lightning-input')[0]!;
    toggle.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
    await settled();
    expect(all(element.shadowRoot, 'tbody tr')).toHaveLength(1);
    const none = await show([]);
    expect(words(none.shadowRoot)).toContain('No order waits or is being served.');
    await expect(none).toBeAccessible();
  });

  it('says in the org’s words why it cannot show the queue', async () => {
    const element = render('c-queue-public', QueuePublic as never);
    await settled();
    wire.emitErrors([{ message: 'No such object' }]);
    await settled();
    expect(words(element.shadowRoot)).toContain('No such object');
    await expect(element).toBeAccessible();
  });
});
