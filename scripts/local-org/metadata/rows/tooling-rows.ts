import type { Org, Row } from '../../org.ts';
import { flagOf, numberOf, wordOf } from '../../schema/content.ts';
import type { Component } from '../../schema/model.ts';
import type { RowWriter } from './row-writer.ts';

/** Components that the Tooling API shows as rows, with what it shows of each beside its id. */
const shown: Readonly<Record<string, (component: Component, known: Known) => Row>> = {
  CustomObject: ({ fullName, content }) => ({
    DeveloperName: fullName.replace(/__\w+$/, ''),
    Description: wordOf(content, 'description') ?? null,
    SharingModel: wordOf(content, 'sharingModel') ?? null,
  }),
  CustomField: (component, known) => ({
    DeveloperName: nameOf(component).replace(/__c$/, ''),
    ...tableOf(component, known),
    Length: numberOf(component.content, 'length') ?? null,
  }),
  ValidationRule: (component, known) => ({
    ValidationName: nameOf(component),
    EntityDefinitionId: known.entity(objectOf(component)),
    Active: flagOf(component.content, 'active'),
    Description: wordOf(component.content, 'description') ?? null,
    ErrorMessage: wordOf(component.content, 'errorMessage') ?? null,
    ErrorDisplayField: wordOf(component.content, 'errorDisplayField') ?? null,
  }),
  WorkflowRule: (component, known) => ({ Name: nameOf(component), ...tableOf(component, known) }),
  WorkflowFieldUpdate: (component, known) => ({
    Name: wordOf(component.content, 'name') ?? nameOf(component),
    EntityDefinitionId: known.entity(objectOf(component)),
    FieldDefinitionId: known.field(`${objectOf(component)}.${wordOf(component.content, 'field') ?? ''}`),
    SourceTableEnumOrId: known.table(objectOf(component)),
    LiteralValue: wordOf(component.content, 'literalValue') ?? null,
  }),
};

interface Known {
  entity(objectName: string): string | null;
  field(fullName: string): string | null;
  /** Standard objects are named, custom ones have the id of their component. */
  table(objectName: string): string;
}

const objectOf = ({ fullName }: Component): string => fullName.slice(0, fullName.indexOf('.'));
const nameOf = ({ fullName }: Component): string => fullName.slice(fullName.indexOf('.') + 1);

const tableOf = (component: Component, known: Known): Row => ({
  TableEnumOrId: known.table(objectOf(component)),
  EntityDefinitionId: known.entity(objectOf(component)),
});

/** Every deployed component of those types has its row, and no other row stays. */
export function writeToolingRows(org: Org, writer: RowWriter): void {
  const known = knownIds(org, writer);
  for (const [type, rowOf] of Object.entries(shown)) {
    const left = new Set(
      org.store.db
        .prepare(`SELECT "Id" AS id FROM "${type}"`)
        .all()
        .map((row) => String(row['id'])),
    );
    for (const component of writer.schema.components(type)) {
      if (isStandard(component)) continue;
      left.delete(component.id);
      writer.put(type, component.id, rowOf(component, known));
    }
    for (const id of left) writer.remove(type, id);
  }
}

/** What was deployed onto a standard object or field makes it no custom one. */
const isStandard = ({ type, fullName }: Component): boolean =>
  (type === 'CustomObject' && !fullName.includes('__')) || (type === 'CustomField' && !fullName.endsWith('__c'));

function knownIds(org: Org, writer: RowWriter): Known {
  const ids = (table: string): ReadonlyMap<string, string> =>
    new Map(
      org.store.db
        .prepare(`SELECT "DurableId" AS name, "Id" AS id FROM "${table}"`)
        .all()
        .map((row) => [String(row['name']), String(row['id'])]),
    );
  const entities = ids('EntityDefinition');
  const fields = ids('FieldDefinition');
  return {
    entity: (objectName) => entities.get(objectName) ?? null,
    field: (fullName) => fields.get(fullName) ?? null,
    table: (objectName) => writer.schema.component('CustomObject', objectName)?.id ?? objectName,
  };
}
