import { readFileSync } from 'node:fs';
import { parseWorthFormula } from '../../model/dispatch/parse-worth-formula.ts';
import type { WorthFormula } from '../../model/dispatch/worth.ts';
import { MidfieldError } from '../../model/errors.ts';

/** The formula of a file; MidfieldError when there is none or it is none. */
export function readWorthFormula(file: string): WorthFormula {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new MidfieldError('FileNotFound', [file], { cause: error });
  }
  return parseWorthFormula(text, file);
}
