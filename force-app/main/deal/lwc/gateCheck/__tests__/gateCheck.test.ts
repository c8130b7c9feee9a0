import GateCheck from 'c/gateCheck';
import { checksOf, type Check } from 'c/gateData';
import WaiverRequest from 'c/waiverRequest';
import { graphql } from 'lightning/graphql';
import { updateRecord } from 'lightning/uiRecordApi';
import { gateAnswer } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

jest.mock('@salesforce/user/Id', () => ({ __esModule: true, default: '005000000000001' }), { virtual: true });

type Input = HTMLElement & { label: string; value: unknown; required: boolean; reportValidity?: () => boolean };

const saved = jest.fn();

const orders = [{ Id: 'order1', Name: 'DO-00001', Deliverable__c: '技术方案 v1' }];

async function show(
  facts: Readonly<Record<string, string | number | boolean | null>> = {},
  more: Readonly<Record<string, unknown>> = {},
  waivers: readonly Readonly<Record<string, string | null>>[] = [],
) {
  const check = checksOf(gateAnswer({ checks: [{ Id: 'check1', ...facts }], waivers }))[0] as Check;
  const element = render('c-gate-check', GateCheck as never, { check, dealId: 'deal', today: '2026-11-24', ...more });
  element.addEventListener('saved', saved);
  await settled();
  return element;
}

async function press(element: { shadowRoot: ShadowRoot }, label: string) {
  const found = all<Input>(element.shadowRoot, 'lightning-button').filter((one) => one.label === label);
  found.at(-1)?.click();
  await settled();
}

async function type(element: { shadowRoot: ShadowRoot }, selector: string, value: unknown) {
  all(element.shadowRoot, selector)[0]?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

describe('c-gate-check', () => {
  it('says what it asks, of whom, and since when it is late', async () => {
    const element = await show({ Blocking__c: true, 'Definition__r.Why_En__c': 'Without it there is no bid.' });
    const text = words(element.shadowRoot);
    for (const part of [
      'Technical part reviewed',
      '★ Mandatory',
      'Blocking',
      '10 points',
      'Solution responsible: 周航',
      'Without it there is no bid.',
    ])
      expect(text).toContain(part);
    expect(all(element.shadowRoot, '.late')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['YesNo', 'lightning-radio-group', 'Yes', 'Yes'],
    ['Choice', 'lightning-combobox', 'B', 'B'],
    ['Multi', 'lightning-checkbox-group', ['A', 'B'], 'A; B'],
    ['Number', 'lightning-input', '85', '85'],
    ['Date', 'lightning-input', '2026-12-01', '2026-12-01'],
    ['Text', 'lightning-textarea', '已核实 😀', '已核实 😀'],
  ])('takes the answer to a question of type %s', async (answerType, selector, given, stored) => {
    const element = await show({
      Kind__c: 'Question',
      'Definition__r.Answer_Type__c': answerType,
      'Definition__r.Options_En__c': 'A\nB',
    });
    await press(element, 'Answer');
    await type(element, selector, given);
    await press(element, 'Done');
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: 'check1', Status__c: 'Passed', Answer__c: stored, Evidence__c: null },
    });
    expect(saved).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it('takes an accepted order of the deal for a dispatch, and the link of a document, whatever the playbook says', async () => {
    const dispatch = await show({ Kind__c: 'Dispatch', Evidence_Required__c: true });
    await press(dispatch, 'Mark done');
    (graphql as unknown as { emit(value: unknown): void }).emit(gateAnswer({ orders }));
    await settled();
    const [order] = all<Input & { options: unknown }>(dispatch.shadowRoot, 'lightning-combobox');
    expect([order?.label, order?.required, order?.options]).toEqual([
      'Accepted dispatch order',
      true,
      [{ label: 'DO-00001 技术方案 v1', value: 'order1' }],
    ]);
    expect(all<Input>(dispatch.shadowRoot, 'lightning-input').map(({ required }) => required)).toEqual([false]);
    await type(dispatch, 'lightning-combobox', 'order1');
    await expect(dispatch).toBeAccessible();
    await press(dispatch, 'Done');
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: 'check1', Status__c: 'Passed', Dispatch__c: 'order1', Evidence__c: null },
    });
    expect(
      words((await show({ Kind__c: 'Dispatch', Status__c: 'Passed', 'Dispatch__r.Name': 'DO-00001' })).shadowRoot),
    ).toContain('DO-00001');
    const document = await show({ Kind__c: 'Document', Evidence_Required__c: false });
    await press(document, 'Mark done');
    expect(all<Input>(document.shadowRoot, 'lightning-input').map(({ label, required }) => [label, required])).toEqual([
      ['Link to the evidence', true],
    ]);
    await expect(document).toBeAccessible();
  });

  it('sets the expiry that the validity asks for, across the end of a month', async () => {
    const element = await show({ Kind__c: 'Compliance', Validity_Days__c: 90, Evidence_Required__c: true });
    await press(element, 'Mark done');
    await type(element, 'lightning-input', 'https://example.com/opinion');
    await press(element, 'Done');
    expect(updateRecord).toHaveBeenCalledWith({
      fields: {
        Id: 'check1',
        Status__c: 'Passed',
        Evidence__c: 'https://example.com/opinion',
        Expires_On__c: '2027-02-22',
      },
    });
  });

  it('does not save while a field complains', async () => {
    const element = await show({ Evidence_Required__c: true });
    await press(element, 'Mark done');
    const input = all<Input>(element.shadowRoot, 'lightning-input')[0];
    expect(input?.required).toBe(true);
    if (input) input.reportValidity = () => false;
    await press(element, 'Done');
    expect(updateRecord).not.toHaveBeenCalled();
  });

  it('shows the org’s refusal and keeps what was typed', async () => {
    jest
      .mocked(updateRecord)
      .mockRejectedValueOnce({ body: { message: 'Only the person to whom this check is assigned may change it.' } });
    const element = await show();
    await press(element, 'Mark done');
    await type(element, 'lightning-input', 'https://example.com/a');
    await press(element, 'Done');
    expect(words(element.shadowRoot)).toContain('Only the person to whom this check is assigned may change it.');
    expect(all<Input>(element.shadowRoot, 'lightning-input')[0]?.value).toBe('https://example.com/a');
    expect(saved).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('assigns the check to somebody else', async () => {
    const element = await show();
    all(element.shadowRoot, 'lightning-button-menu')[0]?.dispatchEvent(
      new CustomEvent('select', { detail: { value: 'assign' } }),
    );
    await settled();
    all(element.shadowRoot, 'lightning-record-picker')[0]?.dispatchEvent(
      new CustomEvent('change', { detail: { recordId: '005X' } }),
    );
    await press(element, 'Save');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'check1', Assignee__c: '005X' } });
  });

  it('asks for a waiver of a check that holds the gate, and tells when it was asked', async () => {
    jest.mocked(WaiverRequest.open).mockResolvedValueOnce('requested');
    const element = await show();
    all(element.shadowRoot, 'lightning-button-menu')[0]?.dispatchEvent(
      new CustomEvent('select', { detail: { value: 'waive' } }),
    );
    await settled();
    expect(WaiverRequest.open).toHaveBeenCalledWith(expect.objectContaining({ dealId: 'deal', today: '2026-11-24' }));
    expect(saved).toHaveBeenCalled();
  });

  it('offers no waiver where nothing is held, and no form where the stage is behind', async () => {
    const free = await show({ Mandatory__c: false });
    expect(words(free.shadowRoot)).not.toContain('Request a waiver');
    const behind = await show({}, { readOnly: true });
    expect(all(behind.shadowRoot, 'lightning-button, lightning-button-menu')).toEqual([]);
  });

  it('lets the approver decide a waiver, and shows the requester that it was asked', async () => {
    const waiver = {
      Id: 'w',
      Check__c: 'check1',
      Reason__c: 'Opinion comes next week',
      Expires_On__c: '2026-12-01',
      Requested_By__c: '005R',
      'Requested_By__r.Name': '周航',
      Approver__c: '005000000000001',
      Compliance_By__c: null,
    };
    const element = await show({}, {}, [waiver]);
    expect(words(element.shadowRoot)).toContain('周航 asks for a waiver until 2026-12-01.');
    await press(element, 'Approve');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'w', Status__c: 'Approved' } });
    const own = await show({}, {}, [{ ...waiver, Requested_By__c: '005000000000001', Approver__c: '005Y' }]);
    expect(words(own.shadowRoot)).toContain('Waiver requested');
    expect(words(own.shadowRoot)).not.toContain('Approve');
    await expect(element).toBeAccessible();
  });
});
