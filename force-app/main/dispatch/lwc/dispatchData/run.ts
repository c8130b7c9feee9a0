import { labelAt, rowsOf, valueAt, type Node } from 'c/gateData';

/** A run of the allocation; figures are null where it has none yet, shares lie between 0 and 1. */
export interface Run {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusLabel: string;
  readonly step: string;
  readonly mode: string;
  readonly modeLabel: string;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly proof: string;
  readonly noEnvyPrice: number | null;
  readonly orders: number | null;
  readonly served: number | null;
  readonly hours: number | null;
  readonly worthCoverage: number | null;
  /** Orders that a less worthy one, or an idle person, could serve better. */
  readonly envy: number | null;
  readonly weightedJain: number | null;
  readonly loadGini: number | null;
  readonly message: string;
  /** False for a request that changed nothing: the plan of the run before stands. */
  readonly isNew: boolean;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly aliveAt: string | null;
  readonly finishedAt: string | null;
}

const UNDER_WAY = ['Requested', 'Running', 'Applying'];

export function isUnderWay(run: Pick<Run, 'status' | 'aliveAt'>): boolean {
  return run.status === 'Applying' ? run.aliveAt !== null : UNDER_WAY.includes(run.status);
}

/** The newest first. */
export function runsOf(data: unknown): Run[] {
  return rowsOf(data, 'MF_Allocation_Run__c').map(toRun);
}

function toRun(node: Node): Run {
  const text = (...path: string[]) => String(valueAt(node, ...path) ?? '');
  const number = (field: string) => valueAt(node, field) as number | null;
  const held = number('Held_Envy__c');
  return {
    id: node.Id,
    name: text('Name'),
    status: text('Status__c'),
    statusLabel: labelAt(node, 'Status__c'),
    step: text('Step__c'),
    mode: text('Mode__c'),
    modeLabel: labelAt(node, 'Mode__c'),
    objective: number('Objective__c'),
    bound: number('Bound__c'),
    gap: number('Gap__c'),
    proof: text('Proof__c'),
    noEnvyPrice: number('No_Envy_Price__c'),
    orders: number('Orders__c'),
    served: number('Served__c'),
    hours: number('Hours__c'),
    worthCoverage: number('Worth_Coverage__c'),
    envy: held === null ? null : held + (number('Idle_Envy__c') ?? 0),
    weightedJain: number('Weighted_Jain__c'),
    loadGini: number('Load_Gini__c'),
    message: text('Message__c'),
    isNew: text('Run_Key__c') !== '',
    createdAt: text('CreatedDate'),
    createdBy: text('CreatedBy', 'Name'),
    aliveAt: valueAt(node, 'Claimed_At__c') as string | null,
    finishedAt: valueAt(node, 'Finished_At__c') as string | null,
  };
}
