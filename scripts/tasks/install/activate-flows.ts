import type { OrgPort } from '../../salesforce/org-port.ts';
import { soql } from '../../salesforce/soql.ts';

/**
 * In production a deployed flow arrives inactive unless the org says otherwise: each latest version is activated through
 * its definition and read back. Returns the flows that are still not active.
 */
export async function activateFlows(org: OrgPort, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  for (const definition of await definitions(org, names)) {
    if (definition.active === definition.latest) continue;
    await org.toolingUpdate('FlowDefinition', {
      Id: definition.id,
      Metadata: { activeVersionNumber: definition.latest },
    });
  }
  const active = new Set(
    (await definitions(org, names)).filter((flow) => flow.active === flow.latest).map((flow) => flow.name),
  );
  return names.filter((name) => !active.has(name));
}

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly active: number | undefined;
  readonly latest: number | undefined;
}

async function definitions(org: OrgPort, names: readonly string[]): Promise<Definition[]> {
  const rows = await org.toolingQuery(
    soql`SELECT Id, DeveloperName, ActiveVersion.VersionNumber, LatestVersion.VersionNumber FROM FlowDefinition WHERE DeveloperName IN ${names}`,
  );
  return rows.map((row) => ({
    id: String(row['Id']),
    name: String(row['DeveloperName']),
    active: versionNumber(row['ActiveVersion']),
    latest: versionNumber(row['LatestVersion']),
  }));
}

function versionNumber(version: unknown): number | undefined {
  return (version as { VersionNumber?: number } | null)?.VersionNumber;
}
