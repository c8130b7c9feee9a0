import type { StageValue } from './stage-values.ts';
import { mergeTranslations, type StageTranslation } from './stage-translations.ts';
import { mergeStageValues } from './stage-values.ts';

export interface OrgFacts {
  readonly organizationType: string;
  readonly isSandbox: boolean;
  readonly hasTeamSelling: boolean;
  /** Objects of the package that the org already has → their description. */
  readonly existingObjects: ReadonlyMap<string, string>;
  /** Our fields on Opportunity that the org already has → metadata type. */
  readonly existingOpportunityFields: ReadonlyMap<string, string>;
  readonly stageValues: readonly StageValue[];
  readonly stageTranslations: readonly StageTranslation[];
  readonly activeOpportunityRules: number;
  /** Undefined = the org does not say. */
  readonly activeRuleLimit: number | undefined;
  /** Record types of Opportunity: their sales process decides which stages they offer. */
  readonly recordTypes: readonly string[];
  /** Workflow field updates that write StageName behind the rules' back. */
  readonly stageFieldUpdates: readonly string[];
  /** Questions that the org would not answer, in its words. */
  readonly unanswered: readonly string[];
}

export interface PackageFacts {
  readonly directory: string;
  readonly components: number;
  /** Object → description. */
  readonly objects: ReadonlyMap<string, string>;
  readonly opportunityFields: ReadonlyMap<string, string>;
  /** Names of the active validation rules on Opportunity. */
  readonly opportunityRuleNames: ReadonlySet<string>;
  readonly flows: readonly string[];
  readonly permissionSets: readonly string[];
  readonly neededStages: readonly StageValue[];
  readonly neededTranslations: readonly StageTranslation[];
}

export interface InstallState {
  readonly org: OrgFacts;
  readonly package: PackageFacts;
  readonly assignTo: readonly string[];
}

export interface InstallPlan {
  readonly blockers: readonly string[];
  readonly warnings: readonly string[];
  readonly package: PackageFacts;
  /** The whole merged set, or undefined when the org has every stage. */
  readonly stageValues: readonly StageValue[] | undefined;
  readonly stageTranslations: readonly StageTranslation[] | undefined;
  readonly addedStages: readonly string[];
  /** Of the package, and the stages and their words where the org lacks some. */
  readonly components: number;
  readonly assignTo: readonly string[];
}

const refusedEditions = [
  'Essentials',
  'Group Edition',
  'Professional Edition',
  'Personal Edition',
  'Contact Manager Edition',
];

/** What stands in the way, what to know, and what will be done. Pure. */
export function planInstall(state: InstallState): InstallPlan {
  const { org } = state;
  const stageValues = mergeStageValues(org.stageValues, state.package.neededStages);
  const stageTranslations = mergeTranslations(org.stageTranslations, state.package.neededTranslations);
  const before = new Set(org.stageValues.map((value) => value.fullName));
  return {
    blockers: [...editionBlockers(org), ...collisions(state), ...ruleLimit(state)],
    warnings: warnings(org, stageValues !== undefined),
    package: state.package,
    stageValues,
    stageTranslations,
    addedStages: (stageValues ?? []).map((value) => value.fullName).filter((name) => !before.has(name)),
    components: state.package.components + (stageValues ? 1 : 0) + (stageTranslations ? 1 : 0),
    assignTo: state.assignTo,
  };
}

function editionBlockers(org: OrgFacts): string[] {
  if (!refusedEditions.includes(org.organizationType)) return [];
  return [
    `${org.organizationType} has no flows, record types or API as Midfield needs them; expected Enterprise, Unlimited, Performance or Developer Edition.`,
  ];
}

/** An object or field of our name that says it is something else would be merged into silently by a deploy. */
function collisions({ org, package: ours }: InstallState): string[] {
  const objects = [...org.existingObjects].filter(
    ([name, description]) => ours.objects.get(name) !== undefined && description !== ours.objects.get(name),
  );
  const fields = [...org.existingOpportunityFields].filter(
    ([name, type]) => ours.opportunityFields.get(name) !== undefined && ours.opportunityFields.get(name) !== type,
  );
  return [
    ...objects.map(([name]) => `The org already has an object ${name} that is not Midfield's. Rename or remove it.`),
    ...fields.map(
      ([name, type]) =>
        `The org already has a field Opportunity.${name} of type ${type}, expected ${ours.opportunityFields.get(name) ?? ''}. Rename or remove it.`,
    ),
  ];
}

function ruleLimit({ org, package: ours }: InstallState): string[] {
  if (org.activeRuleLimit === undefined) return [];
  const needed = org.activeOpportunityRules + ours.opportunityRuleNames.size;
  if (needed <= org.activeRuleLimit) return [];
  return [
    `Opportunity would have ${needed} active validation rules, the org allows ${org.activeRuleLimit}. Switch off at least ${needed - org.activeRuleLimit} of its own.`,
  ];
}

function warnings(org: OrgFacts, stagesAdded: boolean): string[] {
  const result: string[] = [];
  if (!org.hasTeamSelling)
    result.push(
      'Team selling is off: presales people get access to deals by sharing rows instead of the opportunity team.',
    );
  if (stagesAdded && org.recordTypes.length > 0)
    result.push(
      `Add the new stages to the sales processes of these record types where deals shall use them (Setup > Sales Processes): ${org.recordTypes.join(', ')}.`,
    );
  for (const update of org.stageFieldUpdates)
    result.push(
      `Field update ${update} writes the stage after the rules have run and so passes the gate. Switch it off or move it to a flow.`,
    );
  return [...result, ...org.unanswered.map((words) => `Could not be checked: ${words}`)];
}
