import { z } from 'zod';
import { answerTypes, checkKinds, decisions, evidenceKinds, Key, operators, Text } from './words.ts';

/** A condition on a field of the opportunity. Compiled at release to one native validation rule. */
export const Criterion = z
  .strictObject({
    field: z
      .string()
      .regex(/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/, 'expected a field API name, e.g. Amount or Account.Industry'),
    operator: z.enum(operators),
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  })
  .refine((c) => (c.value === undefined) === (c.operator === 'isBlank' || c.operator === 'isNotBlank'), {
    message: 'isBlank and isNotBlank take no value; every other operator needs one',
    path: ['value'],
  });
export type Criterion = z.infer<typeof Criterion>;

export const Answer = z
  .strictObject({ type: z.enum(answerTypes), options: z.array(Text).min(2).max(12).optional() })
  .refine((a) => (a.options !== undefined) === (a.type === 'Choice' || a.type === 'Multi'), {
    message: 'Choice and Multi need options; other answer types have none',
    path: ['options'],
  });
export type Answer = z.infer<typeof Answer>;

/** One requirement of a stage. Weight is in points of the stage's total; a Field check has none. */
export const Check = z
  .strictObject({
    key: Key,
    kind: z.enum(checkKinds),
    name: Text,
    why: Text.optional(),
    weight: z.number().int().min(0).max(100),
    mandatory: z.boolean().default(false),
    blocking: z.boolean().default(false),
    owner: Key,
    evidence: z.enum(evidenceKinds).default('None'),
    /** Days after passing on which the check lapses; absent = never. */
    validity_days: z.number().int().min(1).max(3650).optional(),
    /** Days after the stage was entered by which the check is due. */
    due_days: z.number().int().min(0).max(365).default(10),
    answer: Answer.optional(),
    criterion: Criterion.optional(),
    decision: z.enum(decisions).optional(),
    source: z.strictObject({ text: z.string().min(1).max(255), checked_on: z.iso.date() }).optional(),
    participation_point: Text.optional(),
    assessment_point: z.strictObject({ name: Text, weight: z.number().min(0).max(100) }).optional(),
  })
  .superRefine((check, context) => {
    const need = (ok: boolean, path: string, message: string) => {
      if (!ok) context.addIssue({ code: 'custom', path: [path], message });
    };
    need(
      (check.kind === 'Question') === (check.answer !== undefined),
      'answer',
      'a Question has an answer, other kinds have none',
    );
    need(
      (check.kind === 'Field') === (check.criterion !== undefined),
      'criterion',
      'a Field check has a criterion, other kinds have none',
    );
    need(
      (check.kind === 'Decision') === (check.decision !== undefined),
      'decision',
      'a Decision check names its decision, other kinds do not',
    );
    need(
      check.kind !== 'Compliance' || check.source !== undefined,
      'source',
      'a Compliance check names its source and the date it was checked',
    );
    need(
      check.kind !== 'Field' || check.weight === 0,
      'weight',
      'a Field check is a rule, not a record: its weight is 0',
    );
    need(check.kind === 'Field' || check.weight > 0, 'weight', 'expected a weight of at least 1');
  });
export type Check = z.infer<typeof Check>;
