import { CONVERSION } from './conversion.ts';
import { DATE } from './date.ts';
import type { FunctionDefinition } from './definition.ts';
import { LOGICAL } from './logical.ts';
import { MATH } from './math.ts';
import { PICKLIST } from './picklist.ts';
import { RECORD } from './record.ts';
import { TEXT_FUNCTIONS } from './text.ts';

/** Every function of the platform's formula reference that this engine knows, by name in capitals. */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  [...LOGICAL, ...MATH, ...TEXT_FUNCTIONS, ...CONVERSION, ...DATE, ...PICKLIST, ...RECORD].map((one) => [
    one.name,
    one,
  ]),
);

export const findFunction = (name: string): FunctionDefinition | undefined => FUNCTIONS.get(name.toUpperCase());
