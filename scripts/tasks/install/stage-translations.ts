import XMLBuilder from 'fast-xml-builder';
import type { Playbook } from '../../model/playbook/playbook.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';

/** A stage's label in the org's language → its Chinese label. */
export interface StageTranslation {
  readonly masterLabel: string;
  readonly translation: string;
}

/** Chinese labels of the stages of playbooks and of the platform's two closed ones. */
export function neededTranslations(playbooks: readonly Playbook[]): StageTranslation[] {
  const labels = new Map([
    ['Closed Won', '赢单'],
    ['Closed Lost', '丢单'],
  ]);
  for (const stage of playbooks.flatMap((playbook) => playbook.stages))
    if (!stage.post_win && !labels.has(stage.value)) labels.set(stage.value, `${stage.key} ${stage.name.zh}`);
  return [...labels].map(([masterLabel, translation]) => ({ masterLabel, translation }));
}

/** The org's own words with the missing ones added; a word that somebody wrote is never changed. Undefined = nothing to add. */
export function mergeTranslations(
  existing: readonly StageTranslation[],
  needed: readonly StageTranslation[],
): StageTranslation[] | undefined {
  const known = new Set(existing.filter((row) => row.translation !== '').map((row) => row.masterLabel));
  const missing = needed.filter((row) => !known.has(row.masterLabel));
  return missing.length === 0 ? undefined : [...existing.filter((row) => known.has(row.masterLabel)), ...missing];
}

export function parseTranslations(metadata: OrgRecord | undefined): StageTranslation[] {
  const rows = [metadata?.['valueTranslation'] ?? []].flat() as OrgRecord[];
  return rows.map((row) => ({
    masterLabel: String(row['masterLabel']),
    translation: String(row['translation'] ?? ''),
  }));
}

/** As a source file: `OpportunityStage-zh_CN.standardValueSetTranslation-meta.xml`. */
export function translationsXml(rows: readonly StageTranslation[]): string {
  const builder = new XMLBuilder({ format: true, indentBy: '    ', ignoreAttributes: false });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    StandardValueSetTranslation: { '@_xmlns': 'http://soap.sforce.com/2006/04/metadata', valueTranslation: rows },
  });
}
