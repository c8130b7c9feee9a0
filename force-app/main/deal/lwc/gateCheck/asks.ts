import type { Check } from 'c/gateData';
import { needsLink } from './draft';

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Which fields the form that closes a check shows, and what they offer. */
export interface Asks {
  readonly order: boolean;
  readonly link: boolean;
  readonly yesNo: boolean;
  readonly choice: boolean;
  readonly several: boolean;
  readonly number: boolean;
  readonly date: boolean;
  readonly options: readonly Choice[];
}

export function asksOf(check: Check): Asks {
  const type = check.answerType;
  return {
    order: check.kind === 'Dispatch',
    link: needsLink(check),
    yesNo: type === 'YesNo',
    choice: type === 'Choice',
    several: type === 'Multi',
    number: type === 'Number',
    date: type === 'Date',
    options: check.options.map((option) => ({ label: option, value: option })),
  };
}
