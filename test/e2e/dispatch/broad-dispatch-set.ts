import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source } from '../gate/deploy-files.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Create, edit and delete on every record of dispatch, write on every field that can be written; no custom permission. */
export function broadDispatchPermissionSet(): string {
  const folder = join(source, 'dispatch/objects');
  const objects = readdirSync(folder).filter((object) => object !== 'MF_Deal__c');
  const fields = objects.flatMap((object) => fieldsOf(join(folder, object, 'fields'), object));
  const rights = ['Account', 'Opportunity', 'MF_Deal__c', ...objects].map(
    (object) =>
      `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?><PermissionSet ${NS}>${fields.join('')}<hasActivationRequired>false</hasActivationRequired><label>Broad Dispatch</label>${rights.join('')}</PermissionSet>`;
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
