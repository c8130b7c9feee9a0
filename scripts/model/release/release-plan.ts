import type { ComponentType, Content } from './component.ts';
import type { StoredRelease } from './stored-release.ts';

export type ReleaseAction = 'add' | 'change' | 'remove' | 'same' | 'keep';

/** One line of a plan. `keep`: the org's own or still needed, and so left as it is although the release has it no more. */
export interface PlanItem {
  readonly type: ComponentType;
  readonly name: string;
  readonly action: ReleaseAction;
  readonly why: string;
  /** What is written; of a removal, what takes its place where nothing can be deleted. */
  readonly content?: Content;
}

export interface StageUse {
  readonly dealType: string;
  readonly stage: string;
}

/** What an org says that a release has to respect. */
export interface ReleaseOrg {
  /** Key of each component that was asked for and is there → what the org has. */
  readonly contents: ReadonlyMap<string, Content>;
  /** Compiled rules that the org has and that not all playbooks ask for: of criteria, of the limit of small deals. */
  readonly fieldRules: readonly string[];
  readonly activeRules: ReadonlySet<string>;
  /** Undefined = the org does not say. */
  readonly activeRuleLimit: number | undefined;
  /** Stage values that sales processes other than ours use. */
  readonly stagesOfOthers: ReadonlySet<string>;
  /** Paths that stand on our record types: record type → name. */
  readonly paths: ReadonlyMap<string, string>;
  /** Stages of the playbooks that are published now. */
  readonly publishedStages: readonly StageUse[];
  readonly openDeals: readonly (StageUse & { readonly deals: number })[];
}

export interface ReleaseWanted extends StoredRelease {
  readonly stages: readonly StageUse[];
}

export interface ReleaseQuestion {
  readonly wanted: ReleaseWanted;
  readonly last: { readonly name: string; readonly content: StoredRelease } | undefined;
  readonly org: ReleaseOrg;
}

export interface ReleasePlan {
  readonly items: readonly PlanItem[];
  readonly blockers: readonly string[];
  /** What somebody has changed in Setup since the last release. */
  readonly drift: readonly string[];
}
