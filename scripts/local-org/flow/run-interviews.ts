import { LimitExceeded } from '../save/limits.ts';
import type { BulkElement } from './flow-plan.ts';
import { frameOf, type Interview } from './interview.ts';
import { goWrong, isFault } from './settle.ts';

/** More than any flow does within the platform's ten seconds; ends a loop that never ends. */
const MOST_ELEMENTS = 2_000_000;

/** Runs interviews side by side: each goes as far as it can alone, then those at the same query or statement do it together. */
export function runInterviews(interviews: readonly Interview[]): void {
  const budget = { left: MOST_ELEMENTS };
  let running = interviews.filter((interview) => interview.state === 'running');
  while (running.length > 0) {
    for (const interview of running) advance(interview, budget);
    running = running.filter((interview) => interview.state === 'running');
    const waiting = hindmost(running);
    if (waiting === undefined) continue;
    for (const interview of waiting.interviews) frameOf(interview).visited.add(waiting.element.name);
    waiting.element.run(waiting.interviews);
  }
}

function advance(interview: Interview, budget: { left: number }): void {
  while (interview.state === 'running') {
    const frame = frameOf(interview);
    if (frame.at === undefined) {
      endFrame(interview);
      continue;
    }
    const element = frame.plan.elements.get(frame.at);
    if (element === undefined) throw new TypeError(`Expected an element of ${frame.plan.name}, got ${frame.at}`);
    if (element.kind === 'bulk') return;
    if (--budget.left < 0) throw new LimitExceeded('Apex CPU time limit exceeded');
    frame.visited.add(element.name);
    try {
      element.run(interview);
    } catch (error) {
      if (!isFault(error)) throw error;
      goWrong(interview, undefined, error.message);
    }
  }
}

function endFrame(interview: Interview): void {
  const frame = interview.frames.pop();
  if (frame !== undefined && interview.frames.length > 0) frame.onEnd?.();
  else {
    if (frame !== undefined) interview.frames.push(frame);
    interview.state = 'done';
  }
}

interface Waiting {
  readonly element: BulkElement;
  readonly interviews: Interview[];
}

/** The interviews at the element that stands first in the flow: those ahead wait for the others to catch up. */
function hindmost(interviews: readonly Interview[]): Waiting | undefined {
  const groups = new Map<string, Waiting & { readonly place: readonly number[] }>();
  for (const interview of interviews) {
    const key = interview.frames.map((frame) => `${frame.plan.name}.${frame.at ?? ''}`).join('/');
    const group = groups.get(key);
    if (group !== undefined) {
      group.interviews.push(interview);
      continue;
    }
    const { plan, at = '' } = frameOf(interview);
    const element = plan.elements.get(at);
    if (element?.kind !== 'bulk') continue;
    const place = interview.frames.map((frame) => frame.plan.order.get(frame.at ?? '') ?? 0);
    groups.set(key, { element, interviews: [interview], place });
  }
  return [...groups.values()].sort((one, other) => comparePlaces(one.place, other.place))[0];
}

function comparePlaces(one: readonly number[], other: readonly number[]): number {
  for (let depth = 0; depth < Math.max(one.length, other.length); depth++) {
    const difference = (one[depth] ?? -1) - (other[depth] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
