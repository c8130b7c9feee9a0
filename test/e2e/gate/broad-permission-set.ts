import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const objects = [
  'MF_Playbook__c',
  'MF_Stage__c',
  'MF_Check_Definition__c',
  'MF_Responsibility__c',
  'MF_Role__c',
  'MF_Deal__c',
  'MF_Gate__c',
  'MF_Check__c',
  'MF_Waiver__c',
  'MF_Decision__c',
  'MF_Team_Member__c',
  'MF_Event_Log__c',
  'MF_Dispatch__c',
];

/** Create, edit and delete on every object, write on every field that can be written; no View or Modify All, no custom permission. */
export function broadPermissionSet(source: string): string {
  const fields = ['playbook', 'deal'].flatMap((part) => {
    const folder = join(source, part, 'objects');
    return readdirSync(folder)
      .filter((object) => object === 'Opportunity' || objects.includes(object))
      .flatMap((object) => fieldsOf(join(folder, object, 'fields'), object));
  });
  const rights = ['Account', 'Contact', 'Opportunity', ...objects].map(
    (object) =>
      `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><PermissionSet ${NS}>${fields.join('')}<hasActivationRequired>false</hasActivationRequired><label>Broad</label>${rights.join('')}</PermissionSet>`;
}

function fieldsOf(folder: string, object: string): string[] {
  return readdirSync(folder).flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    if (text.includes('<type>MasterDetail</type>') || text.includes('<required>true</required>')) return [];
    const readOnly = text.includes('<formula>') || text.includes('<type>Summary</type>');
    return [
      `<fieldPermissions><editable>${!readOnly}</editable><field>${object}.${file.replace('.field-meta.xml', '')}</field><readable>true</readable></fieldPermissions>`,
    ];
  });
}

/** Reads every opportunity and its tree: who closes checks or decides on deals of others. */
export function seesAllPermissionSet(): string {
  const tree = objects.slice(objects.indexOf('MF_Deal__c'));
  const rights = ['Account', 'Opportunity', ...tree].map(
    (object) =>
      `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>true</viewAllRecords></objectPermissions>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><PermissionSet ${NS}><hasActivationRequired>false</hasActivationRequired><label>Sees All</label>${rights.join('')}</PermissionSet>`;
}
