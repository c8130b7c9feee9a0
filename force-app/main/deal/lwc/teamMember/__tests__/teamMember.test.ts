import TeamMember from 'c/teamMember';
import { createRecord } from 'lightning/uiRecordApi';
import { all, render, settled, words } from 'components/render';

type Button = HTMLElement & { label: string; disabled: boolean };

describe('c-team-member', () => {
  it('names a person for the role from today, and shows a refusal', async () => {
    const element = render('c-team-member', TeamMember as never, {
      label: 'Name a person',
      dealId: 'deal',
      roleId: 'role',
      roleKey: 'SR',
      today: '2026-11-24',
    });
    await settled();
    const save = () => all<Button>(element.shadowRoot, 'lightning-button').find((button) => button.label === 'Save');
    expect(save()?.disabled).toBe(true);
    all(element.shadowRoot, 'lightning-record-picker')[0]?.dispatchEvent(
      new CustomEvent('change', { detail: { recordId: '005P' } }),
    );
    await settled();
    jest.mocked(createRecord).mockRejectedValueOnce({ body: { message: 'duplicate value found' } });
    save()?.click();
    await settled();
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'MF_Team_Member__c',
      fields: { Deal__c: 'deal', Role__c: 'role', Role_Key__c: 'SR', Member__c: '005P', From_Date__c: '2026-11-24' },
    });
    expect(words(element.shadowRoot)).toContain('duplicate value found');
    await expect(element).toBeAccessible();
  });
});
