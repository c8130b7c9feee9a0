import { FlowFault, FlowRecord, isCollection } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { readReference } from './references.ts';

/** The records in a variable or a collection; these very records, so that a write can hand back ids. */
export function recordsIn(interview: Interview, reference: string): FlowRecord[] {
  const value = readReference(interview, reference);
  if (value === null) return [];
  const items = isCollection(value) ? value : [value];
  return items.map((item) => {
    if (item instanceof FlowRecord) return item;
    throw new FlowFault(`Expected records in ${reference}, got a single value`);
  });
}
