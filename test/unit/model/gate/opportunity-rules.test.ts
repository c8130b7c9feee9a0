import { describe, expect, it } from 'vitest';
import { judge, type Values } from './judge.ts';

const to = (StageName: string, more = {}) => ({ before: {}, after: { StageName, ...more } });
const reason = { MF_Move_Reason__c: 'Because' };
const gone = {
  MF_Deal__c: null,
  'MF_Deal__r.Opportunity__c': null,
  'MF_Deal__r.Current_Gate_Stage__c': null,
  'MF_Deal__r.Current_Gate_Met__c': null,
  'MF_Deal__r.Has_Lapsed_Condition__c': null,
  'MF_Deal__r.Stop_Loss_Asked__c': null,
};
const lost = { StageName: 'Closed Lost' };
const won = { StageName: 'Closed Won', 'MF_Deal__r.Current_Gate_Stage__c': 'Handover' };

describe('a move ahead', () => {
  it('is allowed to the next stage through the met gate', () => expect(judge(to('A3'))).toEqual([]));
  it('is allowed to the win from the last stage only', () => {
    const last = { StageName: 'A3', 'MF_Deal__r.Current_Gate_Stage__c': 'A3' };
    expect(judge({ before: last, after: { StageName: 'Closed Won' } })).toEqual([]);
    expect(judge(to('Closed Won'))).toEqual(['MF_Move_One_Step']);
  });
  it.each([
    [
      'a skipped stage',
      { StageName: 'A1', 'MF_Deal__r.Current_Gate_Stage__c': 'A1' },
      { StageName: 'A3' },
      ['MF_Move_One_Step'],
    ],
    ['a stage of another playbook', {}, { StageName: 'B2' }, ['MF_Move_One_Step']],
    ['a stage of no playbook', {}, { StageName: 'Prospecting' }, ['MF_Move_One_Step']],
    [
      'coming from a stage of no playbook',
      { StageName: 'Prospecting', 'MF_Deal__r.Current_Gate_Stage__c': 'Prospecting' },
      { StageName: 'A1' },
      ['MF_Move_One_Step'],
    ],
    ['an unmet gate', { 'MF_Deal__r.Current_Gate_Met__c': false }, { StageName: 'A3' }, ['MF_Move_Gate_Met']],
    ['a gate left behind', { 'MF_Deal__r.Current_Gate_Stage__c': 'A1' }, { StageName: 'A3' }, ['MF_Move_Gate_In_Step']],
    ['no gate', { 'MF_Deal__r.Current_Gate_Stage__c': null }, { StageName: 'A3' }, ['MF_Move_Gate_In_Step']],
    [
      'a lapsed condition',
      { 'MF_Deal__r.Has_Lapsed_Condition__c': true },
      { StageName: 'A3' },
      ['MF_Move_Condition_Lapsed'],
    ],
    [
      'an open stop-loss question',
      { 'MF_Deal__r.Stop_Loss_Asked__c': true },
      { StageName: 'A3' },
      ['MF_Move_Stop_Loss'],
    ],
    [
      'the deal of another',
      { 'MF_Deal__r.Opportunity__c': '006000000000002AAA' },
      { StageName: 'A3' },
      ['MF_Move_Own_Deal'],
    ],
    ['no deal', gone, { StageName: 'A3' }, ['MF_Move_Needs_Deal']],
    ['a missing amount', { Amount: null }, { StageName: 'A3' }, ['MF_Field_A2_AMOUNT']],
    ['an amount of nothing', { Amount: 0 }, { StageName: 'A3' }, ['MF_Field_A2_AMOUNT']],
  ])('is refused with %s', (_, before, after, names) => expect(judge({ before, after })).toEqual(names));
  it('is refused to small deals above their limit, whoever moves', () => {
    const small = { MF_Deal_Type__c: 'Small', StageName: 'B1', 'MF_Deal__r.Current_Gate_Stage__c': 'B1', Amount: 1001 };
    expect(judge({ before: small, after: { StageName: 'B2' } })).toEqual(['MF_Small_Amount']);
    expect(judge({ before: small, after: { StageName: 'B2' }, permissions: ['MF_Bypass_Gates'] })).toEqual([
      'MF_Small_Amount',
    ]);
    expect(judge({ before: small, after: { StageName: 'Closed Lost', ...reason } })).toEqual([]);
    expect(judge({ before: { ...small, Amount: 1000 }, after: { StageName: 'B2' } })).toEqual([]);
  });
  it('does not concern opportunities without a type', () =>
    expect(judge({ before: { MF_Deal_Type__c: null, ...gone }, after: { StageName: 'Closed Won' } })).toEqual([]));
});

describe('a move with a reason', () => {
  it.each([
    ['back', {}, 'A1', 'MF_Back_Reason'],
    ['lost', {}, 'Closed Lost', 'MF_Lost_Reason'],
    ['reopened', { ...lost }, 'A2', 'MF_Reopen_Reason'],
  ])('%s is allowed with a new reason and refused without', (_, before, StageName, rule) => {
    expect(judge({ before, after: { StageName, ...reason } })).toEqual([]);
    expect(judge({ before, after: { StageName } })).toEqual([rule]);
    expect(judge({ before: { ...before, ...reason }, after: { StageName } }), 'an old reason does not count').toEqual([
      rule,
    ]);
  });
  it('reopens a lost deal only where its gate stands', () => {
    for (const StageName of ['A1', 'A3', 'Closed Won', 'B1'])
      expect(judge({ before: lost, after: { StageName, ...reason } })).toEqual(['MF_Reopen_To_Gate']);
  });
  it('reopens a won deal only for those who may', () => {
    expect(judge({ before: won, after: { StageName: 'A3', ...reason } })).toEqual(['MF_Reopen_Won']);
    expect(judge({ before: won, after: { StageName: 'A3', ...reason }, permissions: ['MF_Reopen_Won'] })).toEqual([]);
    expect(judge({ before: won, after: { StageName: 'A3', ...reason }, permissions: ['MF_Bypass_Gates'] })).toEqual([
      'MF_Reopen_Won',
    ]);
    expect(judge({ before: won, after: { StageName: 'Closed Lost', ...reason } })).toEqual(['MF_Reopen_Won']);
  });
  it('passes any gate for the holder of the bypass', () => {
    const permissions = ['MF_Bypass_Gates'];
    const unlawful: Values[] = [
      { 'MF_Deal__r.Current_Gate_Met__c': false },
      gone,
      { 'MF_Deal__r.Has_Lapsed_Condition__c': true },
      { Amount: null, 'MF_Deal__r.Current_Gate_Met__c': false },
    ];
    for (const before of unlawful) {
      expect(judge({ before, after: { StageName: 'A3', ...reason }, permissions })).toEqual([]);
      expect(judge({ before, after: { StageName: 'A3' }, permissions })).toEqual(['MF_Bypass_Reason']);
    }
    expect(judge({ ...to('A3'), permissions }), 'a lawful step needs none').toEqual([]);
  });
});

describe('coming under the gates', () => {
  it.each([
    ['in the first stage', { StageName: 'A1' }, []],
    ['in a later stage', { StageName: 'A2' }, ['MF_New_First_Stage']],
    ['in a stage of another playbook', { StageName: 'B1' }, ['MF_New_First_Stage']],
    ['already won', { StageName: 'Closed Won' }, ['MF_New_First_Stage']],
    ['with a deal', { StageName: 'A1', MF_Deal__c: 'a00000000000001AAA' }, ['MF_New_Without_Deal']],
    ['without a type', { StageName: 'A3', MF_Deal_Type__c: null }, []],
  ])('a new opportunity %s', (_, after, names) => expect(judge({ after })).toEqual(names));
  it('later is for migrations, and never when closed', () => {
    const permissions = ['MF_Migrate_Deals'];
    expect(judge({ after: { StageName: 'A2' }, permissions })).toEqual([]);
    expect(judge({ after: { StageName: 'Closed Won' }, permissions })).toEqual(['MF_New_First_Stage']);
    const free = { MF_Deal_Type__c: null, ...gone };
    expect(judge({ before: free, after: { MF_Deal_Type__c: 'HQ' } })).toEqual(['MF_Opt_In_Late']);
    expect(judge({ before: free, after: { MF_Deal_Type__c: 'HQ' }, permissions })).toEqual([]);
    expect(judge({ before: { ...free, StageName: 'A1' }, after: { MF_Deal_Type__c: 'HQ' } })).toEqual([]);
    expect(
      judge({ before: { ...free, StageName: 'A1' }, after: { MF_Deal_Type__c: 'HQ', StageName: 'A2' } }),
    ).toContain('MF_Type_And_Stage');
  });
  it('cannot be undone', () => {
    expect(judge({ before: {}, after: { MF_Deal_Type__c: null } })).toEqual(['MF_Type_Fixed']);
    expect(judge({ before: {}, after: { MF_Deal_Type__c: 'Small' } })).toEqual(['MF_Type_Fixed']);
    expect(judge({ before: {}, after: gone })).toEqual(['MF_Deal_Fixed']);
    expect(
      judge({
        before: gone,
        after: { MF_Deal__c: 'a00000000000002AAA', 'MF_Deal__r.Opportunity__c': '006000000000002AAA' },
      }),
    ).toEqual(['MF_Deal_Fixed']);
    expect(judge({ before: {}, after: { MF_Deal_Type__c: null, StageName: 'A3' } })).toEqual([
      'MF_Type_Fixed',
      'MF_Type_And_Stage',
    ]);
  });
  it('is asked for in scope', () => {
    const from = (day: string, types: string | null = null) => ({
      '$CustomMetadata.MF_Scope__mdt.Default.Required_From__c': day,
      '$CustomMetadata.MF_Scope__mdt.Default.Record_Types__c': types,
      MF_Deal_Type__c: null,
    });
    expect(judge({ after: from('2026-03-02') })).toEqual(['MF_Type_Required']);
    expect(judge({ after: from('2026-03-03') })).toEqual([]);
    expect(judge({ after: from('2026-03-02', ';Solution;') })).toEqual([]);
    expect(judge({ after: { ...from('2026-03-02', ';Solution;'), '$RecordType.DeveloperName': 'Solution' } })).toEqual([
      'MF_Type_Required',
    ]);
    const free = { ...gone, ...from('2026-03-02'), StageName: 'Prospecting' };
    expect(judge({ before: free, after: { StageName: 'A1' } })).toEqual(['MF_Type_Required']);
    expect(judge({ before: free, after: { StageName: 'Closed Lost' } })).toEqual([]);
    expect(judge({ before: free, after: { Amount: 5 } }), 'other edits stay free').toEqual([]);
  });
});
