import DispatchRequestAccept from 'c/dispatchRequestAccept';
import { updateRecord } from 'lightning/uiRecordApi';
import { all, render, settled, words } from 'components/render';

type Field = HTMLElement & { label: string; value: string; reportValidity: () => boolean };

const design = { id: 'd1', name: 'Design.docx', link: 'https://files.example/1', accepted: false, quality: null };

async function show(deliverables: readonly object[]) {
  const element = render('c-dispatch-request-accept', DispatchRequestAccept as never, {
    label: 'Accept the result of DO-00012',
    orderId: 'order1',
    deliverables,
  });
  await settled();
  for (const field of all<Field>(element.shadowRoot, '[data-part]'))
    Object.assign(field, {
      reportValidity: () => true,
      value: field.dataset['part'] === 'quality' ? '1.1' : '4',
    });
  return element;
}

async function accept(element: { shadowRoot: ShadowRoot }) {
  all<Field>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === 'Accept the result')
    ?.click();
  await settled();
}

describe('c-dispatch-request-accept', () => {
  it('grades each deliverable, then takes the order', async () => {
    const closed = jest.fn();
    const element = await show([design]);
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
    expect(all<Field>(element.shadowRoot, 'lightning-input').map((field) => field.label)).toEqual([
      'Quality of Design.docx',
    ]);
    await accept(element);
    expect(jest.mocked(updateRecord).mock.calls.map(([input]) => input.fields)).toEqual([
      { Id: 'd1', Accepted__c: true, Quality__c: 1.1 },
      { Id: 'order1', Status__c: 'Accepted', Satisfaction__c: 4 },
    ]);
    expect(closed).toHaveBeenCalledWith('accepted');
    await expect(element).toBeAccessible();
  });

  it('says that nothing was filed, and stays open when the org refuses', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Only the requester accepts.' } });
    const element = await show([]);
    await accept(element);
    expect(words(element.shadowRoot)).toContain('No deliverable is filed with this order.');
    expect(words(element.shadowRoot)).toContain('Only the requester accepts.');
    await expect(element).toBeAccessible();
  });
});
