import { NotSupportedError } from '../../errors.ts';
import type { Component, Schema } from '../../schema/model.ts';
import { isContainerOnly, metadataType, parentTypeOf } from '../type-catalogue.ts';
import type { RetrieveRequest } from './request.ts';
import { standardComponent } from './standard-components.ts';

export interface Found {
  readonly components: readonly Component[];
  /** Whole objects asked for: all their children go with them. */
  readonly messages: readonly string[];
}

/** The components that a retrieve asks for; what is not there is said, as the platform says it. */
export function findComponents(schema: Schema, request: RetrieveRequest): Found {
  const components = new Map<string, Component>();
  const messages: string[] = [];
  for (const { name: type, members } of request.types) {
    if (!metadataType(type) && !parentTypeOf(type)) {
      messages.push(new NotSupportedError(`metadata type ${type}`).message);
      continue;
    }
    for (const member of members) {
      const found = member === '*' ? allOf(schema, type) : namedBy(schema, type, member);
      if (found.length === 0 && member !== '*')
        messages.push(`Entity of type '${type}' named '${member}' cannot be found`);
      for (const each of found) components.set(`${each.type}:${each.fullName}`, each);
    }
  }
  return { components: [...components.values()], messages };
}

function allOf(schema: Schema, type: string): Component[] {
  if (isContainerOnly(type)) return childrenOfContainer(schema, type);
  const found = schema.components(type);
  return type === 'CustomObject'
    ? found.filter((each) => each.fullName.includes('__')).flatMap((each) => withChildren(schema, each))
    : [...found];
}

function namedBy(schema: Schema, type: string, member: string): Component[] {
  if (isContainerOnly(type)) {
    return childrenOfContainer(schema, type).filter(
      (each) => type === 'CustomLabels' || each.fullName.startsWith(`${member}.`),
    );
  }
  const found = schema.component(type, member) ?? standardComponent(schema, type, member);
  if (!found) return [];
  return type === 'CustomObject' ? withChildren(schema, found) : [found];
}

const childTypesOf = (type: string): string[] => Object.values(metadataType(type)?.children ?? {});

const childrenOfContainer = (schema: Schema, type: string): Component[] =>
  childTypesOf(type).flatMap((child) => schema.components(child));

function withChildren(schema: Schema, object: Component): Component[] {
  const start = `${object.fullName}.`;
  const children = childTypesOf('CustomObject').flatMap((type) =>
    schema.components(type).filter((each) => each.fullName.startsWith(start)),
  );
  return [object, ...children];
}
