import type { Org } from '../org.ts';
import { orgChart } from './org-chart.ts';

/** In whose name a user sees records. */
export interface Principals {
  /** Users and queues whose records are as good as the user's own. */
  readonly owners: readonly string[];
  /** Users and groups whose shares count for the user. */
  readonly sharedWith: ReadonlySet<string>;
}

/** `byHierarchy`: also in the name of everybody below, for objects that grant access using hierarchies. */
export function principalsOf(org: Org, userId: string, byHierarchy: boolean): Principals {
  const chart = orgChart(org);
  const below = byHierarchy ? chart.subordinates(userId) : [];
  const own = chart.groupsOf([userId], false);
  const theirs = below.length > 0 ? chart.groupsOf(below, true) : new Set<string>();
  const groups = [...own, ...theirs];
  return { owners: [userId, ...below, ...groups], sharedWith: new Set([userId, ...below, ...groups]) };
}
