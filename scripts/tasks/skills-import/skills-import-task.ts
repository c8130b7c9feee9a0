import { readFileSync } from 'node:fs';
import { type GradeLine, type ParsedGrades, parseGrades } from '../../model/dispatch/parse-grades.ts';
import { MidfieldError } from '../../model/errors.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';
import type { Task, TaskContext } from '../task.ts';

export interface SkillsImportInput {
  /** Path of the CSV. */
  readonly file: string;
}

export interface SkillsImportState {
  readonly file: string;
  readonly parsed: ParsedGrades;
  /** Key → id. */
  readonly engineers: ReadonlyMap<string, string>;
  readonly skills: ReadonlyMap<string, string>;
  /** `engineer id|skill id` → what the org says. */
  readonly grades: ReadonlyMap<string, OrgRecord>;
}

export interface SkillsImportPlan {
  readonly created: readonly GradeChange[];
  readonly updated: readonly GradeChange[];
  readonly unchanged: number;
}

export interface GradeChange {
  readonly line: number;
  readonly row: OrgRecord;
}

export interface SkillsImportOutcome {
  readonly refusals: readonly string[];
}

/** Writes the grades of a file. A file with one mistake is refused whole, before anything is written. */
export const skillsImport: Task<SkillsImportInput, SkillsImportState, SkillsImportPlan, SkillsImportOutcome> = {
  read: readGrades,
  plan: (state) => planSkillsImport(state),
  apply: applyGrades,
};

async function readGrades({ org }: TaskContext, { file }: SkillsImportInput): Promise<SkillsImportState> {
  const parsed = parseGrades(textOf(file));
  const keys = async (object: string) =>
    new Map(
      (await org.query(`SELECT Id, Key__c FROM ${object} WHERE Active__c = TRUE AND Key__c != NULL`)).map((row) => [
        String(row['Key__c']),
        String(row['Id']),
      ]),
    );
  if (!(await org.objects()).has('MF_Resource_Skill__c'))
    throw new MidfieldError('PlaybookMissingInOrg', ['MF_Resource_Skill__c']);
  const rows = await org.query(
    `SELECT Id, Resource__c, Skill__c, ${Object.values(fields).join(', ')} FROM MF_Resource_Skill__c`,
  );
  return {
    file,
    parsed,
    engineers: await keys('MF_Resource__c'),
    skills: await keys('MF_Skill__c'),
    grades: new Map(rows.map((row) => [`${String(row['Resource__c'])}|${String(row['Skill__c'])}`, row])),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new MidfieldError('FileNotFound', [file], { cause: error });
  }
}

const fields = {
  self: 'Self__c',
  manager: 'Manager_Grade__c',
  evidence: 'Evidence__c',
  validTo: 'Valid_To__c',
  link: 'Evidence_Link__c',
} as const satisfies Partial<Record<keyof GradeLine, string>>;

/** What the file says and the org does not. Pure. */
export function planSkillsImport({ file, parsed, engineers, skills, grades }: SkillsImportState): SkillsImportPlan {
  const mistakes = [
    ...parsed.mistakes,
    ...parsed.lines.flatMap(({ line, engineer, skill }) => [
      ...(engineer && !engineers.has(engineer) ? [`line ${line}: no active engineer has the key ${engineer}`] : []),
      ...(skill && !skills.has(skill) ? [`line ${line}: no active skill has the key ${skill}`] : []),
    ]),
  ];
  if (mistakes.length > 0) throw new MidfieldError('InputInvalid', [file, `\n${mistakes.join('\n')}`]);
  const created: GradeChange[] = [];
  const updated: GradeChange[] = [];
  for (const grade of parsed.lines) {
    const [resource, skill] = [engineers.get(grade.engineer) ?? '', skills.get(grade.skill) ?? ''];
    const found = grades.get(`${resource}|${skill}`);
    const wanted = Object.entries(fields).flatMap(([name, field]) => {
      const value = grade[name as keyof typeof fields];
      return value === undefined || value === found?.[field] ? [] : [[field, value] as const];
    });
    const row = Object.fromEntries(wanted);
    if (!found) created.push({ line: grade.line, row: { Resource__c: resource, Skill__c: skill, ...row } });
    else if (wanted.length > 0) updated.push({ line: grade.line, row: { Id: found['Id'], ...row } });
  }
  return { created, updated, unchanged: parsed.lines.length - created.length - updated.length };
}

async function applyGrades({ org, signal }: TaskContext, plan: SkillsImportPlan): Promise<SkillsImportOutcome> {
  const refusals: string[] = [];
  for (const [operation, changes] of [
    ['insert', plan.created],
    ['update', plan.updated],
  ] as const) {
    if (changes.length === 0) continue;
    const rows = changes.map(({ row }) => row);
    const results = await org[operation]('MF_Resource_Skill__c', rows, { signal });
    results.forEach(({ errors }, index) => {
      if (errors.length > 0) refusals.push(`line ${changes[index]?.line ?? 0}: ${errors.join(' ')}`);
    });
  }
  return { refusals };
}
