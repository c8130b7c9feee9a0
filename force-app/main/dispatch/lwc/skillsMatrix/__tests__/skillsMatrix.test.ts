import SkillsMatrix from 'c/skillsMatrix';
import SkillsMatrixGrade from 'c/skillsMatrixGrade';
import { graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';
import { edges } from 'components/gate-answer';
import { all, render, settled, words } from 'components/render';

type Row = Parameters<typeof edges>[0][number];
type Emitting = {
  emit(value: unknown, filter?: (config: { variables?: { after?: string | null } }) => boolean): void;
  emitErrors(errors: unknown[]): void;
};
const wire = graphql as unknown as Emitting;

const people: readonly Row[] = [
  { Id: 'chen', Name: 'Chen Li', Unit__c: 'HQ', User__c: null, Manager__c: null },
  { Id: 'wang', Name: 'Wang Min', Unit__c: 'East', User__c: null, Manager__c: null },
  { Id: 'zhao', Name: 'Zhao Qiang', Unit__c: 'East', User__c: null, Manager__c: null },
];
const skills: readonly Row[] = [
  { Id: 'PWR', Name: 'Power', Family__c: 'Industry', Unit__c: 'HQ' },
  { Id: 'SEC', Name: 'Security', Family__c: 'Technology', Unit__c: 'HQ' },
];
const grade = (person: string, skill: string, level: number): Row => ({
  Id: `${person}${skill}`,
  Resource__c: person,
  Skill__c: skill,
  Level__c: level,
  Valid_To__c: null,
  Is_Expired__c: false,
});

const gradesPage = (rows: readonly Row[], next: string | null) => ({
  uiapi: {
    query: {
      MF_Resource_Skill__c: {
        ...(edges(rows) as object),
        pageInfo: { hasNextPage: next !== null, endCursor: next },
      },
    },
  },
});

async function show(rows: readonly Row[] = people) {
  const element = render('c-skills-matrix', SkillsMatrix as never);
  await settled();
  const query = { MF_Resource__c: edges(rows), MF_Skill__c: edges(skills), MF_Dispatch_Skill__c: edges([]) };
  wire.emit({ uiapi: { query } }, (config) => config.variables === undefined);
  wire.emit(gradesPage([grade('wang', 'SEC', 2)], 'next'), (config) => config.variables?.after === null);
  await settled();
  wire.emit(
    gradesPage([grade('zhao', 'SEC', 4), grade('chen', 'PWR', 5)], null),
    (config) => config.variables?.after === 'next',
  );
  await settled();
  return element;
}

async function filter(element: { shadowRoot: ShadowRoot }, part: string, value: string) {
  all(element.shadowRoot, `[data-part=${part}]`)[0]?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await settled();
}

const names = (element: { shadowRoot: ShadowRoot }) =>
  all(element.shadowRoot, '[role=rowheader] .words').map((name) => name.textContent);
const levels = (element: { shadowRoot: ShadowRoot }) =>
  all(element.shadowRoot, '[role=gridcell]').map((cell) => cell.textContent?.trim());

describe('c-skills-matrix', () => {
  it('reads page after page of grades', async () => {
    const element = await show();
    expect(names(element)).toEqual(['Chen Li', 'Wang Min', 'Zhao Qiang']);
    expect(levels(element)).toEqual(['5', '', '', '2', '', '4']);
    expect(words(element.shadowRoot)).toContain('3 people, 2 skills');
    expect(all(element.shadowRoot, 'lightning-spinner')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it('filters by unit, by name and by skill, whose people come by their level', async () => {
    const element = await show();
    await filter(element, 'unit', 'HQ');
    expect(names(element)).toEqual(['Chen Li']);
    await filter(element, 'unit', '');
    await filter(element, 'text', 'min');
    expect(names(element)).toEqual(['Wang Min']);
    await filter(element, 'text', '');
    await filter(element, 'skill', 'SEC');
    expect(names(element)).toEqual(['Zhao Qiang', 'Wang Min']);
    expect(levels(element)).toEqual(['4', '', '2', '']);
    await filter(element, 'text', 'nobody');
    expect(words(element.shadowRoot)).toContain('Nobody fits this filter.');
    await expect(element).toBeAccessible();
  });

  it('reads a grade anew once it was given, for the org works out its level', async () => {
    jest.mocked(SkillsMatrixGrade.open).mockResolvedValueOnce('chenSEC');
    const element = await show();
    all(element.shadowRoot, '[role=gridcell]')[1]?.click();
    await settled();
    expect(SkillsMatrixGrade.open).toHaveBeenCalledWith(
      expect.objectContaining({ label: 'Chen Li · Security', grade: null }),
    );
    const value = (level: unknown) => ({ value: level, displayValue: null });
    (getRecord as unknown as Emitting).emit({
      id: 'chenSEC',
      fields: { Level__c: value(3), Self__c: value(3), Is_Expired__c: value(false), Valid_To__c: value(null) },
    });
    await settled();
    expect(levels(element)[1]).toBe('3');
  });

  it('shows the heat map instead of people', async () => {
    const element = await show();
    all(element.shadowRoot, 'lightning-radio-group')[0]?.dispatchEvent(
      new CustomEvent('change', { detail: { value: 'heat' } }),
    );
    await settled();
    expect(all(element.shadowRoot, '[role=grid]')).toEqual([]);
    expect(all(element.shadowRoot, 'tbody tr')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('says what is missing, and offers to try again after a failure', async () => {
    const element = await show([]);
    expect(words(element.shadowRoot)).toContain('There are no engineers or no skills yet.');
    wire.emitErrors([{ message: 'The org is away.' }]);
    await settled();
    expect(words(element.shadowRoot)).toContain('The org is away.');
    await expect(element).toBeAccessible();
  });
});
