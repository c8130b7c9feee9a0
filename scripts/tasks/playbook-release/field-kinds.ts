import { MidfieldError } from '../../model/errors.ts';
import type { FieldKind } from '../../model/gate/field-criterion.ts';
import { standardFieldKind } from '../../model/gate/opportunity-fields.ts';
import type { OrgPort } from '../../salesforce/org-port.ts';

const kinds: Readonly<Record<string, FieldKind>> = {
  string: 'Text',
  email: 'Text',
  phone: 'Text',
  url: 'Text',
  double: 'Number',
  int: 'Number',
  long: 'Number',
  currency: 'Number',
  percent: 'Number',
  date: 'Date',
  boolean: 'Checkbox',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  reference: 'Lookup',
  textarea: 'LongText',
};

/** Kind of each field that a criterion names, as this org has it. A field that is gone is refused by the criteria's names. */
export async function readFieldKinds(
  org: OrgPort,
  checks: readonly { readonly key: string; readonly criterion?: { readonly field: string } | undefined }[],
): Promise<(field: string) => FieldKind> {
  const named = new Map<string, string[]>();
  for (const { key, criterion } of checks)
    if (criterion) named.set(criterion.field, [...(named.get(criterion.field) ?? []), key]);
  const objects = new Set([...named.keys()].map(objectOf));
  const fields = new Map(
    await Promise.all([...objects].map(async (object) => [object, await fieldsOf(org, object)] as const)),
  );
  const found = new Map<string, FieldKind>();
  const faults: string[] = [];
  for (const [field, checksOfIt] of named) {
    const type = fields.get(objectOf(field))?.get((field.split('.').at(-1) ?? '').toLowerCase());
    const kind = type === undefined ? undefined : kinds[type];
    if (kind) found.set(field, kind);
    else
      faults.push(
        `✖ ${checksOfIt.join(', ')}: Opportunity has no field ${field} in this org${type === undefined ? '' : ` that a rule can compare (it is a ${type})`}`,
      );
  }
  if (faults.length > 0) throw new MidfieldError('PlaybookInvalid', ['The playbook', faults.join('\n')]);
  return (field) => found.get(field) ?? standardFieldKind(field);
}

function objectOf(field: string): string {
  const [parent, ...rest] = field.split('.');
  return rest.length === 0 ? 'Opportunity' : (parent ?? '').replace(/__r$/, '__c');
}

async function fieldsOf(org: OrgPort, object: string): Promise<Map<string, string>> {
  const fields = await org.fields(object);
  return new Map([...fields].map(([name, type]) => [name.toLowerCase(), type]));
}
