import { describe, expect, it } from 'vitest';
import { planInstall, type InstallState, type OrgFacts } from '../../../../scripts/tasks/install/plan-install.ts';
import {
  mergeTranslations,
  parseTranslations,
  translationsXml,
} from '../../../../scripts/tasks/install/stage-translations.ts';
import {
  mergeStageValues,
  parseStageValues,
  stageValuesXml,
  type StageValue,
} from '../../../../scripts/tasks/install/stage-values.ts';

const stage = (fullName: string, closed = false): StageValue => ({
  fullName,
  label: fullName,
  default: false,
  closed,
  won: false,
  probability: 10,
  forecastCategory: 'Pipeline',
});

const org: OrgFacts = {
  organizationType: 'Enterprise Edition',
  isSandbox: true,
  hasTeamSelling: true,
  existingObjects: new Map(),
  existingOpportunityFields: new Map(),
  stageValues: [stage('Prospecting'), stage('Closed Won', true), stage('Closed Lost', true)],
  stageTranslations: [],
  activeOpportunityRules: 3,
  activeRuleLimit: 100,
  recordTypes: [],
  stageFieldUpdates: [],
  unanswered: [],
};

const state = (facts: Partial<OrgFacts>): InstallState => ({
  org: { ...org, ...facts },
  assignTo: [],
  package: {
    directory: 'dist/force-app',
    components: 5,
    objects: new Map([['MF_Deal__c', 'Ours']]),
    opportunityFields: new Map([['MF_Deal_Type__c', 'Picklist']]),
    opportunityRuleNames: new Set(['MF_A', 'MF_B']),
    flows: [],
    permissionSets: [],
    neededStages: [stage('S1'), stage('Prospecting')],
    neededTranslations: [],
  },
});

describe('a preflight', () => {
  it('has nothing to say about an org that is ready', () => {
    const plan = planInstall(state({}));
    expect([plan.blockers, plan.warnings]).toEqual([[], []]);
  });

  it.each<[string, Partial<OrgFacts>, string]>([
    [
      'an edition without flows and API',
      { organizationType: 'Professional Edition' },
      'Professional Edition has no flows',
    ],
    [
      'an object of the same name that is somebody else’s',
      { existingObjects: new Map([['MF_Deal__c', 'Another vendor']]) },
      'already has an object MF_Deal__c',
    ],
    [
      'a field of the same name and another type',
      { existingOpportunityFields: new Map([['MF_Deal_Type__c', 'Text']]) },
      'Opportunity.MF_Deal_Type__c of type Text, expected Picklist',
    ],
    ['too many active rules', { activeOpportunityRules: 19, activeRuleLimit: 20 }, 'Switch off at least 1'],
  ])('refuses %s', (_what, facts, words) => {
    expect(planInstall(state(facts)).blockers.join('\n')).toContain(words);
  });

  it('takes an object and a field of its own earlier install for its own', () => {
    const plan = planInstall(
      state({
        existingObjects: new Map([['MF_Deal__c', 'Ours']]),
        existingOpportunityFields: new Map([['MF_Deal_Type__c', 'Picklist']]),
      }),
    );
    expect(plan.blockers).toEqual([]);
  });

  it('warns of team selling, sales processes, stage field updates and what the org would not say', () => {
    const plan = planInstall(
      state({
        hasTeamSelling: false,
        recordTypes: ['Partner'],
        stageFieldUpdates: ['Opportunity.X'],
        unanswered: ['workflow (501)'],
      }),
    );
    expect(plan.warnings.map((words) => words.slice(0, 20))).toEqual([
      'Team selling is off:',
      'Add the new stages t',
      'Field update Opportu',
      'Could not be checked',
    ]);
  });
});

describe('stage values', () => {
  it('are merged before the first closed one and never left out', () => {
    expect(mergeStageValues(org.stageValues, [stage('S1'), stage('S2')])?.map((value) => value.fullName)).toEqual([
      'Prospecting',
      'S1',
      'S2',
      'Closed Won',
      'Closed Lost',
    ]);
  });

  it('are not written when the org has all of them, whatever their case', () => {
    expect(mergeStageValues([stage('s1')], [stage('S1')])).toBeUndefined();
  });

  it('survive the way through the Metadata API, one or many, text or number', () => {
    const values = [{ ...stage('R&D <1>'), probability: 5 }];
    expect(stageValuesXml(values)).toContain('<fullName>R&amp;D &lt;1&gt;</fullName>');
    expect(parseStageValues({ standardValue: { fullName: 'A', closed: 'true', probability: '5' } })).toMatchObject([
      { fullName: 'A', closed: true, probability: 5, label: 'A' },
    ]);
  });
});

describe('stage translations', () => {
  const ours = [{ masterLabel: 'S1', translation: 'S1 线索' }];

  it('are added beside what somebody wrote, which stays', () => {
    const theirs = [
      { masterLabel: 'Prospecting', translation: '初步接洽' },
      { masterLabel: 'Closed Won', translation: '' },
    ];
    expect(mergeTranslations(theirs, ours)).toEqual([theirs[0], ...ours]);
    expect(mergeTranslations([{ masterLabel: 'S1', translation: '线索' }], ours)).toBeUndefined();
  });

  it('survive the way through the Metadata API', () => {
    expect(translationsXml(ours)).toContain('<translation>S1 线索</translation>');
    expect(parseTranslations({ valueTranslation: { masterLabel: 'S1', translation: 'S1 线索' } })).toEqual(ours);
  });
});
