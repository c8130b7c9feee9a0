import { inLanguage, labelAt, rowsOf, valueAt, type Node } from 'c/gateData';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly userId: string | null;
  readonly managerId: string | null;
}

export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly family: string;
  /** The unit that keeps the grading of this skill even. */
  readonly unit: string;
}

export interface Grade {
  readonly id: string;
  readonly level: number;
  readonly self: number | null;
  readonly manager: number | null;
  readonly evidence: number | null;
  readonly validTo: string | null;
  readonly expired: boolean;
}

/** How many people open orders ask for, at which level each. */
export interface Demand {
  readonly skillId: string;
  readonly level: number;
  readonly people: number;
}

export interface Frame {
  readonly people: readonly Person[];
  readonly skills: readonly Skill[];
  readonly demands: readonly Demand[];
}

export const emptyFrame: Frame = { people: [], skills: [], demands: [] };

export function frameOf(data: unknown): Frame {
  const text = (node: Node, field: string) => String(valueAt(node, field) ?? '');
  return {
    people: rowsOf(data, 'MF_Resource__c').map((node) => ({
      id: node.Id,
      name: text(node, 'Name'),
      unit: text(node, 'Unit__c'),
      userId: valueAt(node, 'User__c') as string | null,
      managerId: valueAt(node, 'Manager__c') as string | null,
    })),
    skills: rowsOf(data, 'MF_Skill__c').map((node) => ({
      id: node.Id,
      name: inLanguage(node, ['Name'], ['Name_Zh__c']),
      family: labelAt(node, 'Family__c'),
      unit: text(node, 'Unit__c'),
    })),
    demands: rowsOf(data, 'MF_Dispatch_Skill__c').map((node) => ({
      skillId: text(node, 'Skill__c'),
      level: Number(valueAt(node, 'Level__c') ?? 1),
      people: Number(valueAt(node, 'Dispatch__r', 'Headcount__c') ?? 1),
    })),
  };
}

export const gradeKey = (person: string, skill: string): string => `${person}|${skill}`;

export function gradesOf(data: unknown): [string, Grade][] {
  return rowsOf(data, 'MF_Resource_Skill__c').map((node) => {
    const number = (field: string) => valueAt(node, field) as number | null;
    const grade: Grade = {
      id: node.Id,
      level: number('Level__c') ?? 0,
      self: number('Self__c'),
      manager: number('Manager_Grade__c'),
      evidence: number('Evidence__c'),
      validTo: valueAt(node, 'Valid_To__c') as string | null,
      expired: valueAt(node, 'Is_Expired__c') === true,
    };
    return [gradeKey(String(valueAt(node, 'Resource__c')), String(valueAt(node, 'Skill__c'))), grade];
  });
}

/** Where the next page of graded skills begins; null at the end. */
export function nextPage(data: unknown): string | null {
  const connection = (data as { uiapi?: { query?: Record<string, { pageInfo?: PageInfo }> } })?.uiapi?.query;
  const info = connection?.['MF_Resource_Skill__c']?.pageInfo;
  return info?.hasNextPage ? info.endCursor : null;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly endCursor: string;
}
