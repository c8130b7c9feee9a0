import { type Content, keyOf, type ReleaseComponent } from '../../model/release/component.ts';
import type { ReleaseOrg, StageUse } from '../../model/release/release-plan.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';
import { readActiveRules, readRuleLimit } from './read-rules.ts';

/** What the org has of the sets that a release shares with it, whole: they are written back whole. */
export interface SharedSets {
  readonly stageValues: readonly Content[];
  readonly stageWords: readonly Content[];
  readonly objectWords: Content;
}

export const WORDS_OF_STAGES = 'OpportunityStage-zh_CN';
export const WORDS_OF_OBJECT = 'Opportunity-zh_CN';

/** Reads every component that is named, and what of the org's own a release has to respect. */
export async function readReleaseOrg(
  org: OrgPort,
  named: readonly ReleaseComponent[],
): Promise<{ facts: ReleaseOrg; sets: SharedSets }> {
  const sets = await readSets(org);
  const rules = await org.listMetadata('ValidationRule');
  const fieldRules = rules.filter(
    (name) => name.startsWith('Opportunity.MF_Field_') || name === 'Opportunity.MF_Small_Amount',
  );
  const further = fieldRules.map((name): ReleaseComponent => ({ type: 'ValidationRule', name, content: {} }));
  const facts = {
    contents: await readContents(org, [...named, ...further], sets),
    fieldRules,
    activeRules: await readActiveRules(org),
    activeRuleLimit: await readRuleLimit(org),
    stagesOfOthers: await stagesOfOthers(org),
    paths: await paths(org),
    publishedStages: await publishedStages(org),
    openDeals: await openDeals(org),
  };
  return { facts, sets };
}

async function readSets(org: OrgPort): Promise<SharedSets> {
  const values = await org.readMetadata('StandardValueSet', 'OpportunityStage');
  const words = await org.readMetadata('StandardValueSetTranslation', WORDS_OF_STAGES);
  const object = await org.readMetadata('CustomObjectTranslation', WORDS_OF_OBJECT);
  return {
    stageValues: listOf(values, 'standardValue'),
    stageWords: listOf(words, 'valueTranslation'),
    objectWords: object ?? {},
  };
}

/** One member comes from an org without its list. */
export function listOf(content: Content | undefined, key: string): Content[] {
  return [content?.[key] ?? []].flat() as Content[];
}

async function readContents(
  org: OrgPort,
  named: readonly ReleaseComponent[],
  sets: SharedSets,
): Promise<Map<string, Content>> {
  const found = new Map<string, Content>();
  const names = new Map<string, Set<string>>();
  for (const component of named) {
    const inSet = memberOf(component, sets);
    if (inSet === 'none') names.set(component.type, (names.get(component.type) ?? new Set()).add(component.name));
    else if (inSet) found.set(keyOf(component), inSet);
  }
  for (const [type, wanted] of names)
    for (const [name, content] of await org.readAllMetadata(type, [...wanted])) found.set(`${type} ${name}`, content);
  return found;
}

/** Where it is part of a set: its member, undefined when it has none; `none` for what is a component of its own. */
function memberOf({ type, name }: ReleaseComponent, sets: SharedSets): Content | undefined | 'none' {
  if (type === 'StageValue')
    return sets.stageValues.find((value) => String(value['fullName']).toLowerCase() === name.toLowerCase());
  if (type === 'StageWord') return sets.stageWords.find((word) => word['masterLabel'] === name);
  if (type !== 'ObjectWord') return 'none';
  const [list = '', ...rest] = name.split('.');
  return listOf(sets.objectWords, list).find((word) => word['name'] === rest.join('.'));
}

async function stagesOfOthers(org: OrgPort): Promise<Set<string>> {
  const names = (await org.listMetadata('BusinessProcess')).filter(
    (name) => name.startsWith('Opportunity.') && !name.startsWith('Opportunity.MF_'),
  );
  const processes = await org.readAllMetadata('BusinessProcess', names);
  return new Set(
    [...processes.values()].flatMap((process) =>
      listOf(process, 'values').map((value) => decodeURIComponent(String(value['fullName']))),
    ),
  );
}

async function paths(org: OrgPort): Promise<Map<string, string>> {
  const found = await org.readAllMetadata('PathAssistant', await org.listMetadata('PathAssistant'));
  return new Map(
    [...found]
      .filter(([, path]) => path['entityName'] === 'Opportunity')
      .map(([name, path]) => [String(path['recordTypeName']), name]),
  );
}

async function publishedStages(org: OrgPort): Promise<StageUse[]> {
  const rows = await org.query(
    "SELECT Stage_Value__c, Playbook__r.Deal_Type__c FROM MF_Stage__c WHERE Playbook__r.Status__c = 'Published' AND After_Win__c = false",
  );
  return rows.map((row) => ({
    dealType: String((row['Playbook__r'] as OrgRecord | null)?.['Deal_Type__c'] ?? ''),
    stage: String(row['Stage_Value__c']),
  }));
}

async function openDeals(org: OrgPort): Promise<(StageUse & { deals: number })[]> {
  const rows = await org.query(
    'SELECT MF_Deal_Type__c type, StageName stage, COUNT(Id) deals FROM Opportunity WHERE IsClosed = false AND MF_Deal_Type__c != null GROUP BY MF_Deal_Type__c, StageName',
  );
  return rows.map((row) => ({
    dealType: String(row['type']),
    stage: String(row['stage']),
    deals: Number(row['deals']),
  }));
}
