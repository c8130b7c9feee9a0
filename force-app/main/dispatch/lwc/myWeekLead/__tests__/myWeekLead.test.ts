import MyWeekLead from 'c/myWeekLead';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import { all, render, settled, words } from 'components/render';

type Field = HTMLElement & { label: string; value: string; reportValidity: () => boolean };

const order = {
  id: 'order1',
  number: 'DO-00012',
  status: 'Confirmed',
  statusLabel: 'Confirmed',
  deliverable: 'Bid document',
  dealId: 'deal',
  deal: 'East grid',
};

async function show(status: string) {
  const element = render('c-my-week-lead', MyWeekLead as never, { order: { ...order, status } });
  await settled();
  return element;
}

async function press(element: { shadowRoot: ShadowRoot }, label: string) {
  all<Field>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === label)
    ?.click();
  await settled();
}

describe('c-my-week-lead', () => {
  it('starts a confirmed order', async () => {
    const element = await show('Confirmed');
    await press(element, 'Start');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'order1', Status__c: 'In progress' } });
    await expect(element).toBeAccessible();
  });

  it('delivers with what was made, filed once even where the first attempt broke off', async () => {
    const element = await show('In progress');
    await press(element, 'Deliver');
    for (const input of all<Field>(element.shadowRoot, 'lightning-input')) input.reportValidity = () => true;
    await expect(element).toBeAccessible();
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'The org cannot be reached.' } });
    await press(element, 'Deliver the result');
    expect(words(element.shadowRoot)).toContain('The org cannot be reached.');
    await press(element, 'Deliver the result');
    expect(createRecord).toHaveBeenCalledTimes(1);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'MF_Deliverable__c',
      fields: { Name: 'Bid document', Link__c: null, Deal__c: 'deal', Dispatch__c: 'order1' },
    });
    expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: 'order1', Status__c: 'Delivered' } });
  });
});
