import { reduceErrors } from 'c/ldsErrors';
import { FIELDS, type FieldName } from './draft';

export interface Problems {
  /** What the org said about a field of the form. */
  readonly byField: ReadonlyMap<FieldName, string>;
  /** The rest. */
  readonly lines: readonly string[];
  /** Step of the first field that the org complained about. */
  readonly step: number | null;
}

export const noProblems: Problems = { byField: new Map(), lines: [], step: null };

type FieldErrors = Readonly<Record<string, readonly { readonly message: string }[]>>;

/** The org's words, each at the field it names; what names no field of the form stays a line. */
export function problemsOf(problem: unknown): Problems {
  const output = (problem as { body?: { output?: { fieldErrors?: FieldErrors } } }).body?.output;
  const byField = new Map<FieldName, string>();
  for (const [field, errors] of Object.entries(output?.fieldErrors ?? {}))
    if (field in FIELDS) byField.set(field as FieldName, errors.map((error) => error.message).join(' '));
  const placed = new Set(byField.values());
  const steps = [...byField.keys()].map((field) => FIELDS[field].step);
  return {
    byField,
    lines: reduceErrors(problem).filter((line) => !placed.has(line)),
    step: steps.length > 0 ? Math.min(...steps) : null,
  };
}
