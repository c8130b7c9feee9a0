import { MidfieldError } from '../../model/errors.ts';
import type { OrgPort } from '../../salesforce/org-port.ts';

/** Full names of the active validation rules on Opportunity, the org's own among them. */
export async function readActiveRules(org: OrgPort): Promise<Set<string>> {
  const rows = await org.toolingQuery(
    "SELECT ValidationName FROM ValidationRule WHERE EntityDefinition.QualifiedApiName = 'Opportunity' AND Active = true",
  );
  return new Set(rows.map((row) => `Opportunity.${String(row['ValidationName'])}`));
}

/** Undefined when this edition does not tell its limits. */
export async function readRuleLimit(org: OrgPort): Promise<number | undefined> {
  try {
    const [row] = await org.toolingQuery(
      "SELECT Max FROM EntityLimit WHERE EntityDefinition.QualifiedApiName = 'Opportunity' AND Type = 'ActiveValidationRules'",
    );
    return row ? Number(row['Max']) : undefined;
  } catch (error) {
    if (error instanceof MidfieldError && error.code === 'OrgRejected') return undefined;
    throw error;
  }
}
