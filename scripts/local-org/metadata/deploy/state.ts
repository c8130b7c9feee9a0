import type { Component, Schema } from '../../schema/model.ts';
import { draftKey } from '../package/draft.ts';
import { metadataTypes } from '../type-catalogue.ts';

/** All components of an org by type and name, without regard to case. */
export type ComponentState = ReadonlyMap<string, Component>;

const everyType = metadataTypes.flatMap((each) => [each.xmlName, ...Object.values(each.children ?? {})]);

export function componentState(schema: Schema): Map<string, Component> {
  const components = everyType.flatMap((type) => schema.components(type));
  return new Map(components.map((component) => [draftKey(component.type, component.fullName), component]));
}

/** The components that stand below another one and go with it. */
export function childrenIn(state: ComponentState, parent: Component): Component[] {
  if (parent.type !== 'CustomObject') return [];
  const start = `${parent.fullName.toLowerCase()}.`;
  return [...state.values()].filter(
    (each) => each.fullName.toLowerCase().startsWith(start) && each.type !== 'QuickAction',
  );
}
