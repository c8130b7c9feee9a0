import DispatchRequestReason from 'c/dispatchRequestReason';
import { updateRecord } from 'lightning/uiRecordApi';
import { all, render, settled, words } from 'components/render';

type Field = HTMLElement & { label: string; value: string; reportValidity: () => boolean };

async function show(reason: string) {
  const element = render('c-dispatch-request-reason', DispatchRequestReason as never, {
    label: 'Cancel DO-00012',
    orderId: 'order1',
    status: 'Cancelled',
  });
  await settled();
  const [area] = all<Field>(element.shadowRoot, 'lightning-textarea');
  if (area) Object.assign(area, { value: reason, reportValidity: () => reason !== '' });
  return element;
}

async function send(element: { shadowRoot: ShadowRoot }) {
  all<Field>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === 'Cancel DO-00012')
    ?.click();
  await settled();
}

describe('c-dispatch-request-reason', () => {
  it('moves the order with its reason', async () => {
    const closed = jest.fn();
    const element = await show('Customer postponed');
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
    await send(element);
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: 'order1', Status__c: 'Cancelled', Status_Reason__c: 'Customer postponed' },
    });
    expect(closed).toHaveBeenCalledWith('done');
    await expect(element).toBeAccessible();
  });

  it('sends nothing without a reason, and shows a refusal', async () => {
    const empty = await show('');
    await send(empty);
    expect(updateRecord).not.toHaveBeenCalled();
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Take the next step of its way.' } });
    const element = await show('Too late');
    await send(element);
    expect(words(element.shadowRoot)).toContain('Take the next step of its way.');
    await expect(element).toBeAccessible();
  });
});
