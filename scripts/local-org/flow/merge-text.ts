import type { FlowValue } from './flow-value.ts';
import { isScalar } from './flow-value.ts';
import type { Interview } from './interview.ts';
import { readReference } from './references.ts';

const MERGE_FIELD = /\{!([^{}]+)\}/g;

/** Text with the values of its `{!names}`. */
export function mergeText(interview: Interview, text: string): string {
  return text.replaceAll(MERGE_FIELD, (_, name: string) => textOf(readReference(interview, name.trim())));
}

/** The names in a text. */
export const mergeFields = (text: string): string[] =>
  [...text.matchAll(MERGE_FIELD)].map(([, name = '']) => name.trim());

export const hasMergeField = (text: string): boolean => text.includes('{!');

function textOf(value: FlowValue): string {
  if (value === null) return '';
  if (isScalar(value)) return String(value);
  return Array.isArray(value) ? `[${value.map((one: FlowValue) => textOf(one)).join(', ')}]` : '';
}
