import type { Value } from './flow-content.ts';
import { NotSupportedError } from '../errors.ts';
import type { FlowValue } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { hasMergeField, mergeText } from './merge-text.ts';
import { readReference } from './references.ts';

/** What an element's value says: a reference, a literal, or text with merge fields. */
export function valueOf(interview: Interview, value: Value | undefined): FlowValue {
  if (value === undefined) return null;
  if (value.elementReference !== undefined) return readReference(interview, value.elementReference);
  if (value.stringValue !== undefined) {
    return hasMergeField(value.stringValue) ? mergeText(interview, value.stringValue) : value.stringValue;
  }
  return literalOf(value);
}

/** A literal, known before any interview runs. */
export function literalOf(value: Value | undefined): FlowValue {
  if (value === undefined) return null;
  if (value.stringValue !== undefined) return value.stringValue;
  if (value.numberValue !== undefined) return value.numberValue;
  if (value.booleanValue !== undefined) return value.booleanValue;
  if (value.dateValue !== undefined) return value.dateValue.slice(0, 10);
  if (value.dateTimeValue !== undefined) return new Date(value.dateTimeValue).toISOString();
  if (value.timeValue !== undefined) return value.timeValue.replace(/Z$/, '');
  const [kind] = Object.keys(value);
  if (kind === undefined) return null;
  throw new NotSupportedError(`Flow value ${kind}`);
}
