import { z } from 'zod';

/** The closed lists of the playbook model. Values are the picklist values of the org. */
export const dealTypes = ['HQ_Solution', 'Region_Solution', 'Standard_Product'] as const;
export const checkKinds = [
  'Question',
  'Action',
  'Compliance',
  'Role',
  'Document',
  'Decision',
  'Dispatch',
  'Field',
] as const;
export const industries = ['Power', 'Finance', 'Government'] as const;
export const decisions = ['ATI', 'ATB', 'ATC', 'ATAC'] as const;
export const answerTypes = ['YesNo', 'Choice', 'Multi', 'Number', 'Date', 'Text'] as const;
export const evidenceKinds = ['None', 'Link', 'Document', 'Signature', 'Record'] as const;
export const operators = [
  'equals',
  'notEquals',
  'greaterThan',
  'greaterOrEqual',
  'lessThan',
  'lessOrEqual',
  'isBlank',
  'isNotBlank',
  'contains',
] as const;

export type DealType = (typeof dealTypes)[number];
export type CheckKind = (typeof checkKinds)[number];
export type Industry = (typeof industries)[number];
export type Operator = (typeof operators)[number];

/** A text that a person reads: Chinese first, English second; both are always there. */
export const Text = z.strictObject({ zh: z.string().trim().min(1).max(255), en: z.string().trim().min(1).max(255) });
export type Text = z.infer<typeof Text>;

/** Keys join definition, record and log line: short, upper case, stable over versions. */
export const Key = z
  .string()
  .regex(/^[A-Z][A-Z0-9_-]{0,39}$/, 'expected upper case letters, digits, - or _, e.g. S5-TECH-REVIEW');
