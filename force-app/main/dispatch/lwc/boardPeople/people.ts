import type { OrderDetail, Person } from 'c/dispatchData';
import type { TimelinePerson } from 'c/boardTimeline';

export interface PeopleFilter {
  readonly text: string;
  readonly unit: string;
  /** Level of the chosen skill by person; null while no skill is chosen. */
  readonly levels: Readonly<Record<string, number>> | null;
}

/** The people who pass the filter; with an order selected, its best candidates come first. */
export function shownPeople(
  people: readonly Person[],
  { text, unit, levels }: PeopleFilter,
  detail: OrderDetail | undefined,
): TimelinePerson[] {
  const wanted = text.trim().toLowerCase();
  const candidates = new Map((detail?.candidates ?? []).map((one) => [one.personId, one]));
  const passing = people.filter(
    (person) =>
      (unit === '' || person.unit === unit) &&
      (levels === null || (levels[person.id] ?? 0) > 0) &&
      (wanted === '' || `${person.name} ${person.unit} ${person.regionLabel}`.toLowerCase().includes(wanted)),
  );
  return passing
    .map((person): TimelinePerson => {
      const { rank = null, fit, chosen, whyNot } = candidates.get(person.id) ?? {};
      return {
        ...person,
        rank,
        level: levels?.[person.id] ?? null,
        ...(fit === undefined ? {} : { fit }),
        ...(chosen === undefined ? {} : { chosen }),
        ...(whyNot === undefined ? {} : { whyNot }),
      };
    })
    .map((person, index) => ({ person, index }))
    .sort(
      (a, b) =>
        placeOf(a.person) - placeOf(b.person) || (b.person.level ?? 0) - (a.person.level ?? 0) || a.index - b.index,
    )
    .map(({ person }) => person);
}

/** Chosen, eligible by rank, unknown, ineligible. */
function placeOf({ chosen, rank, fit }: TimelinePerson): number {
  if (chosen) return 0;
  if (typeof rank === 'number') return rank;
  return fit === undefined ? 10_000 : 20_000;
}
