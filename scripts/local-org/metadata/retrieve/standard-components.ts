import type { Component, PicklistValue, Schema } from '../../schema/model.ts';
import { standardValueSets } from '../../schema/standard/standard-value-sets.ts';

const STAMP = '2000-01-01T00:00:00.000Z';

/** A component that every org has although nobody deployed it: value sets, standard objects, settings. */
export function standardComponent(schema: Schema, type: string, fullName: string): Component | undefined {
  if (type === 'StandardValueSet') return valueSet(schema, fullName);
  if (type === 'CustomObject') return standardObject(schema, fullName);
  if (type === 'CustomLabels' && fullName === type && schema.components('CustomLabel').length > 0)
    return component(type, fullName, {});
  if (type === 'Settings' && fullName === 'Opportunity')
    return component(type, fullName, { enableOpportunityTeam: true });
  return undefined;
}

export function standardNames(schema: Schema, type: string): string[] {
  if (type === 'StandardValueSet') return Object.keys(standardValueSets);
  if (type === 'Settings') return ['Opportunity'];
  if (type === 'CustomLabels') return [type];
  if (type === 'CustomObject') return schema.objects.filter(isCustomizable).map((object) => object.name);
  return [];
}

const component = (type: string, fullName: string, content: Component['content']): Component => {
  const nobody = { createdById: '', lastModifiedById: '', createdDate: STAMP, lastModifiedDate: STAMP };
  return { type, fullName, content, id: '', ...nobody };
};

const isCustomizable = (object: Schema['objects'][number]): boolean =>
  !object.custom && (object.kind === 'data' || object.name === 'User');

function standardObject(schema: Schema, fullName: string): Component | undefined {
  const object = schema.object(fullName);
  if (!object || !isCustomizable(object)) return undefined;
  return component('CustomObject', object.name, { sharingModel: object.sharingModel });
}

function valueSet(schema: Schema, fullName: string): Component | undefined {
  const [place] = standardValueSets[fullName] ?? [];
  const [object = '', field = ''] = place?.split('.') ?? [];
  const values = schema.object(object)?.field(field)?.picklist?.values;
  if (!values) return undefined;
  return component('StandardValueSet', fullName, { sorted: false, standardValue: values.map(standardValue) });
}

function standardValue({ value, label, isDefault, active, stage }: PicklistValue): Record<string, unknown> {
  const plain = { fullName: value, default: isDefault, label, ...(active ? {} : { isActive: false }) };
  if (!stage) return plain;
  const { closed, forecastCategory, probability, won } = stage;
  return { ...plain, closed, forecastCategory, probability, won };
}
