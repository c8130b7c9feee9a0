import type { OrgPort } from '../salesforce/org-port.ts';
import { soql } from '../salesforce/soql.ts';

/** Gives the running user the named permission sets that it lacks; returns those newly given. */
export async function assignPermissionSets(org: OrgPort, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const [user] = await org.query(soql`SELECT Id FROM User WHERE Username = ${org.username}`);
  const sets = await org.query(soql`SELECT Id, Name FROM PermissionSet WHERE Name IN ${names}`);
  const held = await org.query(
    soql`SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ${String(user?.['Id'])}`,
  );
  const heldIds = new Set(held.map((row) => row['PermissionSetId']));
  const missing = sets.filter((set) => !heldIds.has(set['Id']));
  const results = await org.insert(
    'PermissionSetAssignment',
    missing.map((set) => ({ AssigneeId: user?.['Id'], PermissionSetId: set['Id'] })),
  );
  return missing.filter((_set, index) => results[index]?.success).map((set) => String(set['Name']));
}
