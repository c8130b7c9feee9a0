/** What a task tells while it runs. Commands draw it, a worker logs it; a task prints nothing. */
export type TaskEvent =
  | { readonly event: 'step-started'; readonly step: string; readonly total?: number }
  | { readonly event: 'step-progressed'; readonly step: string; readonly done: number; readonly total: number }
  /** Where a step stands that cannot say how much is left. */
  | {
      readonly event: 'step-told';
      readonly step: string;
      readonly detail: string;
      /** Of a search: the best answer so far and what no answer can exceed. */
      readonly figures?: { readonly best: number; readonly bound: number };
    }
  | { readonly event: 'step-finished'; readonly step: string; readonly detail: string }
  | { readonly event: 'warning-raised'; readonly warning: string };

export type Report = (event: TaskEvent) => void;
