/** The stages of one playbook as far as the gate needs them: which opportunity stages follow each other. */
export interface StageList {
  /** Value of the opportunity's deal type that chooses the playbook. */
  readonly dealType: string;
  /** Opportunity stages in order, the first one first; without the closed ones and without phases after the win. */
  readonly stages: readonly string[];
  /** The type is refused above the small-deal limit of the scope settings. */
  readonly small?: boolean;
}

/** Closed stages are the platform's own and the same for every playbook. */
export const WON = 'Closed Won';
export const LOST = 'Closed Lost';

/** Deal types whose playbooks name the same stages in the same order share one branch of the compiled formula. */
export interface StageGroup {
  readonly dealTypes: readonly string[];
  readonly stages: readonly string[];
}

export function groupByStages(lists: readonly StageList[]): StageGroup[] {
  const groups = new Map<string, { dealTypes: string[]; stages: readonly string[] }>();
  for (const list of lists) {
    const key = JSON.stringify(list.stages);
    const group = groups.get(key);
    if (group) group.dealTypes.push(list.dealType);
    else groups.set(key, { dealTypes: [list.dealType], stages: list.stages });
  }
  return [...groups.values()];
}
