import type { Org, Row } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { writeStages } from './objects.ts';
import type { RowWriter } from './row-writer.ts';
import { rowWriter } from './row-writer.ts';
import { writeToolingRows } from './tooling-rows.ts';

/** Writes the rows by which the schema describes itself: EntityDefinition, FieldDefinition, EntityLimit, OpportunityStage. */
export function writeSchemaRows(org: Org, userId: string): void {
  const schema = org.schema();
  const writer = rowWriter(org, userId, schema);
  const entities = new DescribedRows(org, writer, 'EntityDefinition');
  const fields = new DescribedRows(org, writer, 'FieldDefinition');
  const limits = new DescribedRows(org, writer, 'EntityLimit');
  for (const type of schema.objects) {
    const entityId = entities.put(type.name, entityRow(type));
    if (type.kind === 'data')
      limits.put(`${type.name}.ActiveValidationRules`, { ...ruleLimit(type), EntityDefinitionId: entityId });
    for (const field of type.fields)
      fields.put(`${type.name}.${field.name}`, { ...fieldRow(field), EntityDefinitionId: entityId });
  }
  entities.removeOthers();
  limits.removeOthers();
  fields.removeOthers();
  writeToolingRows(org, writer);
  writeStages(writer);
}

/** Rows found again by their durable id; what is not put again goes. */
class DescribedRows {
  readonly #writer: RowWriter;
  readonly #objectName: string;
  readonly #left: Map<string, string>;

  constructor(org: Org, writer: RowWriter, objectName: string) {
    const rows = org.store.db.prepare(`SELECT "DurableId" AS name, "Id" AS id FROM "${objectName}"`).all();
    this.#left = new Map(rows.map((row) => [String(row['name']), String(row['id'])]));
    this.#writer = writer;
    this.#objectName = objectName;
  }

  put(DurableId: string, row: Row): string {
    const id = this.#left.get(DurableId) ?? this.#writer.newId(this.#objectName);
    this.#left.delete(DurableId);
    this.#writer.put(this.#objectName, id, { DurableId, ...row });
    return id;
  }

  removeOthers(): void {
    for (const id of this.#left.values()) this.#writer.remove(this.#objectName, id);
  }
}

/** What Enterprise edition allows. */
const ACTIVE_RULES = 100;

function ruleLimit({ validationRules }: SObjectType): Row {
  const active = validationRules.filter((rule) => rule.active).length;
  const Label = 'Active Validation Rules';
  return { Type: 'ActiveValidationRules', Label, Max: ACTIVE_RULES, Remaining: Math.max(0, ACTIVE_RULES - active) };
}

function entityRow(type: SObjectType): Row {
  return {
    MasterLabel: type.label,
    Label: type.label,
    PluralLabel: type.labelPlural,
    DeveloperName: type.name.replace(/__\w+$/, ''),
    QualifiedApiName: type.name,
    KeyPrefix: type.keyPrefix || null,
    InternalSharingModel: type.sharingModel,
    ExternalSharingModel: 'Private',
    IsCustomizable: type.kind === 'data',
    IsQueryable: type.queryable,
    IsCustomSetting: type.customSetting !== undefined,
    IsWorkflowEnabled: type.kind === 'data',
  };
}

function fieldRow(field: Field): Row {
  return {
    QualifiedApiName: field.name,
    DeveloperName: field.name.replace(/__c$/, ''),
    MasterLabel: field.label,
    Label: field.label,
    DataType: dataType(field),
    ValueTypeId: field.type,
    Length: field.length ?? null,
    Precision: field.precision ?? null,
    Scale: field.scale ?? null,
    IsCalculated: field.formula !== undefined,
    IsIndexed: field.externalId || field.unique !== undefined || field.reference !== undefined,
    IsNillable: field.nillable,
  };
}

const words: Readonly<Partial<Record<Field['type'], string>>> = {
  address: 'Address',
  boolean: 'Checkbox',
  currency: 'Currency',
  date: 'Date',
  datetime: 'Date/Time',
  double: 'Number',
  email: 'Email',
  int: 'Number',
  location: 'Geolocation',
  multipicklist: 'Picklist (Multi-Select)',
  percent: 'Percent',
  phone: 'Phone',
  picklist: 'Picklist',
  string: 'Text',
  textarea: 'Text Area',
  time: 'Time',
  url: 'URL',
};

/** `Text(80)`, `Lookup(Account)`, `Formula (Number)` as the setup pages write it. */
function dataType(field: Field): string {
  const word = words[field.type] ?? field.type;
  if (field.reference) {
    const kind = { MasterDetail: 'Master-Detail', Lookup: 'Lookup', Hierarchy: 'Hierarchy' }[field.reference.kind];
    return `${kind}(${field.reference.to.join(',')})`;
  }
  if (field.custom && field.formula) return `Formula (${word})`;
  if (field.summary) return `Roll-Up Summary (${field.summary.operation.toUpperCase()} ${field.summary.childObject})`;
  if (field.autoNumber) return 'Auto Number';
  if (field.type === 'string') return `Text(${field.length ?? 0})`;
  if (field.type === 'currency' || field.type === 'double' || field.type === 'percent') {
    return `${word}(${(field.precision ?? 18) - (field.scale ?? 0)}, ${field.scale ?? 0})`;
  }
  return word;
}
