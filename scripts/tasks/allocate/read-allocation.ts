import { DateTime } from 'luxon';
import { calibrationByUnit } from '../../model/dispatch/calibration.ts';
import type { Absence } from '../../model/dispatch/capacity.ts';
import { MidfieldError } from '../../model/errors.ts';
import type { OrgPort, OrgRecord } from '../../salesforce/org-port.ts';
import { soql } from '../../salesforce/soql.ts';
import { readHolidays } from '../dispatch/read-holidays.ts';
import { readOutcomes } from '../dispatch/read-outcomes.ts';
import type { TaskContext } from '../task.ts';
import type { AllocationState, BookingFacts, PersonFacts, WeekFacts } from './allocation-state.ts';
import { candidateFields } from './candidate-rows.ts';
import { readOrders } from './read-orders.ts';

const openStatuses = ['Validated', 'Deferred', 'Proposed'];

/** Asks the org for everything an allocation depends on. */
export async function readAllocation({ org, now }: Pick<TaskContext, 'org' | 'now'>): Promise<AllocationState> {
  const objects = await org.objects();
  if (!objects.has('MF_Dispatch__c')) throw new MidfieldError('PlaybookMissingInOrg', ['MF_Dispatch__c']);
  const [organization] = await org.query<{ TimeZoneSidKey: string; LanguageLocaleKey: string }>(
    'SELECT TimeZoneSidKey, LanguageLocaleKey FROM Organization',
  );
  const timeZone = organization?.TimeZoneSidKey ?? 'UTC';
  const orders = await readOrders(org, ['Submitted', ...openStatuses], calibrationByUnit(await readOutcomes(org)));
  return {
    today: DateTime.fromMillis(now(), { zone: timeZone }).toISODate() ?? '',
    timeZone,
    language: organization?.LanguageLocaleKey.startsWith('zh') ? 'zh' : 'en',
    submitted: orders.filter((order) => order.status === 'Submitted'),
    open: orders.filter((order) => order.status !== 'Submitted'),
    people: await readPeople(org),
    weeks: await readWeeks(org),
    holidays: await readHolidays(org),
    bookings: await readBookings(org),
    candidates: await org.query(
      `SELECT Id, Dispatch__c, ${candidateFields.join(', ')} FROM MF_Candidate__c` +
        soql` WHERE Dispatch__r.Status__c IN ${openStatuses}`,
    ),
    nominations: objects.has('MF_Nomination__c') ? await countNominations(org) : 0,
  };
}

async function readPeople(org: OrgPort): Promise<PersonFacts[]> {
  const people = await org.query<PersonRow>(
    'SELECT Id, Name, Region__c, Weekly_Hours__c, Load_Cap__c, Rate__r.Hourly_Rate__c FROM MF_Resource__c WHERE Active__c = true ORDER BY Id',
  );
  const skills = await org.query<SkillRow>(
    'SELECT Resource__c, Skill__r.Key__c, Level__c FROM MF_Resource_Skill__c WHERE Resource__r.Active__c = true',
  );
  const absences = await org.query<AbsenceRow>(
    'SELECT Resource__c, From__c, To__c, Hours_Per_Week__c FROM MF_Absence__c WHERE Resource__r.Active__c = true ORDER BY Id',
  );
  const skillsOf = Map.groupBy(skills, (skill) => skill.Resource__c);
  const absencesOf = Map.groupBy(absences, (absence) => absence.Resource__c);
  return people.map((person) => ({
    id: person.Id,
    name: person.Name,
    region: person.Region__c ?? '',
    weeklyHours: person.Weekly_Hours__c ?? 0,
    loadCap: person.Load_Cap__c === null ? null : person.Load_Cap__c / 100,
    rate: person.Rate__r?.Hourly_Rate__c ?? null,
    skills: Object.fromEntries(
      (skillsOf.get(person.Id) ?? []).map((skill) => [skill.Skill__r?.Key__c ?? '', skill.Level__c ?? 0]),
    ),
    absences: (absencesOf.get(person.Id) ?? []).map(absenceOf),
  }));
}

const absenceOf = (row: AbsenceRow): Absence => ({
  from: row.From__c,
  to: row.To__c,
  ...(row.Hours_Per_Week__c === null ? {} : { hoursPerWeek: row.Hours_Per_Week__c }),
});

async function readWeeks(org: OrgPort): Promise<WeekFacts[]> {
  const rows = await org.query<WeekRow>(
    'SELECT Id, Resource__c, Week_Start__c, Capacity__c, Calendar_Hours__c, Booked_Hours__c FROM MF_Resource_Week__c WHERE Resource__r.Active__c = true',
  );
  return rows.map((row) => ({
    id: row.Id,
    personId: row.Resource__c,
    monday: row.Week_Start__c,
    capacity: row.Capacity__c ?? 0,
    counted: row.Calendar_Hours__c,
    booked: row.Booked_Hours__c ?? 0,
  }));
}

async function readBookings(org: OrgPort): Promise<BookingFacts[]> {
  const rows = await org.query<BookingRow>(
    soql`SELECT Id, Dispatch__c, Resource_Week__r.Resource__c, Resource_Week__r.Week_Start__c, Hours__c, Status__c, Locked__c, Answer__c FROM MF_Booking__c WHERE Dispatch__r.Status__c IN ${openStatuses}`,
  );
  return rows.map((row) => ({
    id: row.Id,
    orderId: row.Dispatch__c,
    personId: row.Resource_Week__r.Resource__c,
    monday: row.Resource_Week__r.Week_Start__c,
    hours: row.Hours__c,
    status: row.Status__c,
    isLocked: row.Locked__c,
    isDeclined: row.Answer__c === 'Declined',
  }));
}

/** Open orders with a nominee: counted, and no part of any decision. */
async function countNominations(org: OrgPort): Promise<number> {
  const rows = await org.query<{ Dispatch__c: string }>(
    soql`SELECT Dispatch__c FROM MF_Nomination__c WHERE Dispatch__r.Status__c IN ${openStatuses}`,
  );
  return new Set(rows.map((row) => row.Dispatch__c)).size;
}

interface PersonRow extends OrgRecord {
  readonly Id: string;
  readonly Name: string;
  readonly Region__c: string | null;
  readonly Weekly_Hours__c: number | null;
  readonly Load_Cap__c: number | null;
  readonly Rate__r: { readonly Hourly_Rate__c: number | null } | null;
}

interface SkillRow extends OrgRecord {
  readonly Resource__c: string;
  readonly Skill__r: { readonly Key__c: string | null } | null;
  readonly Level__c: number | null;
}

interface AbsenceRow extends OrgRecord {
  readonly Resource__c: string;
  readonly From__c: string;
  readonly To__c: string;
  readonly Hours_Per_Week__c: number | null;
}

interface WeekRow extends OrgRecord {
  readonly Id: string;
  readonly Resource__c: string;
  readonly Week_Start__c: string;
  readonly Capacity__c: number | null;
  readonly Calendar_Hours__c: number | null;
  readonly Booked_Hours__c: number | null;
}

interface BookingRow extends OrgRecord {
  readonly Id: string;
  readonly Dispatch__c: string;
  readonly Resource_Week__r: { readonly Resource__c: string; readonly Week_Start__c: string };
  readonly Hours__c: number;
  readonly Status__c: string;
  readonly Locked__c: boolean;
  readonly Answer__c: string | null;
}
