import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import XMLBuilder from 'fast-xml-builder';
import { type Content } from '../../model/release/component.ts';
import type { PlanItem } from '../../model/release/release-plan.ts';
import { listOf, type SharedSets, WORDS_OF_OBJECT, WORDS_OF_STAGES } from './read-release-org.ts';

export interface ReleaseFiles {
  /** Path below the folder of the deploy → text. */
  readonly files: ReadonlyMap<string, string>;
  readonly deletions: readonly { readonly type: string; readonly fullName: string }[];
}

export interface FileSource {
  readonly items: readonly PlanItem[];
  readonly sets: SharedSets;
  /** Key → what the org has, so that what a release does not speak of stays as it is. */
  readonly contents: ReadonlyMap<string, Content>;
  /** Picklists of the opportunity: a new record type offers all of their values. */
  readonly picklists: ReadonlyMap<string, readonly string[]>;
}

const suffixes: Readonly<Record<string, readonly [folder: string, suffix: string]>> = {
  CustomField: ['fields', 'field'],
  ValidationRule: ['validationRules', 'validationRule'],
  BusinessProcess: ['businessProcesses', 'businessProcess'],
  RecordType: ['recordTypes', 'recordType'],
};

/** What is sent: the parts that are added or changed, and the sets they stand in, whole. Pure. */
export function releaseFiles(source: FileSource): ReleaseFiles {
  const written = source.items.filter((item) => item.content !== undefined && item.action !== 'same');
  const of = (type: string) => written.filter((item) => item.type === type);
  const files = new Map<string, string>();
  if (of('StageValue').length > 0)
    files.set(
      'standardValueSets/OpportunityStage.standardValueSet-meta.xml',
      xml('StandardValueSet', {
        sorted: false,
        standardValue: mergedStages(source.sets.stageValues, of('StageValue')),
      }),
    );
  if (of('StageWord').length > 0)
    files.set(
      `standardValueSetTranslations/${WORDS_OF_STAGES}.standardValueSetTranslation-meta.xml`,
      xml('StandardValueSetTranslation', {
        valueTranslation: merged(source.sets.stageWords, of('StageWord'), 'masterLabel'),
      }),
    );
  if (of('ObjectWord').length > 0)
    files.set(
      `objectTranslations/${WORDS_OF_OBJECT}.objectTranslation`,
      xml('CustomObjectTranslation', objectWords(source, of('ObjectWord'))),
    );
  for (const item of written) {
    const [path, text] = fileOf(item, source) ?? [];
    if (path !== undefined && text !== undefined) files.set(path, text);
  }
  const deletions = source.items
    .filter(({ action, content }) => action === 'remove' && content === undefined)
    .map(({ type, name }) => ({ type, fullName: name }));
  return { files, deletions };
}

export function writeReleaseFiles(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** New values stand before the first closed one, in the playbook's order; the org's own stay where and as they are. */
function mergedStages(existing: readonly Content[], items: readonly PlanItem[]): Content[] {
  const changed = merged(existing, items, 'fullName');
  const added = changed.slice(existing.length).map((value) => ({ default: false, ...value }));
  const kept = changed.slice(0, existing.length);
  const firstClosed = kept.findIndex((value) => String(value['closed']) === 'true');
  const at = firstClosed < 0 ? kept.length : firstClosed;
  return [...kept.slice(0, at), ...added, ...kept.slice(at)];
}

/** The members as they are, with ours changed, and the new ones behind them. */
function merged(existing: readonly Content[], items: readonly PlanItem[], key: string): Content[] {
  const ours = new Map(items.map((item) => [item.name, item.content ?? {}]));
  const names = new Set(existing.map((member) => String(member[key])));
  return [
    ...existing.map((member) => ({ ...member, ...activated(member, ours.get(String(member[key]))) })),
    ...[...ours].filter(([name]) => !names.has(name)).map(([, content]) => content),
  ];
}

/** A value that was switched off and is asked for again is switched on. */
function activated(member: Content, wanted: Content | undefined): Content | undefined {
  return wanted && String(member['isActive']) === 'false' ? { isActive: true, ...wanted } : wanted;
}

function objectWords({ sets }: FileSource, items: readonly PlanItem[]): Content {
  const lists = new Set(items.map(({ name }) => name.split('.')[0] ?? ''));
  const { fullName: _name, ...rest } = sets.objectWords;
  const changed = [...lists].map((list) => {
    const own = items
      .filter(({ name }) => name.startsWith(`${list}.`))
      .map((item) => ({ ...item, name: item.name.slice(list.length + 1) }));
    return [list, merged(listOf(sets.objectWords, list), own, 'name')] as const;
  });
  return { ...rest, ...Object.fromEntries(changed) };
}

function fileOf(item: PlanItem, source: FileSource): [string, string] | undefined {
  const { type, name, content = {} } = item;
  const before = source.contents.get(`${type} ${name}`) ?? {};
  const whole = { ...before, ...(type === 'RecordType' ? picklistsOf(name, before, source) : {}), ...content };
  if (type === 'PathAssistant') return [`pathAssistants/${name}.pathAssistant-meta.xml`, xml(type, without(whole))];
  const [folder, suffix] = suffixes[type] ?? [];
  if (folder === undefined || suffix === undefined) return undefined;
  const [object = '', short = ''] = name.split('.');
  return [`objects/${object}/${folder}/${short}.${suffix}-meta.xml`, xml(type, { fullName: short, ...without(whole) })];
}

function without({ fullName: _name, ...rest }: Content): Content {
  return rest;
}

/** A new record type would offer no value of any picklist; it offers all, of the deal type its own. */
function picklistsOf(name: string, before: Content, { picklists }: FileSource): Content {
  if (listOf(before, 'picklistValues').length > 0) return {};
  const dealType = name.slice('Opportunity.MF_'.length);
  const offered = [...picklists].filter(([field]) => field !== 'StageName' && field !== 'ForecastCategoryName');
  return {
    picklistValues: offered.map(([picklist, values]) => ({
      picklist,
      values:
        picklist === 'MF_Deal_Type__c'
          ? [{ fullName: dealType, default: true }]
          : values.map((value) => ({ fullName: encodeURIComponent(value).replaceAll('%20', ' '), default: false })),
    })),
  };
}

function xml(root: string, content: Content): string {
  const builder = new XMLBuilder({
    format: true,
    indentBy: '    ',
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
  });
  return builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    [root]: { '@_xmlns': 'http://soap.sforce.com/2006/04/metadata', ...(clean(content) as Content) },
  });
}

/** Without what is blank and without the marks of the SOAP answer that it was read from. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(
    ([key, member]) => !key.startsWith('$') && member !== null && member !== undefined,
  );
  const first = entries.filter(([key]) => key === 'fullName');
  const others = entries.filter(([key]) => key !== 'fullName').sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries([...first, ...others].map(([key, member]) => [key, clean(member)]));
}
