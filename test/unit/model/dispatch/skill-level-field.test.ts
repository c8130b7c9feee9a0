import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileFormula } from '../../../../scripts/local-org/formula/compile.ts';
import type { FormulaEnvironment, FormulaValue } from '../../../../scripts/local-org/formula/contract.ts';
import { finalSkillLevel } from '../../../../scripts/model/dispatch/skill-level.ts';

const field = 'force-app/main/dispatch/objects/MF_Resource_Skill__c/fields/Level__c.field-meta.xml';
const source = (/<formula>([^]*)<\/formula>/.exec(readFileSync(field, 'utf8'))?.[1] ?? '')
  .replaceAll('&lt;', '<')
  .replaceAll('&gt;', '>');
const level = compileFormula(
  source,
  { context: 'field', resolve: (path) => ({ type: path[0] === 'Valid_To__c' ? 'Date' : 'Number', path }) },
  { blanks: 'zero', returnType: 'Number' },
);
const grades = [undefined, 1, 2, 3, 4, 5];
const ends = [undefined, '2026-03-01', '2026-03-02', '2026-03-03'];

it('is in the org what it is in the allocation, for every grade and end', () => {
  const cases = grades.flatMap((self) =>
    grades.flatMap((manager) =>
      grades.flatMap((evidence) => ends.map((validTo) => ({ self, manager, evidence, validTo }))),
    ),
  );
  const differing = cases.filter(({ self, manager, evidence, validTo }) => {
    const values: Record<string, FormulaValue | undefined> = {
      Self__c: self,
      Manager_Grade__c: manager,
      Evidence__c: evidence,
      Valid_To__c: validTo,
    };
    const read: FormulaEnvironment['value'] = ({ path }) => values[path[0] ?? ''] ?? null;
    const inOrg = level.evaluate({
      value: read,
      prior: read,
      isNew: false,
      isClone: false,
      now: Date.parse('2026-03-02T04:00:00Z'),
      timeZone: 'Asia/Shanghai',
      language: 'en_US',
    });
    return inOrg !== finalSkillLevel({ self, manager, evidence }, { validTo, today: '2026-03-02' });
  });
  expect(cases).toHaveLength(864);
  expect(differing).toEqual([]);
});
