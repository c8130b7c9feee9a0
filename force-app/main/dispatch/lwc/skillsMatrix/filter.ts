import { gradeKey, type Grade, type Person, type Skill } from './frame';

export interface Filter {
  readonly unit: string;
  readonly skill: string;
  readonly text: string;
}

export const noFilter: Filter = { unit: '', skill: '', text: '' };

export interface Shown {
  readonly people: readonly Person[];
  readonly skills: readonly Skill[];
}

/** Whom and what a filter leaves; a chosen skill comes first, and its people by their level in it. */
export function filtered(all: Shown, grades: ReadonlyMap<string, Grade>, { unit, skill, text }: Filter): Shown {
  const wanted = text.trim().toLowerCase();
  const levelOf = (person: Person) => grades.get(gradeKey(person.id, skill))?.level ?? 0;
  const people = all.people
    .filter((person) => unit === '' || person.unit === unit)
    .filter((person) => wanted === '' || person.name.toLowerCase().includes(wanted))
    .filter((person) => skill === '' || grades.has(gradeKey(person.id, skill)));
  if (skill === '') return { people, skills: all.skills };
  return {
    people: people.toSorted((a, b) => levelOf(b) - levelOf(a)),
    skills: [...all.skills.filter(({ id }) => id === skill), ...all.skills.filter(({ id }) => id !== skill)],
  };
}
