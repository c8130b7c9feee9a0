import { ABSENT } from './absent.ts';
import { CONVERSION } from './conversion.ts';
import { DATE } from './date.ts';
import type { FunctionDefinition } from './definition.ts';
import { FORMATDURATION } from './duration.ts';
import { LINK } from './link.ts';
import { LOCATION } from './location.ts';
import { LOGICAL } from './logical.ts';
import { MATH } from './math.ts';
import { PICKLIST } from './picklist.ts';
import { RECORD } from './record.ts';
import { REGEX } from './regex.ts';
import { TEXT_FUNCTIONS } from './text.ts';
import { TIME } from './time.ts';
import { VLOOKUP } from './vlookup.ts';

const ALL: readonly FunctionDefinition[] = [
  ...LOGICAL,
  ...MATH,
  ...TEXT_FUNCTIONS,
  ...CONVERSION,
  ...DATE,
  ...TIME,
  FORMATDURATION,
  ...PICKLIST,
  ...RECORD,
  ...LOCATION,
  ...LINK,
  REGEX,
  VLOOKUP,
  ...ABSENT,
];

/** Every function of the platform's formula reference, by name in capitals; also those that are refused. */
export const FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(ALL.map((one) => [one.name, one]));

export const findFunction = (name: string): FunctionDefinition | undefined => FUNCTIONS.get(name.toUpperCase());
