import type { Connection } from 'jsforce';
import { zipOf } from '../../support/zip-of.ts';
import { file, manifest } from '../metadata/local-package.ts';

/** Deploys files through jsforce; the lines name the components as `CustomObject: Visit__c`. Throws what failed. */
export async function deploy(
  connection: Connection,
  lines: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const zip = await zipOf({ 'package.xml': manifest(lines), ...files });
  const result = await connection.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  if (!result.success) throw new Error(JSON.stringify(result.details?.componentFailures ?? result, undefined, 1));
}

/** A custom object whose inside is given: fields, rules, record types. */
export const customObject = (label: string, inside: string, sharing = 'ReadWrite'): string =>
  file(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus>${inside}<label>${label}</label>` +
      `<nameField><label>${label} Name</label><type>Text</type></nameField><pluralLabel>${label}s</pluralLabel>` +
      `<sharingModel>${sharing}</sharingModel>`,
  );

/** One field of an object's file. */
export const field = (name: string, type: string, inside = ''): string =>
  `<fields><fullName>${name}</fullName>${inside}<label>${name.replace(/__c$/, '').replaceAll('_', ' ')}</label><type>${type}</type></fields>`;

/** A permission set with all rights on objects and fields. */
export function permissionSet(
  objects: readonly string[],
  fields: readonly string[],
  recordTypes: readonly string[] = [],
): string {
  const rights = (object: string): string =>
    `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>true</modifyAllRecords><object>${object}</object><viewAllRecords>true</viewAllRecords></objectPermissions>`;
  const visible = (name: string): string =>
    `<fieldPermissions><editable>true</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
  const offered = (name: string): string =>
    `<recordTypeVisibilities><recordType>${name}</recordType><visible>true</visible></recordTypeVisibilities>`;
  return file(
    'PermissionSet',
    `${fields.map(visible).join('')}<label>All</label>${objects.map(rights).join('')}${recordTypes.map(offered).join('')}`,
  );
}

/** Gives the administrator those rights. */
export async function grant(
  connection: Connection,
  username: string,
  objects: readonly string[],
  fields: readonly string[],
  recordTypes: readonly string[] = [],
): Promise<void> {
  await deploy(connection, ['PermissionSet: All'], {
    'permissionsets/All.permissionset': permissionSet(objects, fields, recordTypes),
  });
  const idOf = async (soql: string): Promise<string> => {
    const { records } = await connection.query<{ Id: string }>(soql);
    const [found] = records;
    if (found === undefined) throw new Error(`Expected a row of ${soql}`);
    return found.Id;
  };
  await connection.sobject('PermissionSetAssignment').create({
    AssigneeId: await idOf(`SELECT Id FROM User WHERE Username = '${username}'`),
    PermissionSetId: await idOf("SELECT Id FROM PermissionSet WHERE Name = 'All'"),
  });
}
