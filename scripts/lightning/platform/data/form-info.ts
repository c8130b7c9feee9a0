import { layoutOf } from './layout-fields.ts';
import type { FieldInfo, ObjectInfo } from './object-info-cache.ts';
import { objectInfo } from './object-info-cache.ts';

const made = new Map<string, Promise<ObjectInfo>>();

/** Object info with the labels of forms: there a lookup is called after the record it leads to, not after its id. */
export function formInfo(object: string): Promise<ObjectInfo> {
  let info = made.get(object);
  if (info === undefined) {
    info = labelled(object);
    made.set(object, info);
    info.catch(() => made.delete(object));
  }
  return info;
}

async function labelled(object: string): Promise<ObjectInfo> {
  const info = await objectInfo(object);
  const labels = info.layoutable ? await layoutLabels(info.apiName) : new Map<string, string>();
  const named = (field: FieldInfo): FieldInfo => ({ ...field, label: labels.get(field.apiName) ?? withoutId(field) });
  return {
    ...info,
    fields: Object.fromEntries(Object.entries(info.fields).map(([name, field]) => [name, named(field)])),
  };
}

async function layoutLabels(object: string): Promise<Map<string, string>> {
  const { sections } = await layoutOf(object, 'Full', 'View');
  const items = sections.flatMap(({ layoutRows }) => layoutRows).flatMap(({ layoutItems }) => layoutItems);
  return new Map(
    items.flatMap(({ layoutComponents, label }) =>
      layoutComponents.flatMap(({ apiName }) => (apiName === null || label === '' ? [] : [[apiName, label] as const])),
    ),
  );
}

const withoutId = ({ label, reference, custom }: FieldInfo): string =>
  reference && !custom ? label.replace(/ ID$/, '') : label;
