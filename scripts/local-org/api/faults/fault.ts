import { z } from 'zod';
import { OrgError } from '../../errors.ts';

/** What can be made to go wrong, in the words of the local org's own API. */
export const FAULT_KINDS = [
  'row-lock',
  'session-expiry',
  'request-limit',
  'unavailable',
  'slow-answer',
  'cut-before-commit',
  'cut-after-commit',
  'clock-jump',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

const MOST_MILLISECONDS = 600_000;

const pattern = z.string().refine(isPattern, { error: 'Expected a regular expression' });

/** An order for a fault: which requests meet it, and how often. */
const FaultOrder = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** HTTP method; every one when absent. */
  method: z.string().toUpperCase().optional(),
  /** A regular expression that the path must contain; every path when absent. */
  path: pattern.optional(),
  /** How many requests are hit. */
  count: z.int().min(1).default(1),
  /** How many that would be hit are let through first. */
  skip: z.int().min(0).default(0),
  /** For `slow-answer`: how long. */
  milliseconds: z.int().min(0).max(MOST_MILLISECONDS).optional(),
  /** For `clock-jump`: how far, backwards when below zero. */
  seconds: z.number().optional(),
});

export type FaultOrder = z.infer<typeof FaultOrder>;

export function readFaultOrder(body: unknown): FaultOrder {
  const { success, data, error } = FaultOrder.safeParse(body);
  if (!success) throw new OrgError('INVALID_FAULT', z.prettifyError(error));
  if (data.kind === 'slow-answer' && data.milliseconds === undefined)
    throw new OrgError('INVALID_FAULT', 'Expected milliseconds beside the kind slow-answer');
  if (data.kind === 'clock-jump' && data.seconds === undefined)
    throw new OrgError('INVALID_FAULT', 'Expected seconds beside the kind clock-jump');
  return data;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source !== '';
  } catch {
    return false;
  }
}
