import { NotSupportedError } from '../errors.ts';
import type { Session } from '../org.ts';
import type { Component } from '../schema/model.ts';
import { standardComponent } from './retrieve/standard-components.ts';
import { isContainerOnly, metadataType, parentTypeOf } from './type-catalogue.ts';
import { escapeXml } from './xml/escape-xml.ts';
import { writeFields } from './xml/write-typed.ts';

/** readMetadata: one record for each name, an empty one where there is no such component. */
export function readMetadata(session: Session, type: string, fullNames: readonly string[]): string {
  if (!metadataType(type) && !parentTypeOf(type)) throw new NotSupportedError(`metadata type ${type}`);
  const schema = session.org.schema();
  return fullNames
    .map((name) => {
      const component = schema.component(type, name) ?? standardComponent(schema, type, name);
      if (!component && isContainerOnly(type)) return containerOf(session, type, name);
      if (!component) return '<records xsi:nil="true"/>';
      return `<records xsi:type="${type}"><fullName>${escapeXml(component.fullName)}</fullName>${fieldsOf(session, component)}</records>`;
    })
    .join('');
}

/** CustomLabels and SharingRules are no components of their own: they are what is in them. */
function containerOf(session: Session, type: string, fullName: string): string {
  const children = childrenOf(session, { type, fullName });
  if (children === '') return '<records xsi:nil="true"/>';
  return `<records xsi:type="${type}"><fullName>${escapeXml(fullName)}</fullName>${children}</records>`;
}

function fieldsOf(session: Session, component: Component): string {
  const shape = component.type === 'Settings' ? `${component.fullName}Settings` : component.type;
  const own = writeFields(shape, { ...component.content }, '', new Set(['fullName']));
  return own + childrenOf(session, component);
}

function childrenOf(session: Session, parent: Pick<Component, 'type' | 'fullName'>): string {
  const schema = session.org.schema();
  const kinds = Object.entries(metadataType(parent.type)?.children ?? {});
  // A label's full name is its own; every other child's begins with its parent's.
  const start = parent.type === 'CustomLabels' ? '' : `${parent.fullName}.`;
  return kinds
    .flatMap(([element, type]) =>
      schema
        .components(type)
        .filter((each) => each.fullName.startsWith(start))
        .map((each) => {
          const name = escapeXml(each.fullName.slice(start.length));
          return `<${element}><fullName>${name}</fullName>${writeFields(type, { ...each.content }, '', new Set(['fullName']))}</${element}>`;
        }),
    )
    .join('');
}
