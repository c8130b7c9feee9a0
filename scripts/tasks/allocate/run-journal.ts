import type { Report, TaskEvent } from '../../model/events.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { TaskContext } from '../task.ts';

/** Milliseconds between two signs of life. */
const BEAT = 15_000;

/**
 * What a dispatcher sees of a run that goes on: its step, the best plan so far with its bound, and a sign of life. One
 * write at a time; what comes meanwhile is told with the next.
 */
export class RunJournal {
  private readonly context: TaskContext;
  private readonly id: string;
  private readonly beat: NodeJS.Timeout;
  private waiting: OrgRecord | undefined;
  private writing: Promise<void> | undefined;

  constructor(context: TaskContext, id: string) {
    this.context = context;
    this.id = id;
    this.beat = setInterval(() => this.tell({}), BEAT);
    this.beat.unref();
  }

  /** Passes every event on and keeps what belongs on the record. */
  readonly report: Report = (event: TaskEvent) => {
    this.context.report(event);
    if (event.event !== 'step-told' || event.figures === undefined) return;
    const { best, bound } = event.figures;
    const gap = bound === 0 ? 0 : (bound - best) / bound;
    this.tell({ Objective__c: round(best, 6), Bound__c: round(bound, 6), Gap__c: round(gap, 8) });
  };

  tell(fields: OrgRecord): void {
    this.waiting = { ...this.waiting, ...fields };
    this.writing ??= this.write();
  }

  /** Everything told so far is written. */
  async settle(): Promise<void> {
    await this.writing;
  }

  /** No write is under way after it, and none follows. */
  async close(): Promise<void> {
    clearInterval(this.beat);
    await this.settle();
  }

  private async write(): Promise<void> {
    while (this.waiting !== undefined) {
      const fields = this.waiting;
      this.waiting = undefined;
      const row = { Id: this.id, ...fields, Claimed_At__c: new Date(this.context.now()).toISOString() };
      try {
        const [result] = await this.context.org.update('MF_Allocation_Run__c', [row]);
        for (const warning of result?.errors ?? []) this.context.report({ event: 'warning-raised', warning });
      } catch (error) {
        // Progress that cannot be told stops no allocation; an org that is gone ends it at its next step.
        const words = error instanceof Error ? error.message : String(error);
        this.context.report({ event: 'warning-raised', warning: words });
      }
    }
    this.writing = undefined;
  }
}

function round(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
