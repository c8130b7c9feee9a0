import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { MidfieldError } from '../../model/errors.ts';
import { countComponents } from './count-components.ts';
import type { PackageFacts } from './plan-install.ts';

const parser = new XMLParser({ ignoreDeclaration: true, parseTagValue: false });

/** What the built package brings, read from its files. */
export async function readPackage(
  directory: string,
): Promise<Omit<PackageFacts, 'neededStages' | 'neededTranslations'>> {
  if (!existsSync(directory)) throw new MidfieldError('FileNotFound', [directory]);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('-meta.xml'),
  );
  const named = (suffix: string) => files.filter((file) => file.endsWith(suffix));
  const text = (file: string) => readFileSync(join(directory, file), 'utf8');
  const objects = named('__c.object-meta.xml').map(
    (file) => [basename(file, '.object-meta.xml'), element(text(file), 'description') ?? ''] as const,
  );
  const onOpportunity = (file: string) => file.replaceAll('\\', '/').includes('/objects/Opportunity/');
  const fields = named('.field-meta.xml')
    .filter(onOpportunity)
    .map((file) => [basename(file, '.field-meta.xml'), element(text(file), 'type') ?? ''] as const);
  const rules = named('.validationRule-meta.xml').filter(
    (file) => onOpportunity(file) && element(text(file), 'active') === 'true',
  );
  return {
    directory,
    components: await countComponents(directory),
    objects: new Map(objects),
    opportunityFields: new Map(fields),
    opportunityRuleNames: new Set(rules.map((file) => basename(file, '.validationRule-meta.xml'))),
    flows: named('.flow-meta.xml')
      .filter((file) => element(text(file), 'status') === 'Active')
      .map((file) => basename(file, '.flow-meta.xml')),
    permissionSets: named('.permissionset-meta.xml').map((file) => basename(file, '.permissionset-meta.xml')),
  };
}

/** A top-level element of a component's file, as text. */
function element(xml: string, name: string): string | undefined {
  const root = Object.values(parser.parse(xml) as Record<string, Record<string, unknown>>)[0];
  const value = root?.[name];
  return value === undefined ? undefined : String(value);
}
