import { z } from 'zod';
import { Check } from './check.ts';
import { dealTypes, industries, Key, Text } from './words.ts';

/** Questions and compliance items that one industry adds to the stages of the playbooks of some deal types. */
export const IndustryPack = z.strictObject({
  key: Key,
  version: z.string().regex(/^\d+\.\d+$/, 'expected a version such as 1.0'),
  industry: z.enum(industries),
  name: Text,
  applies_to: z.array(z.enum(dealTypes)).min(1),
  stages: z
    .array(
      z.strictObject({
        /** Key of the stage the checks are added to. */
        stage: Key,
        total_weight: z.number().int().min(1).max(200),
        checks: z.array(Check).min(1),
      }),
    )
    .min(1),
});
export type IndustryPack = z.infer<typeof IndustryPack>;
