import type { Absence } from '../../dispatch/capacity.ts';
import { nameAt, pick } from '../names.ts';
import { demoPeople, regions, units } from '../people.ts';
import { dayAfter } from '../../dispatch/capacity.ts';
import { industrySkills, methodSkills, technologySkills } from './skills.ts';
import { type DemoSize, engineersOf } from './size.ts';

export interface DemoEngineer {
  /** MF_Resource__c.Key__c. */
  readonly key: string;
  readonly name: string;
  /** Key of the person who signs in; absent for whom the demo has no user. */
  readonly person?: string;
  readonly unit: string;
  readonly region: string;
  readonly grade: number;
  readonly rate: number;
  /** Final levels by skill. */
  readonly skills: Readonly<Record<string, number>>;
  readonly absences: readonly (Absence & { readonly kind: string })[];
}

export const regionNames: Readonly<Record<string, string>> = {
  hq: 'HQ',
  north: 'North',
  east: 'East',
  south: 'South',
  central: 'Central',
  southwest: 'Southwest',
  northwest: 'Northwest',
};

const ratesByLevel = [0, 160, 210, 280, 360, 450];
const unitName = (key: string) => units.find((unit) => unit.key === key)?.name ?? '';

/** The five of the story, then engineers of the presales centre and of the regions, the same for every Monday. */
export function demoEngineers(size: DemoSize, monday: string): DemoEngineer[] {
  const people = demoPeople().filter((person) => person.job === 'Presales' && person.unit === 'presales');
  return Array.from({ length: engineersOf[size] }, (_none, place) => {
    const person = people[place];
    const name = person ? `${person.lastName}${person.firstName}` : nameAt(place, 5);
    const told = person ? story(monday)[person.key] : undefined;
    const common = {
      key: `HY-E${String(place + 1).padStart(3, '0')}`,
      name,
      ...(person ? { person: person.key } : {}),
    };
    return { ...common, ...(told ?? generated(place, person !== undefined, monday)) };
  });
}

type Kind = Omit<DemoEngineer, 'key' | 'name' | 'person'>;

function story(monday: string): Readonly<Record<string, Kind>> {
  const hold = (hoursPerWeek: number) => [{ kind: 'Hold', from: monday, to: dayAfter(monday, 27), hoursPerWeek }];
  const of = (region: string, grade: number, rate: number, skills: Kind['skills'], absences: Kind['absences']) => {
    const unit = unitName(region === 'hq' ? 'presales' : region);
    return { region: regionNames[region] ?? 'HQ', unit, grade, rate, skills, absences };
  };
  return {
    'chen.li': of('hq', 5, 450, { PWR: 5, SEC: 4, BID: 4, DAT: 3 }, hold(8)),
    'wang.min': of('east', 4, 360, { FIN: 5, DAT: 4, CLD: 4, BID: 3 }, hold(16)),
    'presales.01': of('north', 3, 280, { GOV: 4, SEC: 3, CLD: 3, BID: 3 }, []),
    'presales.02': of('south', 3, 280, { PWR: 3, DAT: 4, CLD: 3, BID: 2 }, hold(24)),
    'presales.03': of('hq', 2, 210, { CLD: 2, DAT: 2, GOV: 2, BID: 2 }, []),
  };
}

function generated(place: number, central: boolean, monday: string): Kind {
  const region = central && place % 3 === 0 ? 'hq' : pick(regions, place);
  const level = 2 + ((place * 7) % 4);
  const industry = pick(industrySkills, place + Math.floor(place / 3));
  const technology = [pick(technologySkills, place), pick(technologySkills, place + 3 + (place % 4))];
  const skills: Record<string, number> = {
    // Nobody but the expert of the story leads in power: his hours are what the story is about.
    [industry]: industry === 'PWR' ? Math.min(3, level) : level,
    ...Object.fromEntries(technology.map((key, index) => [key, Math.max(1, level - index)])),
    [pick(methodSkills, place)]: Math.max(1, level - (place % 2)),
    [place % 3 === 0 ? 'CMP' : 'BID']: Math.max(1, level - 1),
  };
  return {
    region: regionNames[region] ?? 'HQ',
    unit: unitName(region === 'hq' ? 'presales' : region),
    grade: level,
    rate: (ratesByLevel[level] ?? 0) + (place % 4) * 10,
    skills,
    absences: absencesOf(place, monday),
  };
}

function absencesOf(place: number, monday: string): Kind['absences'] {
  const from = dayAfter(monday, 7 * (place % 11));
  if (place % 5 === 0) return [{ kind: 'Leave', from, to: dayAfter(from, 1 + (place % 4)) }];
  if (place % 7 === 0) return [{ kind: 'Training', from, to: dayAfter(from, 4), hoursPerWeek: 16 }];
  if (place % 13 === 0) return [{ kind: 'Sick', from, to: dayAfter(from, 2) }];
  return [];
}
