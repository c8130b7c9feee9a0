import type { Grade } from './frame';

const FIELDS = ['Level__c', 'Self__c', 'Manager_Grade__c', 'Evidence__c', 'Valid_To__c', 'Is_Expired__c'] as const;

export const GRADE_FIELDS: string[] = FIELDS.map((field) => `MF_Resource_Skill__c.${field}`);

export function changedGrade({ id, fields }: LightningRecord): Grade {
  const value = (field: (typeof FIELDS)[number]) => (fields[field]?.value ?? null) as number | null;
  return {
    id,
    level: value('Level__c') ?? 0,
    self: value('Self__c'),
    manager: value('Manager_Grade__c'),
    evidence: value('Evidence__c'),
    validTo: value('Valid_To__c') as string | null,
    expired: fields['Is_Expired__c']?.value === true,
  };
}
