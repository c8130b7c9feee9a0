import CostCard from 'c/costCard';
import { graphql } from 'lightning/graphql';
import { getPicklistValues } from 'lightning/uiObjectInfoApi';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Row = Parameters<typeof edges>[0][number];
type Emitting = { emit(value: unknown): void; emitErrors(errors: unknown[]): void };
const wire = graphql as unknown as Emitting;

/** Example of the reference: 56,400 for people and 18,000 for travel, of a budget of 93,000. */
const deal: Row = {
  Id: 'deal',
  Presales_Budget__c: 93_000,
  Presales_Spent__c: 79_120,
  Running_Cost__c: 61_120,
  Finished_Cost__c: 0,
  Dispatch_Expenses__c: 18_000,
  Dispatched_Hours__c: 160,
  Gross_Margin__c: 8_960_000,
};
const order = (row: Row): Row => ({
  Status__c: 'Confirmed',
  Stage_At_Submission__c: 'S4 Solution Design and Proof',
  Planned_Hours__c: 96,
  Worked_Hours__c: 90,
  Travel_Cost__c: 0,
  Lab_Cost__c: 0,
  ...row,
});

async function show(dealRow: Row | null, orders: readonly Row[] = []) {
  const element = render('c-cost-card', CostCard as never, { recordId: 'opp' });
  await settled();
  wire.emit({ uiapi: { query: { MF_Deal__c: edges(dealRow ? [dealRow] : []), MF_Dispatch__c: edges(orders) } } });
  await settled();
  return element;
}

const rowsShown = (element: { shadowRoot: ShadowRoot }) =>
  all(element.shadowRoot, 'tbody tr').map((row) => [...row.children].map((cell) => cell.textContent));

describe('c-cost-card', () => {
  it('sums hours, people and expenses by stage where the user sees them', async () => {
    const element = await show(deal, [
      order({ Id: 'a', Planned_Cost__c: 43_200, Effort_Cost__c: 1 }),
      order({ Id: 'b', Planned_Hours__c: 40, Worked_Hours__c: 40, Planned_Cost__c: 11_200, Travel_Cost__c: 18_000 }),
      order({ Id: 'c', Status__c: 'Closed', Stage_At_Submission__c: 'S5 Bid Preparation', Effort_Cost__c: 6_720 }),
      order({ Id: 'd', Status__c: 'Draft', Planned_Hours__c: 0, Worked_Hours__c: 0, Stage_At_Submission__c: null }),
    ]);
    (getPicklistValues as unknown as Emitting).emit({
      values: [{ value: 'S5 Bid Preparation', label: 'Bid preparation' }],
    });
    await settled();
    expect(rowsShown(element)).toEqual([
      ['S4 Solution Design and Proof', '136', '130', '$54,400', '$18,000'],
      ['Bid preparation', '96', '90', '$6,720', '$0'],
    ]);
    expect(words(element.shadowRoot)).toContain('160 hours worked, 20 person-days');
    expect(words(element.shadowRoot)).toContain('0.883% of the gross margin');
    await expect(element).toBeAccessible();
  });

  it.each([
    ['below 80%', 79_999, '79.9% of the budget used', undefined],
    ['at 80%', 80_000, '80% of the budget used', 'More than 80% of the budget is used.'],
    ['at 100%', 100_000, '100% of the budget used', 'More than 80% of the budget is used.'],
    ['over 100%', 100_010, '100.1% of the budget used', 'The budget is exceeded.'],
  ])('warns %s of the budget as the org does', async (_when, spent, used, warning) => {
    const element = await show({ ...deal, Presales_Budget__c: 100_000, Presales_Spent__c: spent });
    expect(words(element.shadowRoot)).toContain(used);
    const notices = all(element.shadowRoot, '.notice').map((notice) => notice.textContent);
    expect(notices.map((text) => text?.slice(0, warning?.length))).toEqual(warning === undefined ? [] : [warning]);
    await expect(element).toBeAccessible();
  });

  it('measures by what is released up to the stage, and asks whether a deal beyond its stop-loss line goes on', async () => {
    const spent = { Presales_Budget__c: 100_000, Stage_Budget__c: 60_000, Presales_Spent__c: 61_000 };
    const element = await show({ ...deal, ...spent, Stop_Loss_Asked__c: true });
    const shown = words(element.shadowRoot);
    expect(shown).toContain('101.7% of the budget used');
    expect(shown).toContain('Up to this stage $60,000 of $100,000 is released.');
    const notices = all(element.shadowRoot, '.notice').map((notice) => notice.textContent?.slice(0, 22));
    expect(notices).toEqual(['The budget is exceeded.'.slice(0, 22), 'Presales has cost more']);
    await expect(element).toBeAccessible();
  });

  it('says that no order can be confirmed while there is no budget', async () => {
    const element = await show({ ...deal, Presales_Budget__c: null });
    expect(words(element.shadowRoot)).toContain('This deal has no presales budget.');
    expect(all(element.shadowRoot, '[role=meter]')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('shows sellers totals, and hours by stage without the cost of people', async () => {
    const element = await show(deal, [order({ Id: 'a' })]);
    expect(rowsShown(element)).toEqual([['S4 Solution Design and Proof', '96', '90', '$0']]);
    expect(all(element.shadowRoot, 'dd').map((amount) => amount.textContent)).toEqual(['$61,120', '$18,000']);
    expect(words(element.shadowRoot)).toContain('You see totals.');
    await expect(element).toBeAccessible();
  });

  it('shows engineers hours only', async () => {
    const element = await show({ Id: 'deal', Dispatched_Hours__c: 160 }, [order({ Id: 'a' })]);
    expect(rowsShown(element)).toEqual([['S4 Solution Design and Proof', '96', '90']]);
    expect(words(element.shadowRoot)).toContain('You see hours.');
    expect(words(element.shadowRoot)).not.toContain('$');
    await expect(element).toBeAccessible();
  });

  it('says what is missing, and offers to try again after a failure', async () => {
    const element = await show(null);
    expect(words(element.shadowRoot)).toContain('The cost appears once the opportunity follows the process.');
    wire.emitErrors([{ message: 'The org is away.' }]);
    await settled();
    expect(all(element.shadowRoot, '[role=alert] p').map((line) => line.textContent)).toEqual(['The org is away.']);
    await expect(element).toBeAccessible();
  });
});
