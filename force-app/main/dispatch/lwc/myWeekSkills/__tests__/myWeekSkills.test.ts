import MyWeekSkills from 'c/myWeekSkills';
import { updateRecord } from 'lightning/uiRecordApi';
import { all, render, settled, words } from 'components/render';

const skills = [
  { id: 's1', name: 'Power', level: 4, self: 4, validTo: '2026-11-01', expired: true },
  { id: 's2', name: 'Security', level: 3, self: null, validTo: '2026-12-20', expired: false },
];

async function show() {
  const element = render('c-my-week-skills', MyWeekSkills as never, { skills });
  await settled();
  return element;
}

async function grade(element: { shadowRoot: ShadowRoot }, index: number, value: string) {
  all(element.shadowRoot, 'lightning-combobox')[index]?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

describe('c-my-week-skills', () => {
  it('says what ran out, and takes the own grade as it is chosen', async () => {
    const changed = jest.fn();
    const element = await show();
    element.addEventListener('changed', changed);
    expect(words(element.shadowRoot)).toContain('expired on');
    expect(words(element.shadowRoot)).toContain('valid until');
    await grade(element, 1, '3');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: 's2', Self__c: 3 } });
    expect(changed).toHaveBeenCalledTimes(1);
    await expect(element).toBeAccessible();
  });

  it("shows the org's refusal", async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Only the engineer grades himself.' } });
    const element = await show();
    await grade(element, 0, '5');
    expect(words(element.shadowRoot)).toContain('Only the engineer grades himself.');
    await expect(element).toBeAccessible();
  });
});
