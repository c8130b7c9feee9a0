import DispatchRequestNominee, { type Nomination } from 'c/dispatchRequestNominee';
import { graphql } from 'lightning/graphql';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Emitting = { emit(value: unknown): void };
type Element = HTMLElement & Nomination & { shadowRoot: ShadowRoot; orderId: string | null; complete(): boolean };
type Field = HTMLElement & { label: string; value: unknown; reportValidity: () => boolean };

async function show(given: object, createable = true): Promise<{ element: Element; told: Nomination[] }> {
  const tag = 'c-dispatch-request-nominee';
  const element = render(tag, DispatchRequestNominee as never, given) as unknown as Element;
  const told: Nomination[] = [];
  element.addEventListener('nominee', (event) => {
    const { detail } = event as CustomEvent<Nomination>;
    told.push(detail);
    Object.assign(element, detail);
  });
  const fields = { Resource__c: { label: 'Nominee' }, Reason__c: { label: 'Reason' } };
  (getObjectInfo as unknown as Emitting).emit({ createable, fields });
  await settled();
  return { element, told };
}

const picker = (element: Element) => all<Field>(element.shadowRoot, 'lightning-record-picker')[0];
const reason = (element: Element) => all<Field>(element.shadowRoot, 'lightning-input')[0];

describe('c-dispatch-request-nominee', () => {
  it('asks for a name, says who sees it, and asks for a reason once there is a name', async () => {
    const { element, told } = await show({});
    expect(words(element.shadowRoot)).toContain('Only you and the auditor of dispatch see this name');
    expect(reason(element)).toBeUndefined();
    expect(element.complete()).toBe(true);
    picker(element)?.dispatchEvent(new CustomEvent('change', { detail: { recordId: 'chen' } }));
    await settled();
    const input = reason(element) as Field;
    input.reportValidity = () => false;
    expect(element.complete()).toBe(false);
    input.dispatchEvent(new CustomEvent('change', { detail: { value: 'Knows the customer' } }));
    expect(told.at(-1)).toEqual({ nomination: null, nominee: 'chen', nomineeReason: 'Knows the customer' });
    await expect(element).toBeAccessible();
  });

  it('finds whom the requester named before, and leaves alone what was typed since', async () => {
    const named = { Id: 'n1', Resource__c: 'chen', Reason__c: 'Knows the customer' };
    const answer = { uiapi: { query: { MF_Nomination__c: edges([named]) } } };
    const stored = await show({ orderId: 'order1' });
    (graphql as unknown as Emitting).emit(answer);
    await settled();
    expect(stored.told).toEqual([{ nomination: 'n1', nominee: 'chen', nomineeReason: 'Knows the customer' }]);
    expect(picker(stored.element)?.value).toBe('chen');

    const typed = await show({ orderId: 'order1', nominee: 'wang', nomineeReason: 'Free' });
    (graphql as unknown as Emitting).emit(answer);
    await settled();
    expect(typed.told).toEqual([{ nomination: 'n1', nominee: 'wang', nomineeReason: 'Free' }]);
  });

  it('is not there for who may not nominate', async () => {
    const { element } = await show({}, false);
    expect(picker(element)).toBeUndefined();
    expect(element.complete()).toBe(true);
  });
});
