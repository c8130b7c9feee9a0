import SkillsMatrixGrade from 'c/skillsMatrixGrade';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import userId from '@salesforce/user/Id';
import { all, render, settled, words } from 'components/render';

type Field = HTMLElement & { label: string; value: string; reportValidity: () => boolean };

const skill = { id: 's1', name: 'Power', family: 'Industry', unit: 'HQ' };
const grade = { id: 'g1', level: 3, self: 5, manager: 4, evidence: 3, validTo: '2099-01-31', expired: false };
const own = { id: 'p1', name: 'Chen Li', unit: 'HQ', userId, managerId: null };
const managed = { ...own, userId: '005other', managerId: userId };
const strange = { ...own, userId: '005other', managerId: '005boss' };

async function show(person: object, of: object | null = grade) {
  const element = render('c-skills-matrix-grade', SkillsMatrixGrade as never, {
    label: 'Chen Li · Power',
    person,
    skill,
    grade: of,
  });
  await settled();
  for (const field of all<Field>(element.shadowRoot, '[data-field]')) field.reportValidity = () => true;
  return element;
}

const fields = (element: { shadowRoot: ShadowRoot }) =>
  all(element.shadowRoot, '[data-field]').map((field) => field.dataset['field']);

async function save(element: { shadowRoot: ShadowRoot }) {
  all<Field>(element.shadowRoot, 'lightning-button')
    .find((button) => button.label === 'Save')
    ?.click();
  await settled();
}

describe('c-skills-matrix-grade', () => {
  it.each([
    ['the person', own, ['Self__c']],
    ['the manager', managed, ['Manager_Grade__c', 'Evidence__c', 'Valid_To__c']],
    ['anybody else', strange, []],
  ])('lets %s give the grades that are theirs', async (_who, person, offered) => {
    const element = await show(person);
    expect(fields(element)).toEqual(offered);
    expect(words(element.shadowRoot)).toContain('L3, valid until');
    await expect(element).toBeAccessible();
  });

  it('saves new grades and closes with what was graded', async () => {
    const closed = jest.fn();
    const element = await show(managed);
    element.addEventListener('closed', (event) => closed((event as CustomEvent).detail));
    Object.assign(all<Field>(element.shadowRoot, '[data-field=Evidence__c]')[0] ?? {}, { value: '5' });
    await save(element);
    expect(updateRecord).toHaveBeenCalledWith({
      fields: { Id: 'g1', Manager_Grade__c: 4, Evidence__c: 5, Valid_To__c: '2099-01-31' },
    });
    expect(closed).toHaveBeenCalledWith('g1');
  });

  it('grades a skill for the first time', async () => {
    jest.mocked(createRecord).mockResolvedValueOnce({ id: 'g2' } as never);
    const element = await show(own, null);
    Object.assign(all<Field>(element.shadowRoot, '[data-field=Self__c]')[0] ?? {}, { value: '2' });
    await save(element);
    expect(createRecord).toHaveBeenCalledWith({
      apiName: 'MF_Resource_Skill__c',
      fields: { Resource__c: 'p1', Skill__c: 's1', Self__c: 2 },
    });
  });

  it("shows the org's refusal", async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Ask your manager.' } });
    const element = await show(managed);
    await save(element);
    expect(words(element.shadowRoot)).toContain('Ask your manager.');
    await expect(element).toBeAccessible();
  });
});
