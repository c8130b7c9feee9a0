import { MidfieldError } from '../../model/errors.ts';
import type { OrgPort } from '../../salesforce/org-port.ts';
import type { OrgFacts, PackageFacts } from './plan-install.ts';
import { parseTranslations } from './stage-translations.ts';
import { parseStageValues } from './stage-values.ts';

/** Asks the org all that the plan needs to know. A question it will not answer is named, never guessed. */
export async function readOrg(org: OrgPort, ours: PackageFacts): Promise<OrgFacts> {
  const [organization] = await org.query('SELECT OrganizationType, IsSandbox FROM Organization');
  const objects = await org.objects();
  const unanswered: string[] = [];
  const ask = <T>(what: string, question: () => Promise<T>, otherwise: T) =>
    answered(unanswered, what, question, otherwise);
  return {
    organizationType: String(organization?.['OrganizationType'] ?? ''),
    isSandbox: organization?.['IsSandbox'] === true,
    hasTeamSelling: objects.has('OpportunityTeamMember'),
    existingObjects: await existingObjects(org, ours, objects),
    existingOpportunityFields: await existingFields(org, ours),
    stageValues: parseStageValues(await org.readMetadata('StandardValueSet', 'OpportunityStage')),
    stageTranslations: parseTranslations(
      await org.readMetadata('StandardValueSetTranslation', 'OpportunityStage-zh_CN'),
    ),
    activeOpportunityRules: await ask('active validation rules', () => activeRules(org, ours), 0),
    activeRuleLimit: await ask('the limit of active validation rules', () => ruleLimit(org), undefined),
    recordTypes: (
      await org.query("SELECT Name FROM RecordType WHERE SobjectType = 'Opportunity' AND IsActive = true")
    ).map((row) => String(row['Name'])),
    stageFieldUpdates: await ask('workflow field updates', () => stageFieldUpdates(org), []),
    unanswered,
  };
}

async function existingObjects(
  org: OrgPort,
  ours: PackageFacts,
  objects: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of ours.objects.keys()) {
    if (!objects.has(name)) continue;
    const metadata = await org.readMetadata('CustomObject', name);
    found.set(name, String(metadata?.['description'] ?? ''));
  }
  return found;
}

/** From the metadata, not from a describe: a field that this user has no right to see collides all the same. */
async function existingFields(org: OrgPort, ours: PackageFacts): Promise<Map<string, string>> {
  const wanted = new Set([...ours.opportunityFields.keys()].map((name) => `Opportunity.${name}`));
  const names = (await org.listMetadata('CustomField')).filter((name) => wanted.has(name));
  const found = await Promise.all(names.map((name) => org.readMetadata('CustomField', name)));
  return new Map(names.map((name, index) => [name.replace('Opportunity.', ''), String(found[index]?.['type'] ?? '')]));
}

/** The org's own active rules on Opportunity; ours are counted from the package. */
async function activeRules(org: OrgPort, ours: PackageFacts): Promise<number> {
  const rows = await org.toolingQuery(
    "SELECT ValidationName FROM ValidationRule WHERE EntityDefinition.QualifiedApiName = 'Opportunity' AND Active = true",
  );
  return rows.filter((row) => !ours.opportunityRuleNames.has(String(row['ValidationName']))).length;
}

async function ruleLimit(org: OrgPort): Promise<number | undefined> {
  const [row] = await org.toolingQuery(
    "SELECT Max FROM EntityLimit WHERE EntityDefinition.QualifiedApiName = 'Opportunity' AND Type = 'ActiveValidationRules'",
  );
  return row ? Number(row['Max']) : undefined;
}

async function stageFieldUpdates(org: OrgPort): Promise<string[]> {
  const names = (await org.listMetadata('WorkflowFieldUpdate')).filter((name) => name.startsWith('Opportunity.'));
  const updates = await Promise.all(names.map((name) => org.readMetadata('WorkflowFieldUpdate', name)));
  return names.filter((_name, index) => updates[index]?.['field'] === 'StageName');
}

async function answered<T>(unanswered: string[], what: string, question: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await question();
  } catch (error) {
    if (!(error instanceof MidfieldError) || error.code === 'OrgUnreachable') throw error;
    unanswered.push(`${what} (${error.tokens.join(' ')})`);
    return otherwise;
  }
}
