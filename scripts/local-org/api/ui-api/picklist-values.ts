import type { Session } from '../../org.ts';
import type { Field, PicklistValue, RecordType, SObjectType } from '../../schema/model.ts';
import { entityTag } from './entity-tag.ts';
import { valueLabel } from './labels.ts';
import { contentList, textOf } from './metadata-content.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeIdOf } from './record-types.ts';

export interface PicklistValueRepresentation {
  readonly attributes: Readonly<Record<string, unknown>> | null;
  readonly label: string;
  readonly validFor: readonly number[];
  readonly value: string;
}

export interface PicklistValuesRepresentation {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: PicklistValueRepresentation | null;
  readonly eTag: string;
  readonly url: string;
  readonly values: readonly PicklistValueRepresentation[];
}

/** The values of one picklist that a record type allows, in the user's language. */
export function picklistValues(
  session: Session,
  type: SObjectType,
  field: Field,
  options: { readonly recordType: RecordType | undefined; readonly urlBase: string },
): PicklistValuesRepresentation {
  const controllerValues = controllerIndex(type, field);
  const allowed = allowedValues(session, type, field, options.recordType);
  const representation = (value: PicklistValue): PicklistValueRepresentation => ({
    attributes: stageAttributes(value),
    label: valueLabel(value, session.user.language),
    validFor: (value.controllingValues ?? [])
      .flatMap(
        (controlling) => controllerValues[controlling] ?? controllerValues[CHECKBOX_VALUES[controlling] ?? ''] ?? [],
      )
      .sort((a, b) => a - b),
    value: value.value,
  });
  const values = allowed.values.map(representation);
  const recordTypeId =
    (options.recordType && recordTypeIdOf(session, type, options.recordType)) ?? MASTER_RECORD_TYPE_ID;
  const content = {
    controllerValues,
    defaultValue: values.find(({ value }) => value === allowed.defaultValue) ?? null,
    url: `${options.urlBase}/ui-api/object-info/${type.name}/picklist-values/${recordTypeId}/${field.name}`,
    values,
  };
  return { ...content, eTag: entityTag(content) };
}

/** All picklists of an object that the user may see. */
export function picklistFields(session: Session, type: SObjectType): Field[] {
  return type.fields.filter((field) => field.picklist !== undefined && session.access.canReadField(type, field.name));
}

interface Allowed {
  readonly values: readonly PicklistValue[];
  readonly defaultValue: string | undefined;
}

function allowedValues(session: Session, type: SObjectType, field: Field, recordType: RecordType | undefined): Allowed {
  const active = (field.picklist?.values ?? []).filter((value) => value.active);
  const orgDefault = active.find((value) => value.isDefault)?.value;
  if (recordType === undefined) return { values: active, defaultValue: orgDefault };
  const process = processValues(session, type, field, recordType);
  const own = recordType.picklists[field.name];
  if (own === undefined && process === undefined) {
    // A record type lists the custom picklists it allows; a standard one that it does not name keeps its values.
    return field.custom ? { values: [], defaultValue: undefined } : { values: active, defaultValue: orgDefault };
  }
  const names = process?.names ?? own?.values ?? [];
  return {
    values: active.filter(({ value }) => names.includes(value)),
    defaultValue: process?.defaultValue ?? own?.defaultValue,
  };
}

const PROCESS_FIELDS: Readonly<Record<string, string>> = {
  Opportunity: 'StageName',
  Lead: 'Status',
  Case: 'Status',
  Solution: 'Status',
};

/** A stage or status comes from the record type's business process. */
function processValues(session: Session, type: SObjectType, field: Field, recordType: RecordType) {
  if (PROCESS_FIELDS[type.name] !== field.name || recordType.businessProcess === undefined) return undefined;
  const process = session.org.schema().component('BusinessProcess', `${type.name}.${recordType.businessProcess}`);
  if (process === undefined) return undefined;
  const values = contentList(process.content, 'values');
  // Names of picklist values travel percent-encoded in metadata.
  const nameOf = (value: Readonly<Record<string, unknown>>): string =>
    decodeURIComponent(textOf(value, 'fullName') ?? '');
  const preset = values.find((value) => value.default === true);
  return { names: values.map(nameOf), defaultValue: preset === undefined ? undefined : nameOf(preset) };
}

/** Metadata says of a checkbox what people see, the UI API what is stored. */
const CHECKBOX_VALUES: Readonly<Record<string, string>> = { unchecked: 'false', checked: 'true' };

/** Controlling value → its position; `validFor` speaks in positions. */
function controllerIndex(type: SObjectType, field: Field): Record<string, number> {
  const controller = type.field(field.picklist?.controllingField ?? '');
  if (controller === undefined) return {};
  if (controller.type === 'boolean') return { false: 0, true: 1 };
  const active = (controller.picklist?.values ?? []).filter((value) => value.active);
  return Object.fromEntries(active.map(({ value }, index) => [value, index]));
}

/** The misspelt key is the platform's own. */
function stageAttributes({ stage }: PicklistValue): Record<string, unknown> | null {
  if (stage === undefined) return null;
  return {
    closed: stage.closed,
    defaultProbability: stage.probability,
    forecastCategoryName: stage.forecastCategory,
    picklistAtrributesValueType: 'OpportunityStage',
    won: stage.won,
  };
}
