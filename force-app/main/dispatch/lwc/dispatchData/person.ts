import { inLanguage, labelAt, rowsOf, valueAt } from 'c/gateData';
import type { Holiday } from 'c/dispatchRules';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly region: string;
  readonly regionLabel: string;
  readonly weeklyHours: number;
  readonly grade: number | null;
}

export interface SkillName {
  readonly id: string;
  readonly name: string;
}

export function peopleOf(data: unknown): Person[] {
  return rowsOf(data, 'MF_Resource__c').map((node) => ({
    id: node.Id,
    name: String(valueAt(node, 'Name') ?? ''),
    unit: String(valueAt(node, 'Unit__c') ?? ''),
    region: String(valueAt(node, 'Region__c') ?? ''),
    regionLabel: labelAt(node, 'Region__c'),
    weeklyHours: Number(valueAt(node, 'Weekly_Hours__c') ?? 0),
    grade: valueAt(node, 'Grade__c') as number | null,
  }));
}

export function skillsOf(data: unknown): SkillName[] {
  return rowsOf(data, 'MF_Skill__c').map((node) => ({ id: node.Id, name: inLanguage(node, ['Name'], ['Name_Zh__c']) }));
}

export function holidaysOf(data: unknown): Holiday[] {
  return rowsOf(data, 'MF_Holiday__c').map((node) => {
    const region = valueAt(node, 'Region__c');
    return {
      date: String(valueAt(node, 'Date__c')),
      worked: valueAt(node, 'Is_Worked__c') === true,
      ...(region === null ? {} : { region: String(region) }),
    };
  });
}
