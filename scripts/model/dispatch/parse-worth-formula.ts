import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { MidfieldError } from '../errors.ts';
import type { WorthFormula } from './worth.ts';

const share = z.number().min(0).max(1);
const score = z.number().min(0).max(100);

const worthFormula = z
  .strictObject({
    version: z.string().min(1).max(20),
    weights: z.strictObject({
      value: share,
      probability: share,
      tier: share,
      urgency: share,
      readiness: share,
      showcase: share,
    }),
    marginAtZero: z.number().positive(),
    marginAtHundred: z.number().positive(),
    tierScores: z.record(z.string(), score),
    urgencyBands: z.array(z.strictObject({ days: z.number().int().min(0), score })).min(1),
    urgencyBeyond: score,
    floor: z.strictObject({ grade: z.number().min(0).max(10), cap: score }),
  })
  .refine(({ weights }) => Math.abs(Object.values(weights).reduce((sum, one) => sum + one, 0) - 1) < 1e-9, {
    path: ['weights'],
    message: 'The weights must add up to 1.',
  })
  .refine(({ marginAtZero, marginAtHundred }) => marginAtHundred > marginAtZero, {
    path: ['marginAtHundred'],
    message: 'The margin worth 100 must be above the margin worth 0.',
  })
  .refine(
    ({ urgencyBands }) => urgencyBands.every(({ days }, at) => at === 0 || days > (urgencyBands[at - 1]?.days ?? 0)),
    {
      path: ['urgencyBands'],
      message: 'The bands must ascend by days.',
    },
  );

/** Reads a version of the worth formula. @param file its path, for the words of an error */
export function parseWorthFormula(text: string, file: string): WorthFormula {
  const parsed = worthFormula.safeParse(yamlOf(text, file));
  if (!parsed.success) throw new MidfieldError('InputInvalid', [file, `\n${z.prettifyError(parsed.error)}`]);
  return parsed.data;
}

function yamlOf(text: string, file: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new MidfieldError('YamlInvalid', [file, error.message], { cause: error });
  }
}
