import SkillsMatrixHeat from 'c/skillsMatrixHeat';
import { all, render, settled } from 'components/render';

const person = (id: string, unit: string) => ({ id, name: id, unit, userId: null, managerId: null });
const skill = (id: string, unit: string) => ({ id, name: id, family: '', unit });
const grade = (level: number) => ({
  id: 'g',
  level,
  self: null,
  manager: null,
  evidence: null,
  validTo: null,
  expired: false,
});

const frame = {
  people: [person('chen', 'HQ'), person('wang', 'East'), person('zhao', 'East')],
  skills: [skill('Power', 'HQ'), skill('Bid', 'HQ'), skill('Cloud', 'East')],
  demands: [
    { skillId: 'Power', level: 4, people: 1 },
    { skillId: 'Power', level: 2, people: 3 },
    { skillId: 'Bid', level: 3, people: 1 },
  ],
};
const grades = new Map([
  ['chen|Power', grade(5)],
  ['wang|Power', grade(2)],
  ['zhao|Bid', grade(3)],
  ['wang|Cloud', grade(3)],
]);

describe('c-skills-matrix-heat', () => {
  it('counts have, need and gap at the level where most people are missing', async () => {
    const element = render('c-skills-matrix-heat', SkillsMatrixHeat as never, { frame, grades });
    await settled();
    const rows = all(element.shadowRoot, 'tr').map((row) => [...row.children].map((cell) => cell.textContent));
    expect(rows).toEqual([
      ['Unit of the skill', 'Skill', 'From level', 'East', 'HQ', 'Have', 'Need', 'Gap'],
      ['East', 'Cloud', 'L3', '1', '0', '1', '0', '0'],
      ['HQ', 'Power', 'L2', '1', '1', '2', '4', '2'],
      ['', 'Bid', 'L3', '1', '0', '1', '1', '0'],
    ]);
    await expect(element).toBeAccessible();
  });
});
