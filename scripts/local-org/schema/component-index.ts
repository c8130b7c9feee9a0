import type { Component } from './model.ts';

/** Components by type and by full name, both without regard to case. */
export interface ComponentIndex {
  all(type: string): readonly Component[];
  get(type: string, fullName: string): Component | undefined;
  /** Children of an object: `Deal__c.Phase__c` belongs to `Deal__c`. */
  childrenOf(type: string, objectName: string): readonly Component[];
}

export function indexComponents(components: readonly Component[]): ComponentIndex {
  const byType = new Map<string, Component[]>();
  const byName = new Map<string, Component>();
  const byParent = new Map<string, Component[]>();
  for (const component of components) {
    append(byType, component.type, component);
    byName.set(key(component.type, component.fullName), component);
    const dot = component.fullName.indexOf('.');
    if (dot > 0) append(byParent, key(component.type, component.fullName.slice(0, dot)), component);
  }
  return {
    all: (type) => byType.get(type) ?? [],
    get: (type, fullName) => byName.get(key(type, fullName)),
    childrenOf: (type, objectName) => byParent.get(key(type, objectName)) ?? [],
  };
}

const key = (type: string, name: string) => `${type}/${name.toLowerCase()}`;

function append<T>(map: Map<string, T[]>, name: string, value: T): void {
  const list = map.get(name);
  if (list) list.push(value);
  else map.set(name, [value]);
}

/** `Phase__c` of `Deal__c.Phase__c`. */
export const childName = (component: Component): string =>
  component.fullName.slice(component.fullName.indexOf('.') + 1);
