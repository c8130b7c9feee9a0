import type { Decimal } from 'decimal.js';

/**
 * What flows between closures. The static type says how to read it: Text is a string and never empty (an
 * empty text is null, as in the database), Number is a JS number while it is exact and a Decimal otherwise,
 * Date is days since 1970, DateTime milliseconds since 1970, Time milliseconds since midnight.
 */
export type Value = string | number | boolean | Decimal | Location | null;

/** The result of GEOLOCATION, which only DISTANCE can use. */
export interface Location {
  readonly latitude: number;
  readonly longitude: number;
}

export const textOrBlank = (text: string): string | null => (text === '' ? null : text);
