import { checkCeilings } from './check-ceilings.ts';
import { MARK } from './compile-release.ts';
import { type Content, differences, keyOf, type ReleaseComponent } from './component.ts';
import type { PlanItem, ReleasePlan, ReleaseQuestion } from './release-plan.ts';

/** What a release does to an org, part by part and why; what stands in its way; what was edited by hand since the last. Pure. */
export function planRelease(question: ReleaseQuestion): ReleasePlan {
  const { wanted, last, org } = question;
  const owned = new Map((last?.content.components ?? []).map((component) => [keyOf(component), component]));
  const kept = new Set(wanted.components.map(keyOf));
  const left = [...owned.values(), ...(last ? [] : shippedRules(question))].filter((each) => !kept.has(keyOf(each)));
  const items = [
    ...wanted.components.map((component) => itemOf(component, org.contents.get(keyOf(component)))),
    ...left.flatMap((component) => removalOf(component, question)),
  ];
  return {
    items,
    blockers: [
      ...wanted.components.flatMap((component) => conflict(component, question, owned)),
      ...heldDeals(question),
      ...checkCeilings(question, items),
    ],
    drift: [...owned.values()].flatMap((component) =>
      driftOf(component, org.contents.get(keyOf(component)), last?.name),
    ),
  };
}

function itemOf({ type, name, content }: ReleaseComponent, found: Content | undefined): PlanItem {
  if (found === undefined) return { type, name, action: 'add', why: 'the org has none', content };
  const changed = differences(found, content);
  if (changed.length === 0) return { type, name, action: 'same', why: 'as it is' };
  return { type, name, action: 'change', why: changed.join(', '), content };
}

/** Rules of criteria that an install brought and that the playbooks at hand do not have. */
function shippedRules({ org }: ReleaseQuestion): ReleaseComponent[] {
  return org.fieldRules.map((name) => ({ type: 'ValidationRule', name, content: {} }));
}

function removalOf({ type, name }: ReleaseComponent, { org, last }: ReleaseQuestion): PlanItem[] {
  const found = org.contents.get(keyOf({ type, name }));
  const why = last ? `in ${last.name}, no longer in the playbooks` : 'no playbook asks for it';
  if (found === undefined || type === 'StageWord' || type === 'ObjectWord' || type === 'CustomField') return [];
  if (type === 'BusinessProcess')
    return [{ type, name, action: 'keep', why: `${why}; deals that are closed still name it` }];
  if (type === 'RecordType') {
    if (String(found['active']) === 'false') return [];
    return [{ type, name, action: 'remove', why: `${why}; switched off, not deleted`, content: { active: false } }];
  }
  if (type !== 'StageValue') return [{ type, name, action: 'remove', why }];
  if (String(found['isActive']) === 'false') return [];
  if (org.stagesOfOthers.has(name))
    return [{ type, name, action: 'keep', why: `${why}; a sales process of yours uses it` }];
  const deals = org.openDeals.filter(({ stage }) => stage === name).reduce((sum, use) => sum + use.deals, 0);
  if (deals > 0) return [{ type, name, action: 'keep', why: `${why}; ${deals} open deals stand there` }];
  return [{ type, name, action: 'remove', why: `${why}; switched off, not deleted`, content: { isActive: false } }];
}

/** A component of our name that is not ours is somebody's: no release writes over it. */
function conflict(
  component: ReleaseComponent,
  { org }: ReleaseQuestion,
  owned: ReadonlyMap<string, ReleaseComponent>,
): string[] {
  const { type, name, content } = component;
  const found = org.contents.get(keyOf(component));
  if (type === 'PathAssistant') {
    const other = org.paths.get(String(content['recordTypeName']));
    if (other !== undefined && other !== name)
      return [
        `The record type ${String(content['recordTypeName'])} has a path of yours already: ${other}. Remove it or release without this deal type.`,
      ];
  }
  if (found === undefined) return [];
  if (type === 'StageValue') return valueConflict(name, found);
  if (owned.has(keyOf(component))) return [];
  const foreign = `The org already has a ${type} ${name} that is not Midfield's. Rename or remove it.`;
  if (type === 'BusinessProcess' || type === 'RecordType')
    return String(found['description'] ?? '').startsWith(MARK) ? [] : [foreign];
  if (type === 'PathAssistant') return String(found['masterLabel'] ?? '').startsWith(MARK) ? [] : [foreign];
  if (type === 'ValidationRule')
    return String(found['description'] ?? '') === String(content['description']) ? [] : [foreign];
  return [];
}

function valueConflict(name: string, found: Content): string[] {
  if (String(found['fullName']) !== name)
    return [
      `The org has the stage "${String(found['fullName'])}", the playbook "${name}": they differ in upper and lower case only. Write it as the org has it.`,
    ];
  if (String(found['closed']) === 'true')
    return [`The stage ${name} is a closed one in this org; a playbook's stages are open. Choose another value.`];
  return [];
}

/** Running deals must find their stage in what is released, or they could move nowhere. */
function heldDeals({ wanted, org }: ReleaseQuestion): string[] {
  const has = (uses: ReleaseQuestion['wanted']['stages'], dealType: string, stage: string) =>
    uses.some((use) => use.dealType === dealType && use.stage === stage);
  return org.openDeals
    .filter(({ dealType, stage }) => has(org.publishedStages, dealType, stage) && !has(wanted.stages, dealType, stage))
    .map(
      ({ dealType, stage, deals }) =>
        `${deals} open deals of type ${dealType} stand in ${stage}, which the playbook no longer has. Move them on first, or keep the stage.`,
    );
}

function driftOf(component: ReleaseComponent, found: Content | undefined, since = ''): string[] {
  const { type, name, content } = component;
  if (type === 'StageWord' || type === 'ObjectWord') return [];
  if (found === undefined) return [`${type} ${name}: deleted since ${since}`];
  const changed = differences(found, content);
  return changed.length === 0 ? [] : [`${type} ${name}: ${changed.map(reversed).join(', ')} since ${since}`];
}

/** Differences are told from the org to the release; drift went the other way. */
function reversed(words: string): string {
  const [, key, now, released] = /^(\S+) (.*) → (.*)$/.exec(words) ?? [];
  return key === undefined ? words : `${key} ${released} → ${now}`;
}
