import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { budgetShares } from '../../../../scripts/model/demo/dispatch/budget-shares.ts';
import { lintIndustryPack } from '../../../../scripts/model/playbook/lint-playbook.ts';
import { parseIndustryPack, parsePlaybook, parseRoles } from '../../../../scripts/model/playbook/parse-playbook.ts';

const read = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')] as const);

const roles = parseRoles(readFileSync('config/roles.yaml', 'utf8'), 'config/roles.yaml');
const playbooks = read('config/playbooks').map(([file, text]) => parsePlaybook(text, file, roles));
const packs = read('config/industry-packs').map(([file, text]) => parseIndustryPack(text, file));

it('ships three playbooks with nine, nine and four stages', () => {
  expect(playbooks.map((playbook) => [playbook.key, playbook.stages.length])).toEqual([
    ['M1', 9],
    ['M2', 9],
    ['M3', 4],
  ]);
});

it('ships packs that join every playbook they name', () => {
  expect(packs.map((pack) => [pack.industry, lintIndustryPack(pack, playbooks, roles)])).toEqual([
    ['Finance', []],
    ['Government', []],
    ['Power', []],
  ]);
});

it('ships eight questions per industry', () => {
  const questions = packs.map(
    (pack) => pack.stages.flatMap((entry) => entry.checks.filter((check) => check.kind === 'Question')).length,
  );
  expect(questions).toEqual([8, 8, 8]);
});

it('gives a government bid fourteen checks of a hundred points, of which the two open ones weigh thirteen', () => {
  const base = playbooks[0]!.stages.find((stage) => stage.key === 'S5')!.checks;
  const pack = packs
    .find((candidate) => candidate.industry === 'Government')!
    .stages.find((entry) => entry.stage === 'S5')!.checks;
  const all = [...base, ...pack];
  expect(all.length).toBe(14);
  expect(all.reduce((sum, check) => sum + check.weight, 0)).toBe(100);
  const open = all.filter((check) => ['GOV-CRYPTO-OPINION', 'S5-COMPETITOR-PRICE'].includes(check.key));
  expect(open.reduce((sum, check) => sum + check.weight, 0)).toBe(13);
});

it('gives a small deal five checks in each of its stages', () => {
  expect(playbooks[2]!.stages.map((stage) => stage.checks.filter((check) => check.kind !== 'Field').length)).toEqual([
    5, 5, 5, 5,
  ]);
});

it('releases the presales budget as the demo reckons with it, never less in a later stage', () => {
  for (const { deal_type: dealType, stages } of playbooks) {
    const told = stages.flatMap(({ key, budget_percent: percent }) => (percent === undefined ? [] : [[key, percent]]));
    expect(Object.fromEntries(told)).toEqual(budgetShares[dealType]);
    const shares = stages.map(({ budget_percent: percent = 100 }) => percent);
    expect(shares).toEqual(shares.toSorted((left, right) => left - right));
  }
});
