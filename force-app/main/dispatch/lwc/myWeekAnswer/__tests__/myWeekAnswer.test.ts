import MyWeekAnswer from 'c/myWeekAnswer';
import { updateRecord } from 'lightning/uiRecordApi';
import { all, render, settled, words } from 'components/render';

type Field = HTMLElement & { label: string; value: string; reportValidity: () => boolean };

const question = {
  dispatchId: 'order1',
  number: 'DO-00012',
  title: 'Bid · Bid document',
  deal: 'East grid',
  bookingIds: ['b1', 'b2'],
  weeks: [
    { id: 'b1', text: '30 Nov – 6 Dec', hours: 16 },
    { id: 'b2', text: '7 – 13 Dec', hours: 8.5 },
  ],
  hours: 24.5,
};

async function show() {
  const element = render('c-my-week-answer', MyWeekAnswer as never, { question });
  await settled();
  return element;
}

async function press(element: { shadowRoot: ShadowRoot }, label: string) {
  all<Field>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === label)
    ?.click();
  await settled();
}

describe('c-my-week-answer', () => {
  it('accepts all weeks of an order at once', async () => {
    const changed = jest.fn();
    const element = await show();
    element.addEventListener('changed', changed);
    await expect(element).toBeAccessible();
    await press(element, 'Accept');
    expect(jest.mocked(updateRecord).mock.calls.map(([{ fields }]) => fields)).toEqual([
      { Id: 'b1', Answer__c: 'Accepted' },
      { Id: 'b2', Answer__c: 'Accepted' },
    ]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('declines with a reason only', async () => {
    const element = await show();
    await press(element, 'Decline');
    const [area] = all<Field>(element.shadowRoot, 'lightning-textarea');
    Object.assign(area ?? {}, { reportValidity: () => false });
    await press(element, 'Send');
    expect(updateRecord).not.toHaveBeenCalled();
    Object.assign(area ?? {}, { reportValidity: () => true, value: 'On leave' });
    await press(element, 'Send');
    expect(updateRecord).toHaveBeenLastCalledWith({
      fields: { Id: 'b2', Answer__c: 'Declined', Decline_Reason__c: 'On leave' },
    });
    await expect(element).toBeAccessible();
  });

  it("shows the org's refusal", async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Only the engineer answers a booking.' } });
    const element = await show();
    await press(element, 'Accept');
    expect(words(element.shadowRoot)).toContain('Only the engineer answers a booking.');
    await expect(element).toBeAccessible();
  });
});
