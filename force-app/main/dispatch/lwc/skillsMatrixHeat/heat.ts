import type { Frame, Grade } from 'c/skillsMatrix';

export interface HeatRow {
  readonly skillId: string;
  readonly name: string;
  /** Unit that keeps the grading of the skill even. */
  readonly unit: string;
  /** Level that counts: of those that open orders ask for, the one with the widest gap; otherwise that of an own solution. */
  readonly level: number;
  /** People at that level or above, by unit of the people in the order of `unitsOf`. */
  readonly byUnit: readonly number[];
  readonly have: number;
  readonly need: number;
  readonly gap: number;
}

const USUAL_LEVEL = 3;

export const unitsOf = ({ people }: Frame): string[] => [...new Set(people.map(({ unit }) => unit))].sort();

/** Have, need and gap of every skill, the widest gap first within the unit that owns the skill. */
export function heatOf(frame: Frame, grades: ReadonlyMap<string, Grade>): HeatRow[] {
  const units = unitsOf(frame);
  return frame.skills
    .map(({ id, name, unit }) => {
      const demands = frame.demands.filter(({ skillId }) => skillId === id);
      const ableAt = (level: number) =>
        frame.people.filter((person) => (grades.get(`${person.id}|${id}`)?.level ?? 0) >= level);
      const needAt = (level: number) =>
        demands.reduce((sum, demand) => sum + (demand.level >= level ? demand.people : 0), 0);
      const levels = [...new Set(demands.map((demand) => demand.level))].sort();
      const missing = (level: number) => needAt(level) - ableAt(level).length;
      const level = levels.toSorted((a, b) => missing(b) - missing(a))[0] ?? USUAL_LEVEL;
      const able = ableAt(level);
      return {
        skillId: id,
        name,
        unit,
        level,
        byUnit: units.map((one) => able.filter((person) => person.unit === one).length),
        have: able.length,
        need: needAt(level),
        gap: Math.max(0, missing(level)),
      };
    })
    .sort((a, b) => (a.unit === b.unit ? b.gap - a.gap || b.need - a.need : a.unit < b.unit ? -1 : 1));
}
