import { demoHolidays } from '../../../model/demo/dispatch/calendar.ts';
import type { DemoEngineer } from '../../../model/demo/dispatch/engineers.ts';
import { demoSkills } from '../../../model/demo/dispatch/skills.ts';
import type { OrgRecord } from '../../../salesforce/org-port.ts';
import type { TaskContext } from '../../task.ts';
import { dayAfter } from '../apply-deals.ts';
import type { SeedPlan } from '../plan-seed.ts';
import { writeAll } from '../write-all.ts';
import { idsByWords, insertMissing } from './missing-rows.ts';

const ofDemo = "LIKE 'HY-E%'";

/** The calendar, the catalogue, and engineers with grades, absences, weeks and rates. Returns key → id. */
export async function applyEngineers(
  context: TaskContext,
  plan: SeedPlan,
  userOf: (person: string) => string | undefined,
): Promise<Map<string, string>> {
  const { pendingEngineers: pending } = plan.dispatch;
  await applyHolidays(context);
  const skills = await applySkills(context);
  const rows = new Map(plan.dispatch.engineers.map((engineer) => [engineer.key, resourceRow(engineer, userOf)]));
  const known = idsByWords(await context.org.query(`SELECT Id, Key__c FROM MF_Resource__c WHERE Key__c ${ofDemo}`), [
    'Key__c',
  ]);
  const ids = await insertMissing(context, 'engineers', 'MF_Resource__c', known, rows);
  await applyGrades(context, plan, ids, skills);
  await applyAbsences(context, pending, ids);
  await applyRates(context, plan, ids, userOf);
  return ids;
}

async function applyHolidays(context: TaskContext): Promise<void> {
  const known = idsByWords(await context.org.query('SELECT Id, Key__c FROM MF_Holiday__c'), ['Key__c']);
  const rows = demoHolidays().map(({ name, date, worked }) => {
    const key = `${date}|`;
    return [key, { Name: name, Date__c: date, Is_Worked__c: worked, Key__c: key }] as const;
  });
  await insertMissing(context, 'holidays', 'MF_Holiday__c', known, new Map(rows));
}

async function applySkills(context: TaskContext): Promise<Map<string, string>> {
  const known = idsByWords(await context.org.query('SELECT Id, Key__c FROM MF_Skill__c'), ['Key__c']);
  const rows = demoSkills.map(({ key, en, zh, family }) => {
    const unit = 'Presales Centre 售前中心';
    return [key, { Name: en, Name_Zh__c: zh, Key__c: key, Family__c: family, Unit__c: unit }] as const;
  });
  return insertMissing(context, 'skills', 'MF_Skill__c', known, new Map(rows));
}

function resourceRow(engineer: DemoEngineer, userOf: (person: string) => string | undefined): OrgRecord {
  const { key, name, person, unit, region, grade } = engineer;
  return {
    ...{ Key__c: key, Name: name, Unit__c: unit, Region__c: region, Grade__c: grade, Weekly_Hours__c: 40 },
    User__c: person === undefined ? null : (userOf(person) ?? null),
    Manager__c: userOf('lin.shan') ?? null,
    Load_Cap__c: grade === 5 ? 90 : null,
  };
}

/** Self, manager and evidence agree but for a claim a level higher here and there; a few grades have run out. */
async function applyGrades(
  context: TaskContext,
  plan: SeedPlan,
  ids: ReadonlyMap<string, string>,
  skills: ReadonlyMap<string, string>,
): Promise<void> {
  const known = idsByWords(
    await context.org.query(
      `SELECT Id, Resource__r.Key__c, Skill__r.Key__c FROM MF_Resource_Skill__c WHERE Resource__r.Key__c ${ofDemo}`,
    ),
    ['Resource__r.Key__c', 'Skill__r.Key__c'],
  );
  const rows = plan.dispatch.pendingEngineers.flatMap((engineer) =>
    Object.entries(engineer.skills).map(([key, level], index) => {
      const place = Number(engineer.key.slice(4)) + index;
      const isOld = place > 6 && place % 17 === 0;
      const row = {
        ...{ Resource__c: ids.get(engineer.key), Skill__c: skills.get(key) },
        ...{ Self__c: Math.min(5, level + (place > 6 ? place % 2 : 0)), Manager_Grade__c: level, Evidence__c: level },
        Valid_To__c: dayAfter(plan.state.today, isOld ? -20 - place : 60 + ((place * 37) % 300)),
      };
      return [`${engineer.key}|${key}`, row] as const;
    }),
  );
  await insertMissing(context, 'skill grades', 'MF_Resource_Skill__c', known, new Map(rows));
}

async function applyAbsences(
  context: TaskContext,
  pending: readonly DemoEngineer[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const known = idsByWords(
    await context.org.query(
      `SELECT Id, Resource__r.Key__c, From__c FROM MF_Absence__c WHERE Resource__r.Key__c ${ofDemo}`,
    ),
    ['Resource__r.Key__c', 'From__c'],
  );
  const rows = pending.flatMap((engineer) =>
    engineer.absences.map(({ kind, from, to, hoursPerWeek }) => {
      const row = { Resource__c: ids.get(engineer.key), Kind__c: kind, From__c: from, To__c: to };
      return [`${engineer.key}|${from}`, { ...row, Hours_Per_Week__c: hoursPerWeek ?? null }] as const;
    }),
  );
  await insertMissing(context, 'absences', 'MF_Absence__c', known, new Map(rows));
}

/** The rate last: an engineer without one is half done and is gone on with. */
async function applyRates(
  context: TaskContext,
  plan: SeedPlan,
  ids: ReadonlyMap<string, string>,
  userOf: (person: string) => string | undefined,
): Promise<void> {
  const { pendingEngineers: pending, monday } = plan.dispatch;
  const known = idsByWords(
    await context.org.query(`SELECT Id, Resource__r.Key__c FROM MF_Rate__c WHERE Resource__r.Key__c ${ofDemo}`),
    ['Resource__r.Key__c'],
  );
  const rows = pending.map(({ key, rate, person }) => {
    const owner = (person === undefined ? undefined : userOf(person)) ?? plan.state.me;
    const from = `${monday.slice(0, 4)}-01-01`;
    return [key, { Resource__c: ids.get(key), Hourly_Rate__c: rate, Valid_From__c: from, OwnerId: owner }] as const;
  });
  const rates = await insertMissing(context, 'rates', 'MF_Rate__c', known, new Map(rows));
  await writeAll(context, {
    ...{ step: 'rates in force', object: 'MF_Resource__c', operation: 'update' },
    rows: pending.map(({ key }) => ({ Id: ids.get(key), Rate__c: rates.get(key) })),
  });
}
