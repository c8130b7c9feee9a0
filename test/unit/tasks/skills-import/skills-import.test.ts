import { describe, expect, it } from 'vitest';
import { parseGrades } from '../../../../scripts/model/dispatch/parse-grades.ts';
import {
  planSkillsImport,
  type SkillsImportState,
} from '../../../../scripts/tasks/skills-import/skills-import-task.ts';

const header = 'engineer,skill,self,manager,evidence,valid_to,evidence_link';
const stateOf = (text: string): SkillsImportState => ({
  file: 'grades.csv',
  parsed: parseGrades(text),
  engineers: new Map([
    ['E1', 'a1'],
    ['E2', 'a2'],
  ]),
  skills: new Map([
    ['PWR', 's1'],
    ['SEC', 's2'],
  ]),
  grades: new Map([
    ['a1|s1', { Id: 'g1', Self__c: 5, Manager_Grade__c: 4, Evidence__c: 3, Valid_To__c: '2027-01-31' }],
  ]),
});
const mistakesIn = (text: string) => {
  try {
    planSkillsImport(stateOf(text));
  } catch (error) {
    return String(error);
  }
  return '';
};

describe('a file of grades', () => {
  it('creates what is new, changes what differs and leaves what is equal or blank', () => {
    const text = `\uFEFF${header}\nE1,PWR,5,,4,,\n\nE2,SEC,3,3,3,2027-06-30,https://example.com/cert\nE1,SEC,2,,,,\n`;
    expect(planSkillsImport(stateOf(text))).toEqual({
      created: [
        {
          line: 4,
          row: {
            ...{ Resource__c: 'a2', Skill__c: 's2', Self__c: 3, Manager_Grade__c: 3, Evidence__c: 3 },
            ...{ Valid_To__c: '2027-06-30', Evidence_Link__c: 'https://example.com/cert' },
          },
        },
        { line: 5, row: { Resource__c: 'a1', Skill__c: 's2', Self__c: 2 } },
      ],
      updated: [{ line: 2, row: { Id: 'g1', Evidence__c: 4 } }],
      unchanged: 0,
    });
    expect(planSkillsImport(stateOf(`engineer,skill,manager\nE1,PWR,4\n`))).toMatchObject({ unchanged: 1 });
  });

  it.each([
    ['an engineer nobody knows', `${header}\nE9,PWR,1,,,,`, 'line 2: no active engineer has the key E9'],
    ['a skill nobody knows', `${header}\nE1,XYZ,1,,,,`, 'line 2: no active skill has the key XYZ'],
    ['half a grade', `${header}\nE1,PWR,3.5,,,,`, 'line 2: self is "3.5", not a whole number from 1 to 5'],
    ['a grade of six', `${header}\nE1,PWR,,6,,,`, 'line 2: manager is "6"'],
    ['a day that is none', `${header}\nE1,PWR,,,,2027-02-30,`, 'line 2: valid_to is "2027-02-30"'],
    ['a link that is none', `${header}\nE1,PWR,,,,,javascript:alert(1)`, 'line 2: evidence_link is'],
    ['a pair twice', `${header}\nE1,PWR,1,,,,\nE1,PWR,2,,,,`, 'line 3: E1 PWR stands on line 2 already'],
    ['a blank key', `${header}\n,PWR,1,,,,`, 'line 2: engineer is blank'],
    ['a strange column', 'engineer,skill,level\nE1,PWR,3', 'line 1: unknown column level'],
    ['no engineer column', 'skill,self\nPWR,3', 'line 1: column engineer is missing'],
    ['a column twice', 'engineer,skill,self,self\nE1,PWR,3,3', 'line 1: column self stands twice'],
    ['a line too short', `${header}\nE1,PWR`, 'line 2'],
    ['a quote that never ends', `${header}\nE1,"PWR,1,,,,`, 'line 2'],
  ])('is refused whole with %s', (_words, text, told) => {
    expect(mistakesIn(text)).toContain(told);
  });

  it('tells all its mistakes at once', () => {
    const all = mistakesIn(`${header}\nE9,PWR,9,,,,\nE1,XYZ,,0,,,`);
    for (const words of ['line 2: self', 'line 2: no active engineer', 'line 3: manager', 'line 3: no active skill'])
      expect(all).toContain(words);
  });
});
