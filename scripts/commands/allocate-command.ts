import { join } from 'node:path';
import { Flags } from '@salesforce/sf-plugins-core';
import type { AllocationOutcome } from '../tasks/allocate/apply-allocation.ts';
import { allocate } from '../tasks/allocate/allocate-task.ts';
import type { AllocateInput, AllocationPlan } from '../tasks/allocate/plan-allocation.ts';
import { runTask, type TaskContext, type TaskRun } from '../tasks/task.ts';
import { type AllocationResult, allocationResult } from './allocation-result.ts';
import { MidfieldCommand, orgFlags } from './midfield-command.ts';
import { deferredRows, queueRows } from './render/allocation-tables.ts';
import { messagesOf, packageRoot } from './render/messages.ts';

const words = messagesOf('allocate');
const modes = ['worth', 'no-envy'] as const;

/** Flags of the commands that solve an allocation. */
export const allocateFlags = {
  'target-org': orgFlags['target-org'],
  'api-version': orgFlags['api-version'],
  mode: Flags.option({
    summary: words.getMessage('flags.mode.summary'),
    options: modes,
    default: 'worth' as const,
  })(),
  worth: Flags.string({
    summary: words.getMessage('flags.worth.summary'),
    default: join(packageRoot, 'config/worth.yaml'),
  }),
  'time-limit': Flags.integer({
    summary: words.getMessage('flags.time-limit.summary'),
    min: 1,
    max: 3600,
    default: 30,
  }),
};

/** What planning and applying share: the run itself and how its plan is shown. */
export abstract class AllocateCommand<T> extends MidfieldCommand<T> {
  protected allocate(
    context: TaskContext,
    input: AllocateInput,
    dryRun: boolean,
  ): Promise<TaskRun<AllocationPlan, AllocationOutcome>> {
    return runTask(allocate, context, input, { dryRun });
  }

  protected show(plan: AllocationPlan): AllocationResult {
    const result = allocationResult(plan);
    const { served, deferred, objective, bound, gap, fairness, noEnvyPrice } = result;
    if (served.length > 0) this.table({ data: queueRows(served) });
    if (deferred.length > 0) this.table({ data: deferredRows(deferred), title: words.getMessage('deferred') });
    const figures = [objective.toFixed(2), bound.toFixed(2), (gap * 100).toFixed(2)];
    if (result.skipped.length > 0) this.log(words.getMessage('skipped', [result.skipped.length]));
    this.log(words.getMessage('objective', [...figures, words.getMessage(`proof.${result.proof}`)]));
    const open = result.stages.filter(({ isProved }) => !isProved);
    if (open.length > 0) this.log(words.getMessage('open', [open.map(openStage).join(', ')]));
    if (fairness) {
      const { orders, hours, cost, worthCoverage, heldEnvy, idleEnvy } = fairness;
      const shares = [(worthCoverage * 100).toFixed(1), heldEnvy + idleEnvy];
      this.log(words.getMessage('served', [served.length, orders, hours, cost, ...shares]));
    }
    if (noEnvyPrice !== null) this.log(words.getMessage('price', [noEnvyPrice.toFixed(2)]));
    if (result.scored > 0) this.log(words.getMessage('scored', [result.scored]));
    return result;
  }
}

function openStage({ stage, gap }: AllocationResult['stages'][number]): string {
  const name = words.getMessage(`stage.${stage}`);
  return gap === null ? name : `${name} (${(gap * 100).toFixed(2)} %)`;
}
