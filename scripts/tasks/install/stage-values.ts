import XMLBuilder from 'fast-xml-builder';
import type { Playbook } from '../../model/playbook/playbook.ts';
import type { OrgRecord } from '../../salesforce/org-port.ts';

/** A value of the org's opportunity stages, in the metadata's own words. */
export interface StageValue {
  readonly fullName: string;
  readonly label: string;
  readonly default: boolean;
  readonly closed: boolean;
  readonly won: boolean;
  readonly probability: number;
  readonly forecastCategory: string;
  readonly description?: string;
}

/** The values that playbooks need, in playbook order, each once. Post-win stages are phases of the deal, not values. */
export function neededStageValues(playbooks: readonly Playbook[]): StageValue[] {
  const values = new Map<string, StageValue>();
  for (const stage of playbooks.flatMap((playbook) => playbook.stages)) {
    if (stage.post_win || values.has(stage.value)) continue;
    values.set(stage.value, {
      fullName: stage.value,
      label: stage.value,
      default: false,
      closed: false,
      won: false,
      probability: stage.probability,
      forecastCategory: forecastCategory(stage.probability),
    });
  }
  return [...values.values()];
}

/**
 * The org's own values with the missing ones put before the first closed value. What the org has is never changed or
 * left out: a deploy would switch off what is missing. Undefined = nothing to add.
 */
export function mergeStageValues(
  existing: readonly StageValue[],
  needed: readonly StageValue[],
): StageValue[] | undefined {
  const known = new Set(existing.map((value) => value.fullName.toLowerCase()));
  const missing = needed.filter((value) => !known.has(value.fullName.toLowerCase()));
  if (missing.length === 0) return undefined;
  const firstClosed = existing.findIndex((value) => value.closed);
  const at = firstClosed < 0 ? existing.length : firstClosed;
  return [...existing.slice(0, at), ...missing, ...existing.slice(at)];
}

/** Reads the set as the Metadata API gives it: numbers and booleans may be texts, one value may come without a list. */
export function parseStageValues(metadata: OrgRecord | undefined): StageValue[] {
  const rows = [metadata?.['standardValue'] ?? []].flat() as OrgRecord[];
  return rows.map((row) => ({
    fullName: String(row['fullName']),
    label: String(row['label'] ?? row['fullName']),
    default: String(row['default']) === 'true',
    closed: String(row['closed']) === 'true',
    won: String(row['won']) === 'true',
    probability: Number(row['probability'] ?? 0),
    forecastCategory: String(row['forecastCategory'] ?? 'Pipeline'),
    ...(row['description'] === undefined ? {} : { description: String(row['description']) }),
  }));
}

/** The set as a source file: `OpportunityStage.standardValueSet-meta.xml`. */
export function stageValuesXml(values: readonly StageValue[]): string {
  const builder = new XMLBuilder({
    format: true,
    indentBy: '    ',
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
  });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    StandardValueSet: { '@_xmlns': 'http://soap.sforce.com/2006/04/metadata', sorted: false, standardValue: values },
  });
}

function forecastCategory(probability: number): string {
  return probability >= 75 ? 'Forecast' : probability >= 55 ? 'BestCase' : 'Pipeline';
}
