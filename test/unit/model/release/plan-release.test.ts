import { describe, expect, it } from 'vitest';
import { standardFieldKind } from '../../../../scripts/model/gate/opportunity-fields.ts';
import { compareReleases } from '../../../../scripts/model/release/compare-releases.ts';
import { compileRelease, openStages } from '../../../../scripts/model/release/compile-release.ts';
import { type Content, keyOf, type ReleaseComponent } from '../../../../scripts/model/release/component.ts';
import { planRelease } from '../../../../scripts/model/release/plan-release.ts';
import type { ReleaseOrg, ReleasePlan } from '../../../../scripts/model/release/release-plan.ts';
import { fingerprintOf, packRelease, unpackRelease } from '../../../../scripts/model/release/stored-release.ts';
import { readPlaybookFiles } from '../../../../scripts/tasks/playbook-files.ts';
import { planPublication } from '../../../../scripts/tasks/playbook-release/publication.ts';
import { releaseFiles } from '../../../../scripts/tasks/playbook-release/release-files.ts';

const { playbooks } = readPlaybookFiles('config');
const components = compileRelease(playbooks, standardFieldKind);
const stages = playbooks.flatMap((playbook) =>
  openStages(playbook).map(({ value }) => ({ dealType: playbook.deal_type, stage: value })),
);
const wanted = { playbooks: ['M1|1.0', 'M2|1.0', 'M3|1.0'], components, stages };
const last = { name: 'REL-00001', content: { playbooks: wanted.playbooks, components } };

const contentsOf = (all: readonly ReleaseComponent[]) => new Map(all.map((each) => [keyOf(each), each.content]));
const orgWith = (changes: Partial<ReleaseOrg> = {}): ReleaseOrg => ({
  contents: contentsOf(components),
  fieldRules: [],
  activeRules: new Set(components.filter(({ type }) => type === 'ValidationRule').map(({ name }) => name)),
  activeRuleLimit: 100,
  stagesOfOthers: new Set(),
  paths: new Map(),
  publishedStages: stages,
  openDeals: [],
  ...changes,
});
const changed = (key: string, change: Content) => {
  const contents = contentsOf(components);
  contents.set(key, { ...contents.get(key), ...change });
  return contents;
};
const moved = ({ items }: ReleasePlan) =>
  items.filter(({ action }) => action !== 'same').map(({ action, type, name }) => `${action} ${type} ${name}`);
const withoutM3 = {
  playbooks: ['M1|1.0', 'M2|1.0'],
  components: compileRelease(
    playbooks.filter(({ key }) => key !== 'M3'),
    standardFieldKind,
  ),
  stages: stages.filter(({ dealType }) => dealType !== 'Standard_Product'),
};

describe('a release compiled from playbooks', () => {
  it('adds everything to an org that has nothing, and nothing to one that has it all', () => {
    const empty = planRelease({ wanted, last: undefined, org: orgWith({ contents: new Map() }) });
    expect(new Set(empty.items.map(({ action }) => action))).toEqual(new Set(['add']));
    expect(empty.items).toHaveLength(components.length);
    expect(moved(planRelease({ wanted, last, org: orgWith() }))).toEqual([]);
  });

  it('knows its content again in the words of an org: texts for numbers, one member without its list', () => {
    const contents = new Map(
      [...contentsOf(components)].map(([key, content]) => {
        const told = Object.entries(content).map(([name, value]) => [name, asText(value)] as const);
        return [key, { $: { 'xsi:type': 'x' }, ...Object.fromEntries(told), theOrgsOwn: 'more' }] as const;
      }),
    );
    expect(moved(planRelease({ wanted, last, org: orgWith({ contents }) }))).toEqual([]);
  });

  it('says which value differs and how, and tells it as an edit in Setup when it was released otherwise', () => {
    const contents = changed('StageValue P1 Qualify', { probability: '35' });
    const plan = planRelease({ wanted, last, org: orgWith({ contents }) });
    expect(plan.items.find(({ name }) => name === 'P1 Qualify')).toMatchObject({
      action: 'change',
      why: 'probability 35 → 20',
    });
    expect(plan.drift).toEqual(['StageValue P1 Qualify: probability 20 → 35 since REL-00001']);
  });

  it('takes away what was released and is asked for no more, but deletes no record type, process or stage', () => {
    const plan = planRelease({ wanted: withoutM3, last, org: orgWith() });
    expect(moved(plan).filter((line) => line.startsWith('remove'))).toEqual([
      ...['P1 Qualify', 'P2 Demo and Quote', 'P3 Tender and Negotiate', 'P4 Sign and Hand Over'].map(
        (stage) => `remove StageValue ${stage}`,
      ),
      'remove ValidationRule Opportunity.MF_Small_Amount',
      'remove ValidationRule Opportunity.MF_Field_P1_AMOUNT',
      'remove RecordType Opportunity.MF_Standard_Product',
      'remove PathAssistant MF_Standard_Product',
    ]);
    expect(plan.items.find(({ name, type }) => type === 'RecordType' && name.endsWith('Product'))?.content).toEqual({
      active: false,
    });
  });

  it('keeps a stage that a sales process of the customer uses', () => {
    const org = orgWith({ stagesOfOthers: new Set(['P1 Qualify']) });
    expect(moved(planRelease({ wanted: withoutM3, last, org }))).toContain('keep StageValue P1 Qualify');
  });
});

describe('what stands in the way of a release', () => {
  const blocked = (org: Partial<ReleaseOrg>, question: Partial<Parameters<typeof planRelease>[0]> = {}) =>
    planRelease({ wanted, last: undefined, ...question, org: orgWith(org) }).blockers.join('\n');

  it.each([
    [
      'RecordType Opportunity.MF_HQ_Solution',
      { description: 'Ours' },
      /RecordType Opportunity.MF_HQ_Solution that is not Midfield's/,
    ],
    ['BusinessProcess Opportunity.MF_HQ_Solution', { description: '' }, /BusinessProcess .* not Midfield's/],
    ['PathAssistant MF_HQ_Solution', { masterLabel: 'Path' }, /PathAssistant MF_HQ_Solution that is not Midfield's/],
    ['ValidationRule Opportunity.MF_Small_Amount', { description: 'Ours' }, /ValidationRule .* not Midfield's/],
    ['StageValue P1 Qualify', { fullName: 'P1 QUALIFY' }, /differ in upper and lower case only/],
    ['StageValue P1 Qualify', { closed: 'true' }, /is a closed one in this org/],
  ])('names a %s that is the customer’s', (key, change, words) => {
    expect(blocked({ contents: changed(key, change) })).toMatch(words);
  });

  it('leaves a path alone that stands on one of its record types', () => {
    expect(blocked({ paths: new Map([['MF_HQ_Solution', 'Own_Path']]) })).toMatch(
      /has a path of yours already: Own_Path/,
    );
  });

  it('counts the deals that stand in a stage that is to go', () => {
    const openDeals = [{ dealType: 'Standard_Product', stage: 'P1 Qualify', deals: 7 }];
    expect(blocked({ openDeals }, { wanted: withoutM3, last })).toBe(
      '7 open deals of type Standard_Product stand in P1 Qualify, which the playbook no longer has. Move them on first, or keep the stage.',
    );
  });

  it('counts the rules before the org does', () => {
    const activeRules = new Set([...orgWith().activeRules, 'Opportunity.Own']);
    const { size } = [...activeRules].reduce(
      (all, name) => (name.startsWith('Opportunity.') ? all.add(name) : all),
      new Set(),
    );
    expect(blocked({ activeRules, activeRuleLimit: activeRules.size })).toBe('');
    expect(blocked({ activeRules, activeRuleLimit: size - 1 })).toMatch(/active validation rules, the org allows/);
  });

  it('measures formulas and messages', () => {
    const long = components.map((each) =>
      each.name === 'Opportunity.MF_Small_Amount'
        ? { ...each, content: { ...each.content, errorConditionFormula: 'x'.repeat(3_901) } }
        : each,
    );
    expect(blocked({}, { wanted: { ...wanted, components: long } })).toMatch(
      /MF_Small_Amount: its condition has 3901 characters, the platform takes 3900/,
    );
  });
});

describe('a release that is kept', () => {
  it('is the same when it is unpacked, and nothing when somebody has edited it', () => {
    expect(unpackRelease(packRelease(last.content))).toEqual(last.content);
    expect(unpackRelease('edited')).toBeUndefined();
    expect(packRelease(last.content).length).toBeLessThan(131_072);
  });

  it('has the fingerprint of its content, in whatever order it stands', () => {
    const turned = { ...last.content, components: [...components].reverse() };
    expect(fingerprintOf(turned)).toBe(fingerprintOf(last.content));
    expect(fingerprintOf({ ...turned, playbooks: ['M1|1.0'] })).not.toBe(fingerprintOf(last.content));
  });

  it('is compared with another part by part', () => {
    const parts = compareReleases(last.content, withoutM3);
    expect(parts.filter(({ type }) => type === 'Playbook')).toEqual([
      { action: 'remove', type: 'Playbook', name: 'M3|1.0', why: 'retired' },
    ]);
    expect(parts).toContainEqual(expect.objectContaining({ action: 'remove', name: 'Opportunity.MF_Field_P1_AMOUNT' }));
  });
});

it('retires a version when another takes its place, before it publishes', () => {
  const versions = [{ id: '1', key: 'M3|1.0', dealType: 'Standard_Product', status: 'Published' }];
  expect(planPublication(['M3|1.1'], versions)).toMatchObject([
    { key: 'M3|1.1', action: 'publish' },
    { key: 'M3|1.0', action: 'retire', successor: 'M3|1.1' },
  ]);
});

it('writes the sets back whole, with new stages before the first closed one and the customer’s own as they are', () => {
  const own = { fullName: 'Own', label: 'Own', isActive: 'false', probability: '5', closed: 'false' };
  const closed = { fullName: 'Closed Won', label: 'Closed Won', closed: 'true', won: 'true', probability: '100' };
  const { items } = planRelease({ wanted, last: undefined, org: orgWith({ contents: new Map() }) });
  const sets = {
    stageValues: [own, closed],
    stageWords: [],
    objectWords: { fields: [{ name: 'Own__c', label: '自有' }] },
  };
  const { files } = releaseFiles({ items, sets, contents: new Map(), picklists: new Map([['Type', ['A/B']]]) });
  const names = [
    ...(files.get('standardValueSets/OpportunityStage.standardValueSet-meta.xml') ?? '').matchAll(/<fullName>(.*?)</g),
  ];
  expect(names.map(([, name]) => name)).toEqual(['Own', ...new Set(stages.map(({ stage }) => stage)), 'Closed Won']);
  expect(files.get('standardValueSets/OpportunityStage.standardValueSet-meta.xml')).toContain(
    '<isActive>false</isActive>',
  );
  expect(files.get('objectTranslations/Opportunity-zh_CN.objectTranslation')).toContain('<label>自有</label>');
  expect(files.get('objects/Opportunity/recordTypes/MF_HQ_Solution.recordType-meta.xml')).toContain('A%2FB');
});

/** As SOAP tells it. */
function asText(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? asText(value[0]) : value.map(asText);
  if (value === null || typeof value === 'object') return value;
  return String(value);
}
