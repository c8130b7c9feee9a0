import DispatchRequestForm, { type Draft } from 'c/dispatchRequestForm';
import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { all, render, settled, words } from 'components/render';

type Emitting = { emit(value: unknown): void };
type Field = HTMLElement & {
  label: string;
  value: unknown;
  reportValidity: jest.Mock;
};

const context = {
  margin: 1,
  probability: 50,
  tier: 'Key',
  deadline: null,
  readiness: 0,
  showcase: 0,
  budget: 1,
  spent: 0,
  seesBudget: true,
  early: false,
  gateNeeds: [],
};
const need = { key: 'n1', id: 'n1', skill: 'PWR', name: 'Power', level: 4, percent: 60, mandatory: true };
const kept: Draft = {
  id: 'order1',
  purpose: 'Solution',
  deliverable: 'Solution v1',
  emergency: false,
  emergencyReason: '',
  region: 'East',
  hours: '24',
  headcount: '1',
  firstWeek: '2099-01-05',
  lastWeek: '2099-01-12',
  needs: [need, { ...need, key: 'n2', id: 'n2', skill: 'SEC', percent: 40, mandatory: false }],
  nomination: null,
  nominee: '',
  nomineeReason: '',
};

async function show(start: Draft | null = null) {
  const element = render('c-dispatch-request-form', DispatchRequestForm as never, {
    label: 'Request engineers',
    dealId: 'deal',
    start,
    context,
  });
  const label = (name: string) => ({ label: name, inlineHelpText: null });
  (getObjectInfo as unknown as Emitting).emit({
    fields: {
      Purpose__c: label('Purpose'),
      Deliverable__c: label('Deliverable'),
      Emergency__c: label('Emergency'),
      Hours__c: label('Hours'),
      Headcount__c: label('Headcount'),
      First_Week__c: label('First week'),
      Last_Week__c: label('Last week'),
      Region__c: label('Region'),
    },
  });
  (getPicklistValues as unknown as Emitting).emit({ values: [{ value: 'Solution', label: 'Solution design' }] });
  await settled();
  free(element);
  return element;
}

/** Stubs of base components know no validity. */
function free(element: { shadowRoot: ShadowRoot }) {
  for (const field of all<Field>(element.shadowRoot, '[data-field]')) {
    field.reportValidity = jest.fn(() => true);
  }
  const needs = all<HTMLElement & { complete: () => boolean }>(element.shadowRoot, 'c-dispatch-request-needs')[0];
  if (needs) needs.complete = () => true;
}

async function enter(element: { shadowRoot: ShadowRoot }, field: string, value: string) {
  all(element.shadowRoot, `[data-field=${field}]`)[0]?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

async function press(element: { shadowRoot: ShadowRoot }, label: string) {
  all<Field>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === label)
    ?.click();
  // A save is several requests, one after the other.
  for (let turn = 0; turn < 3; turn++) await settled();
  free(element);
}

const fieldsShown = (element: { shadowRoot: ShadowRoot }) =>
  all(element.shadowRoot, '[data-field]').map((field) => field.dataset['field']);

beforeEach(() => {
  localStorage.clear();
  jest.mocked(createRecord).mockResolvedValue({ id: 'order1' } as never);
});

describe('c-dispatch-request-form', () => {
  it('saves a draft in the org before the second step', async () => {
    const element = await show();
    await expect(element).toBeAccessible();
    await enter(element, 'Purpose__c', 'Solution');
    await enter(element, 'Deliverable__c', ' Solution v1 ');
    await press(element, 'Save and continue');
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'MF_Dispatch__c',
      fields: expect.objectContaining({ Deal__c: 'deal', Purpose__c: 'Solution', Deliverable__c: 'Solution v1' }),
    });
    expect(fieldsShown(element)).toEqual(['Hours__c', 'Headcount__c', 'First_Week__c', 'Last_Week__c', 'Region__c']);
    expect(localStorage.length).toBe(0);
    await expect(element).toBeAccessible();
  });

  it('keeps every key stroke in the browser when the connection drops, and gives it back', async () => {
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'The org cannot be reached.' } });
    const first = await show();
    await enter(first, 'Deliverable__c', 'Solution v1');
    await press(first, 'Save and continue');
    expect(all(first.shadowRoot, '[role=alert] p').map((line) => line.textContent)).toEqual([
      'The org cannot be reached.',
      'What you entered is kept in this browser.',
    ]);
    document.body.removeChild(first);
    const second = await show();
    expect(all<Field>(second.shadowRoot, '[data-field=Deliverable__c]')[0]?.value).toBe('Solution v1');
    expect(words(second.shadowRoot)).toContain('Your last input was not saved.');
    await expect(second).toBeAccessible();
  });

  it('writes needs that changed, takes away what is gone first, and leaves the rest alone', async () => {
    const element = await show(kept);
    await press(element, 'Save and continue');
    jest.clearAllMocks();
    jest.mocked(createRecord).mockResolvedValueOnce({ id: 'n3' } as never);
    const changed = [kept.needs[1], { ...need, key: 'new-0', id: null, skill: 'BID' }];
    all(element.shadowRoot, 'c-dispatch-request-needs')[0]?.dispatchEvent(
      new CustomEvent('needs', { detail: changed }),
    );
    await press(element, 'Save and continue');
    expect(deleteRecord).toHaveBeenCalledTimes(1);
    expect(deleteRecord).toHaveBeenCalledWith('n1');
    expect(createRecord).toHaveBeenCalledTimes(1);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'MF_Dispatch_Skill__c',
      fields: { Dispatch__c: 'order1', Skill__c: 'BID', Level__c: 4, Weight__c: 0.6, Mandatory__c: true },
    });
    expect(updateRecord).toHaveBeenCalledTimes(1);
  });

  it('writes whom the requester named once the name has a reason, and an exchanged name into the same record', async () => {
    const element = await show(kept);
    await press(element, 'Save and continue');
    jest.clearAllMocks();
    jest.mocked(createRecord).mockResolvedValue({ id: 'nom1' } as never);
    const name = async (detail: object) => {
      all(element.shadowRoot, 'c-dispatch-request-nominee')[0]?.dispatchEvent(new CustomEvent('nominee', { detail }));
      await press(element, 'Save and continue');
      await press(element, 'Back');
    };
    await name({ nomination: null, nominee: 'chen', nomineeReason: ' ' });
    expect(createRecord).not.toHaveBeenCalled();
    await name({ nomination: null, nominee: 'chen', nomineeReason: 'Knows the customer' });
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'MF_Nomination__c',
      fields: { Dispatch__c: 'order1', Resource__c: 'chen', Reason__c: 'Knows the customer' },
    });
    await name({ nomination: 'nom1', nominee: 'wang', nomineeReason: 'Free' });
    expect(createRecord).toHaveBeenCalledTimes(1);
    expect(updateRecord).toHaveBeenLastCalledWith({
      fields: { Id: 'nom1', Resource__c: 'wang', Reason__c: 'Free' },
    });
  });

  it("shows the org's refusal at the field that it names, on its step", async () => {
    const element = await show(kept);
    await press(element, 'Save and continue');
    await press(element, 'Save and continue');
    expect(fieldsShown(element)).toEqual([]);
    const refusal = { message: 'The first week is over. Choose a window from this week on.' };
    jest
      .mocked(updateRecord)
      .mockResolvedValueOnce({} as never)
      .mockRejectedValueOnce({
        body: { output: { errors: [{ message: 'Complete the deal.' }], fieldErrors: { First_Week__c: [refusal] } } },
      });
    await press(element, 'Submit');
    expect(all(element.shadowRoot, '[data-field=First_Week__c]')[0]?.dataset['shown']).toBe(refusal.message);
    expect(all(element.shadowRoot, '[role=alert] p')[0]?.textContent).toBe('Complete the deal.');
    expect(fieldsShown(element)).not.toContain('Purpose__c');
    await expect(element).toBeAccessible();
  });

  it('closes with the order once the org has it', async () => {
    const closed = jest.fn();
    const element = await show(kept);
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
    await press(element, 'Save and continue');
    await press(element, 'Save and continue');
    await press(element, 'Submit');
    expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: 'order1', Status__c: 'Submitted' } });
    expect(closed).toHaveBeenCalledWith('order1');
  });

  it('writes nothing when nothing was typed', async () => {
    const closed = jest.fn();
    const element = await show();
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
    await press(element, 'Save draft and close');
    expect(createRecord).not.toHaveBeenCalled();
    expect(closed).toHaveBeenCalledWith(null);
  });
});
