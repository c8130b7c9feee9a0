import DealTeam from 'c/dealTeam';
import TeamMember from 'c/teamMember';
import { graphql } from 'lightning/graphql';
import TIME_ZONE from '@salesforce/i18n/timeZone';
import { updateRecord } from 'lightning/uiRecordApi';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Emitting = {
  emit(
    value: unknown,
    filter: (config: { variables?: Record<string, string> }) => boolean,
    refresh?: () => Promise<void>,
  ): void;
};
const wire = graphql as unknown as Emitting;
const refresh = jest.fn(() => Promise.resolve());

async function show(
  members: Parameters<typeof edges>[0] = [],
  deal: Parameters<typeof edges>[0] = [{ Id: 'deal', 'Current_Gate__r.Stage__c': 'stage' }],
) {
  const element = render('c-deal-team', DealTeam as never, { recordId: 'opp' });
  await settled();
  wire.emit(
    { uiapi: { query: { MF_Deal__c: edges(deal), MF_Team_Member__c: edges(members) } } },
    (config) => config.variables?.['id'] === 'opp',
    refresh,
  );
  await settled();
  const responsibilities = [
    { Id: 'r1', Involvement__c: 'C', Role__c: 'roleL', 'Role__r.Key__c': 'LEGAL', 'Role__r.Name': 'Legal' },
    {
      Id: 'r2',
      Involvement__c: 'A/R',
      Role__c: 'roleA',
      'Role__r.Key__c': 'AR',
      'Role__r.Name': 'Account responsible',
    },
    { Id: 'r3', Involvement__c: 'R', Role__c: 'roleS', 'Role__r.Key__c': 'SR', 'Role__r.Name': 'Solution responsible' },
  ];
  wire.emit(
    { uiapi: { query: { MF_Responsibility__c: edges(responsibilities) } } },
    (config) => config.variables?.['stage'] === 'stage',
  );
  await settled();
  return element;
}

const zhou = { Id: 'm1', Role__c: 'roleA', To_Date__c: null, 'Member__r.Name': '周航' };

describe('c-deal-team', () => {
  it('shows roles by what they owe, who holds them, and which that must act are vacant', async () => {
    const element = await show([
      zhou,
      { ...zhou, Id: 'old', Role__c: 'roleS', To_Date__c: '2020-01-01', 'Member__r.Name': '前任' },
    ]);
    expect(all(element.shadowRoot, 'p.name').map((name) => name.textContent)).toEqual([
      'Account responsible',
      'Solution responsible',
      'Legal',
    ]);
    expect(words(element.shadowRoot)).toContain('周航');
    expect(words(element.shadowRoot)).not.toContain('前任');
    expect(all(element.shadowRoot, '.vacant')).toHaveLength(1);
    expect(words(element.shadowRoot)).toContain('Roles still vacant in this stage: 1');
    await expect(element).toBeAccessible();
  });

  it('names a person for a role', async () => {
    jest.mocked(TeamMember.open).mockResolvedValueOnce('named');
    const element = await show();
    all(element.shadowRoot, 'lightning-button-icon[data-id=roleS]')[0]?.click();
    await settled();
    expect(TeamMember.open).toHaveBeenCalledWith(
      expect.objectContaining({
        dealId: 'deal',
        roleId: 'roleS',
        roleKey: 'SR',
        label: 'Name a person for Solution responsible',
      }),
    );
    expect(refresh).toHaveBeenCalled();
  });

  it('ends a person’s time in a role, or shows why not', async () => {
    const element = await show([zhou]);
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'insufficient access rights on object id' } });
    all(element.shadowRoot, 'lightning-button-icon[data-id=m1]')[0]?.click();
    await settled();
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: 'm1', To_Date__c: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
    });
    expect(words(element.shadowRoot)).toContain('insufficient access rights on object id');
    await expect(element).toBeAccessible();
  });

  it('gives a time in a role that began today this one day, and says that it is the last', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(new Date());
    const element = await show([{ ...zhou, From_Date__c: today }]);
    all(element.shadowRoot, 'lightning-button-icon[data-id=m1]')[0]?.click();
    await settled();
    expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: 'm1', To_Date__c: today } });
    const ended = await show([{ ...zhou, From_Date__c: today, To_Date__c: today }]);
    expect(words(ended.shadowRoot)).toContain('last day');
    expect(all(ended.shadowRoot, 'lightning-button-icon[data-id=m1]')).toHaveLength(0);
    await expect(ended).toBeAccessible();
  });

  it('says so where there is no deal', async () => {
    const element = await show([], []);
    expect(words(element.shadowRoot)).toContain('The team appears once the deal runs on a playbook.');
    await expect(element).toBeAccessible();
  });
});
