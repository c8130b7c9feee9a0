import { figure, shortDate, type Person, type WeekFacts } from 'c/dispatchData';
import { fill } from 'c/labelText';
import { labels } from './labels';

/** A person with what a selected order says of them. */
export interface TimelinePerson extends Person {
  readonly rank?: number | null;
  readonly fit?: number | null;
  readonly chosen?: boolean;
  readonly whyNot?: string;
  readonly level?: number | null;
}

export interface Cell {
  readonly key: string;
  readonly column: number;
  readonly text: string;
  readonly words: string;
  readonly className: string;
  readonly style: string;
  /** Of the cell that the keyboard is on alone: each attribute is written again for every cell that comes into sight. */
  readonly tabIndex: string | null;
}

export interface Window {
  readonly first: string;
  readonly last: string;
}

export function cellOf(
  person: TimelinePerson,
  facts: WeekFacts | undefined,
  place: { readonly monday: string; readonly column: number; readonly window: Window | null; readonly active: boolean },
): Cell {
  const { monday, column, window, active } = place;
  const within = window !== null && monday >= window.first && monday <= window.last;
  const state = facts === undefined ? 'unknown' : facts.capacity === 0 ? 'away' : facts.free === 0 ? 'full' : 'open';
  return {
    key: `${person.id}|${monday}`,
    column,
    text: facts === undefined ? '' : facts.capacity === 0 ? '–' : figure(facts.free),
    words: facts === undefined ? labels.loading : wordsOf(person, monday, facts),
    className: `cell ${state}${within ? ' within' : ''}`,
    style: facts === undefined ? '' : barOf(person, facts),
    tabIndex: active ? '0' : null,
  };
}

function wordsOf(person: Person, monday: string, { capacity, booked, proposed, free, absences }: WeekFacts): string {
  const words = fill(
    labels.cell,
    person.name,
    shortDate(monday),
    figure(free),
    figure(capacity),
    figure(booked),
    figure(proposed),
  );
  return absences ? `${words} ${fill(labels.absent, absences)}` : words;
}

/** Confirmed hours from the left, then what is proposed, then what is free; the rest of the week is not worked. */
function barOf(person: Person, { capacity, booked, proposed }: WeekFacts): string {
  const whole = Math.max(person.weeklyHours, capacity, 1);
  const at = (hours: number) => `${String(Math.round((100 * Math.min(hours, whole)) / whole))}%`;
  const [one, two, three] = [at(booked), at(Math.min(capacity, booked + proposed)), at(capacity)];
  return `--booked:${one};--proposed:${two};--capacity:${three}`;
}
