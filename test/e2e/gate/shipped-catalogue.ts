import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { readPlaybookFiles } from '../../../scripts/tasks/playbook-files.ts';
import { partRows, playbookKey, playbookRow, roleRows } from '../../../scripts/tasks/playbook-load/playbook-rows.ts';

/** Writes and publishes the playbooks that are shipped, with their industry packs. */
export async function loadShippedPlaybooks(admin: Connection): Promise<void> {
  const { roles, playbooks, packs } = readPlaybookFiles(join(import.meta.dirname, '../../../config'));
  const upsert = async ({
    object,
    externalIdField,
    rows,
  }: {
    object: string;
    externalIdField: string;
    rows: readonly object[];
  }) => {
    for (let at = 0; at < rows.length; at += 200) {
      const results = await admin
        .sobject(object)
        .upsert(rows.slice(at, at + 200), externalIdField, { allOrNone: true });
      for (const result of [results].flat())
        if (!result.success) throw new Error(`${object}: ${JSON.stringify(result.errors)}`);
    }
  };
  await upsert(roleRows(roles.roles));
  for (const playbook of playbooks) {
    const key = playbookKey(playbook);
    await upsert({ object: 'MF_Playbook__c', externalIdField: 'Key_Version__c', rows: [playbookRow(playbook)] });
    for (const rows of partRows(playbook, packs)) await upsert(rows);
    await upsert({
      object: 'MF_Playbook__c',
      externalIdField: 'Key_Version__c',
      rows: [{ Key_Version__c: key, Status__c: 'Published' }],
    });
  }
}
