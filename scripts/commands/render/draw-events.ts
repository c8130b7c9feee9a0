import type { Report, TaskEvent } from '../../model/events.ts';

/** Where a task's events are drawn: the command's own output, so that `--json` silences it. */
export interface Surface {
  log(line: string): void;
  warn(line: string): void;
  startProgress(title: string, total: number): void;
  moveProgress(done: number, total: number): void;
  endProgress(): void;
}

/** Draws events as they come: a bar while a step counts, a line when it ends. */
export function drawEvents(surface: Surface): Report {
  let counting = false;
  return (event: TaskEvent) => {
    if (event.event === 'step-progressed') {
      if (!counting) surface.startProgress(event.step, event.total);
      counting = true;
      surface.moveProgress(event.done, event.total);
      return;
    }
    if (counting) surface.endProgress();
    counting = false;
    if (event.event === 'warning-raised') surface.warn(event.warning);
    if (event.event === 'step-told') surface.log(`  … ${event.step}  ${event.detail}`);
    if (event.event === 'step-finished') surface.log(`  ✓ ${event.step}  ${event.detail}`);
  };
}
