import { NotSupportedError } from '../../errors.ts';
import type { SObjectType } from '../../schema/model.ts';
import names from '../standard-names.json' with { type: 'json' };

/** Objects and fields that pages and layouts name although the API does not show them as such. */
const furtherObjects = ['Activity', 'CaseClose', 'CaseInteraction', 'PersonAccount', 'SocialPersona'];
/** What the Tooling API alone has: Apex and its logs. */
const toolingObjects = [
  'ApexClassMember',
  'ApexCodeCoverage',
  'ApexCodeCoverageAggregate',
  'ApexExecutionOverlayAction',
  'ApexExecutionOverlayResult',
  'ApexOrgWideCoverage',
  'ApexResult',
  'ApexTriggerMember',
  'ContainerAsyncRequest',
  'DebugLevel',
  'MetadataContainer',
  'TraceFlag',
];
const furtherFields = ['CleanStatus', 'DunsNumber', 'NaicsCode', 'NaicsDesc', 'Tradestyle', 'YearStarted'];

const kinds: Readonly<Record<string, string>> = {
  __e: 'platform events',
  __b: 'big objects',
  __x: 'external objects',
  __kav: 'article types',
  __dlm: 'data model objects',
};

const objects = new Set([...names.objects, ...furtherObjects, ...toolingObjects].map((name) => name.toLowerCase()));
const fields = new Set(
  Object.entries(names.fields).flatMap(([object, list]) =>
    [...list, ...furtherFields].map((name) => `${object}.${name}`.toLowerCase()),
  ),
);

/** `platform events` for `Order__e`: kinds of objects that the local org has none of. */
export const unmodelledKind = (name: string): string | undefined => kinds[/__[a-z]+$/.exec(name)?.[0] ?? ''];

/** What an object is called whose name the platform knows and the local org does not; undefined for any other name. */
export function unmodelledObject(name: string): string | undefined {
  const kind = unmodelledKind(name);
  const what = kind ? `metadata of ${kind}` : objects.has(name.toLowerCase()) ? `object ${name}` : undefined;
  return what && new NotSupportedError(what).message;
}

/** The same for a standard field of an object that is there. */
export function unmodelledField(type: SObjectType, name: string): string | undefined {
  const fullName = `${type.name}.${name}`;
  return fields.has(fullName.toLowerCase()) ? new NotSupportedError(`field ${fullName}`).message : undefined;
}

/** The refusal of an object that each real org has: no client must think that it is not there. */
export const refusedObject = (name: string): NotSupportedError | undefined =>
  objects.has(name.toLowerCase()) ? new NotSupportedError(`object ${name}`) : undefined;

/** The same for a standard field. */
export const refusedField = (type: SObjectType, name: string): NotSupportedError | undefined =>
  fields.has(`${type.name}.${name}`.toLowerCase()) ? new NotSupportedError(`field ${type.name}.${name}`) : undefined;
