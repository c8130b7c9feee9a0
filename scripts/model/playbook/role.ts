import { z } from 'zod';
import { Key, Text } from './words.ts';

/** A collaboration role: who it is, what it owes, may decide and gains. */
export const Role = z.strictObject({
  key: Key,
  name: Text,
  duty: Text,
  authority: Text,
  interest: Text,
  /** Value of OpportunityTeamMember.TeamMemberRole that mirrors the role where team selling is on. */
  team_role: z.string().min(1).max(40).optional(),
});
export type Role = z.infer<typeof Role>;

/** The roles that all playbooks of a company name by key. */
export const RoleCatalogue = z.strictObject({ roles: z.array(Role).min(1) });
export type RoleCatalogue = z.infer<typeof RoleCatalogue>;
