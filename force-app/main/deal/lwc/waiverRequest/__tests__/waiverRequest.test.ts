import WaiverRequest from 'c/waiverRequest';
import { checksOf } from 'c/gateData';
import { createRecord } from 'lightning/uiRecordApi';
import { gateAnswer } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Input = HTMLElement & { label: string; value: unknown; reportValidity: () => boolean };

async function show() {
  const element = render('c-waiver-request', WaiverRequest as never, {
    label: 'Request a waiver',
    check: checksOf(gateAnswer())[0],
    dealId: 'deal',
    today: '2026-11-24',
  });
  await settled();
  for (const input of all<Input>(element.shadowRoot, 'lightning-textarea, lightning-input, lightning-record-picker'))
    input.reportValidity = () => true;
  return element;
}

async function send(element: { shadowRoot: ShadowRoot }) {
  all<Input>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === 'Send request')
    ?.click();
  await settled();
}

describe('c-waiver-request', () => {
  it('asks in the user’s own name until the last day, of the approver', async () => {
    const closed = jest.fn();
    const element = await show();
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
    all<Input>(element.shadowRoot, 'lightning-textarea').forEach((area) => (area.value = '客户下周给意见'));
    all(element.shadowRoot, 'lightning-record-picker')[0]?.dispatchEvent(
      new CustomEvent('change', { detail: { recordId: '005A' } }),
    );
    await send(element);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'MF_Waiver__c',
      fields: expect.objectContaining({
        Deal__c: 'deal',
        Check__c: 'check1',
        Reason__c: '客户下周给意见',
        Expires_On__c: '2026-12-01',
        Approver__c: '005A',
        Status__c: 'Requested',
      }),
    });
    expect(closed).toHaveBeenCalledWith('requested');
    await expect(element).toBeAccessible();
  });

  it('stays open with the org’s words when refused, and sends nothing while a field complains', async () => {
    const element = await show();
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'A waiver lasts at most 10 working days.' } });
    await send(element);
    expect(words(element.shadowRoot)).toContain('A waiver lasts at most 10 working days.');
    all<Input>(element.shadowRoot, 'lightning-textarea').forEach((area) => (area.reportValidity = () => false));
    await send(element);
    expect(createRecord).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });
});
