import GatePanel from 'c/gatePanel';
import { graphql } from 'lightning/graphql';
import { createRecord, getRecord, updateRecord } from 'lightning/uiRecordApi';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';
import { edges, gateAnswer, type Facts } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Emitting = {
  emit(
    value: unknown,
    filter?: (config: { variables?: Record<string, string> }) => boolean,
    refresh?: () => Promise<void>,
  ): void;
  emitErrors(errors: unknown[]): void;
};

const refresh = jest.fn(() => Promise.resolve());
const wire = graphql as unknown as Emitting;

async function show(facts?: Facts) {
  const element = render('c-gate-panel', GatePanel as never, { recordId: 'opp' });
  await settled();
  wire.emit(gateAnswer(facts), (config) => config.variables?.['id'] === 'opp', refresh);
  await settled();
  return element;
}

const button = (element: { shadowRoot: ShadowRoot }, label: string) =>
  all<HTMLElement & { label: string }>(element.shadowRoot, 'lightning-button').find((one) => one.label === label);

describe('c-gate-panel', () => {
  it('says that it is loading', async () => {
    const element = render('c-gate-panel', GatePanel as never, { recordId: 'opp' });
    await settled();
    expect(all(element.shadowRoot, 'lightning-spinner')).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it('shows what went wrong in the org’s words and offers to try again', async () => {
    const element = render('c-gate-panel', GatePanel as never, { recordId: 'opp' });
    await settled();
    wire.emitErrors([{ message: 'You reached the request limit.' }]);
    await settled();
    expect(words(element.shadowRoot)).toContain('You reached the request limit.');
    expect(button(element, 'Try again')).toBeDefined();
    await expect(element).toBeAccessible();
  });

  it('says so when the deal may not be seen', async () => {
    const element = await show({ opportunity: null, deal: null, gates: [], checks: [] });
    expect(words(element.shadowRoot)).toContain('You have no access to the gate of this deal.');
    await expect(element).toBeAccessible();
  });

  it('starts the process with a chosen deal type', async () => {
    const element = await show({ opportunity: { MF_Deal_Type__c: null }, deal: null, gates: [], checks: [] });
    (getObjectInfo as unknown as Emitting).emit({ defaultRecordTypeId: '012' });
    await settled();
    (getPicklistValues as unknown as Emitting).emit({ values: [{ label: 'HQ solution', value: 'HQ_Solution' }] });
    await settled();
    const combobox = all<HTMLElement & { options: unknown[] }>(element.shadowRoot, 'lightning-combobox')[0];
    expect(combobox?.options).toEqual([{ label: 'HQ solution', value: 'HQ_Solution' }]);
    combobox?.dispatchEvent(new CustomEvent('change', { detail: { value: 'HQ_Solution' } }));
    await settled();
    button(element, 'Start the process')?.click();
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'opp', MF_Deal_Type__c: 'HQ_Solution' } });
    await expect(element).toBeAccessible();
  });

  it('lists what must be closed, what adds points and what is done, and says how many hold the gate', async () => {
    const element = await show({
      checks: [
        { Id: 'a', Mandatory__c: true },
        { Id: 'b', Title_En__c: 'Cryptography opinion', Mandatory__c: false, Blocking__c: true, Kind__c: 'Compliance' },
        { Id: 'c', Mandatory__c: false, Title_En__c: 'Bid plan agreed', Weight__c: 6 },
        { Id: 'd', Status__c: 'Passed', Title_En__c: 'Tender registered' },
      ],
    });
    const text = words(element.shadowRoot);
    expect(text).toContain('2 open before you can move on');
    expect(text).toContain('1 of 4 checks done');
    const titles = all(element.shadowRoot, 'h3').map((title) => title.textContent);
    expect(titles).toEqual(['Cryptography opinion', 'Technical part reviewed', 'Bid plan agreed']);
    await expect(element).toBeAccessible();
  });

  it('says why no move can pass where the opportunity stands in another stage than its gate', async () => {
    const element = await show({ opportunity: { StageName: 'P2 Demo and Quote' } });
    expect(words(element.shadowRoot)).toContain('at the stage P2 Demo and Quote, its gate still at Bid preparation.');
    expect(button(element, 'Advance to Evaluation and negotiation')).toBeUndefined();
    await expect(element).toBeAccessible();
  });

  it('says once what went wrong twice', async () => {
    const element = await show();
    (getObjectInfo as unknown as Emitting).emit({ createable: true });
    const away = { body: { message: 'The org does not answer.' } };
    jest.mocked(updateRecord).mockRejectedValueOnce(away);
    jest.mocked(createRecord).mockRejectedValueOnce(away);
    await settled();
    button(element, 'Advance to Evaluation and negotiation')?.click();
    await settled();
    expect(words(element.shadowRoot).split('The org does not answer.')).toHaveLength(2);
  });

  it('shows field conditions live', async () => {
    const element = await show();
    const criterion = {
      Id: 'f',
      Title_En__c: 'Amount is filled in',
      Criterion_Field__c: 'Amount',
      Criterion_Operator__c: 'greaterThan',
      Criterion_Value__c: '0',
    };
    wire.emit(
      { uiapi: { query: { MF_Check_Definition__c: edges([criterion]) } } },
      (config) => config.variables?.['stage'] === 'stageS5',
    );
    await settled();
    (getRecord as unknown as Emitting).emit({ id: 'opp', fields: { Amount: { value: null, displayValue: null } } });
    await settled();
    expect(words(element.shadowRoot)).toContain('Amount is now blank');
    expect(words(element.shadowRoot)).toContain('2 open before you can move on');
    (getRecord as unknown as Emitting).emit({ id: 'opp', fields: { Amount: { value: 5, displayValue: '¥5.00' } } });
    await settled();
    expect(words(element.shadowRoot)).toContain('Amount is now ¥5.00');
    await expect(element).toBeAccessible();
  });

  it('moves to the next stage when the org allows it', async () => {
    const element = await show({ checks: [{ Id: 'a', Status__c: 'Passed' }] });
    button(element, 'Advance to Evaluation and negotiation')?.click();
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'opp', StageName: 'S6 Evaluation and Negotiation' } });
    expect(refresh).toHaveBeenCalled();
    expect(createRecord).not.toHaveBeenCalled();
  });

  it('shows every reason of a refusal and counts the attempt', async () => {
    const element = await show();
    (getObjectInfo as unknown as Emitting).emit(
      { createable: true },
      (config) => (config as { objectApiName?: string }).objectApiName === 'MF_Event_Log__c',
    );
    await settled();
    jest.mocked(updateRecord).mockRejectedValueOnce({
      body: {
        output: {
          errors: [{ message: 'The gate of this stage is not met.' }],
          fieldErrors: { Amount: [{ message: 'Fill in the amount.' }] },
        },
      },
    });
    button(element, 'Advance to Evaluation and negotiation')?.click();
    await settled();
    expect(all(element.shadowRoot, '[role=alert] p').map((line) => line.textContent)).toEqual([
      'The stage was not changed',
      'The gate of this stage is not met.',
      'Fill in the amount.',
    ]);
    expect(createRecord).toHaveBeenCalledWith(
      expect.objectContaining({
        apiName: 'MF_Event_Log__c',
        fields: expect.objectContaining({ Kind__c: 'Refused', Deal__c: 'deal' }),
      }),
    );
    await expect(element).toBeAccessible();
  });

  it('counts no attempt of who may not write the log', async () => {
    const element = await show();
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'The gate of this stage is not met.' } });
    button(element, 'Advance to Evaluation and negotiation')?.click();
    await settled();
    expect(words(element.shadowRoot)).toContain('The gate of this stage is not met.');
    expect(createRecord).not.toHaveBeenCalled();
  });

  it('says of a stage before the start of the process that it was never checked', async () => {
    const element = await show();
    all(element.shadowRoot, 'button.stage')[0]?.click();
    await settled();
    expect(words(element.shadowRoot)).toContain('The deal joined the process after this stage');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['a waiver is running', { deal: { Is_Conditional__c: true } }, 'Conditional: a waiver is running'],
    ['a waiver ran out', { deal: { Has_Lapsed_Condition__c: true } }, 'A waiver has run out.'],
    ['the deal is lost', { opportunity: { IsClosed: true, IsWon: false } }, 'This deal is lost.'],
    ['the deal is still being made', { gates: [], deal: null }, 'The deal is being made.'],
  ] as const)('says so when %s', async (_what, facts, text) => {
    const element = await show(facts);
    expect(words(element.shadowRoot)).toContain(text);
    await expect(element).toBeAccessible();
  });

  it('shows another stage on request, without letting it be edited', async () => {
    const element = await show({
      checks: [{ Id: 'a' }, { Id: 'z', Gate__c: 'gate4', Status__c: 'Open', Title_En__c: 'POC met' }],
    });
    all(element.shadowRoot, 'button.stage')[0]?.click();
    await settled();
    expect(words(element.shadowRoot)).toContain('This stage is behind.');
    expect(all(element.shadowRoot, 'lightning-button-menu')).toEqual([]);
    all(element.shadowRoot, 'button.stage')[2]?.click();
    await settled();
    expect(words(element.shadowRoot)).toContain('This stage is ahead.');
    await expect(element).toBeAccessible();
  });

  it('moves the phase of a deal that is won', async () => {
    const element = await show({
      opportunity: { IsClosed: true, IsWon: true, StageName: 'Closed Won' },
      deal: { Current_Gate__c: 'gate8', Phase__c: 'S8 Delivery Handover' },
      gates: [
        { Id: 'gate8', Stage_Order__c: 8, Stage_Value__c: 'S8 Delivery Handover', After_Win__c: true },
        {
          Id: 'gate9',
          Stage_Order__c: 9,
          Stage_Value__c: 'S9 Retrospective and Close',
          After_Win__c: true,
          'Stage__r.Name': 'Retrospective',
        },
      ],
      checks: [],
    });
    button(element, 'Advance to Retrospective')?.click();
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 'deal', Phase__c: 'S9 Retrospective and Close' } });
  });
});
