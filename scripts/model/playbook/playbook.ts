import { z } from 'zod';
import { Check } from './check.ts';
import { dealTypes, decisions, Key, Text } from './words.ts';

/** Letters of the RACI grid; `A/R` is one role that is both. */
export const raciLetters = ['R', 'A', 'C', 'I', 'A/R'] as const;

export const Stage = z.strictObject({
  key: Key,
  name: Text,
  /** Opportunity.StageName; of a post-win stage, the deal's own phase. */
  value: z.string().min(1).max(40),
  order: z.number().int().min(1).max(99),
  /** Nominal win probability in percent. */
  probability: z.number().min(0).max(100),
  /** Share of the presales budget that may be used up to the end of this stage, percent; absent = all of it. */
  budget_percent: z.number().min(0).max(100).optional(),
  standard_days: z.number().int().min(1).max(365),
  /** Percent of planned weight that must be passed. */
  threshold: z.number().min(1).max(100),
  decision: z.enum(decisions).optional(),
  post_win: z.boolean().default(false),
  guidance: Text.optional(),
  /** Sum of the weights of this stage's own checks: a check digit against slips. */
  total_weight: z.number().int().min(1).max(200),
  raci: z.record(Key, z.enum(raciLetters)),
  checks: z.array(Check).min(1),
});
export type Stage = z.infer<typeof Stage>;

export const Playbook = z.strictObject({
  key: Key,
  version: z.string().regex(/^\d+\.\d+$/, 'expected a version such as 1.0'),
  name: Text,
  deal_type: z.enum(dealTypes),
  effective_from: z.iso.date(),
  /** Share of expected margin that presales may cost, percent. */
  presales_budget_percent: z.number().min(0).max(100),
  /** Presales hours above which the deal must change its type; absent = no limit. */
  presales_hour_limit: z.number().positive().optional(),
  /** Amount in company currency above which the type is refused; absent = no limit. */
  amount_limit: z.number().positive().optional(),
  stages: z.array(Stage).min(1).max(20),
});
export type Playbook = z.infer<typeof Playbook>;
