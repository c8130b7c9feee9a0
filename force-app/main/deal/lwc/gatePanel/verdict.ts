import type { Gate, Items } from 'c/gateData';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** Met, or how much is still open: what holds the gate first, and what adds points only where nothing else is missing. */
export function verdictOf(gate: Gate, { holding, points }: Items, openCriteria: number): string {
  if (gate.met && openCriteria === 0) return labels.met;
  const missingPoints = gate.score < gate.threshold && holding === 0 ? points.length : 0;
  return fill(labels.notMet, holding + openCriteria + missingPoints);
}
