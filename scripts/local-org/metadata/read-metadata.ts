import { NotSupportedError } from '../errors.ts';
import type { Session } from '../org.ts';
import type { Component } from '../schema/model.ts';
import { standardComponent } from './retrieve/standard-components.ts';
import { metadataType, parentTypeOf } from './type-catalogue.ts';
import { escapeXml } from './xml/escape-xml.ts';
import { writeFields } from './xml/write-typed.ts';

/** readMetadata: one record for each name, an empty one where there is no such component. */
export function readMetadata(session: Session, type: string, fullNames: readonly string[]): string {
  if (!metadataType(type) && !parentTypeOf(type)) throw new NotSupportedError(`metadata type ${type}`);
  const schema = session.org.schema();
  return fullNames
    .map((name) => {
      const component = schema.component(type, name) ?? standardComponent(schema, type, name);
      if (!component) return '<records xsi:nil="true"/>';
      return `<records xsi:type="${type}"><fullName>${escapeXml(component.fullName)}</fullName>${fieldsOf(session, component)}</records>`;
    })
    .join('');
}

function fieldsOf(session: Session, component: Component): string {
  const shape = component.type === 'Settings' ? `${component.fullName}Settings` : component.type;
  const own = writeFields(shape, { ...component.content }, '', new Set(['fullName']));
  return own + childrenOf(session, component);
}

function childrenOf(session: Session, parent: Component): string {
  const schema = session.org.schema();
  const kinds = Object.entries(metadataType(parent.type)?.children ?? {});
  return kinds
    .flatMap(([element, type]) =>
      schema
        .components(type)
        .filter((each) => each.fullName.startsWith(`${parent.fullName}.`))
        .map((each) => {
          const name = escapeXml(each.fullName.slice(parent.fullName.length + 1));
          return `<${element}><fullName>${name}</fullName>${writeFields(type, { ...each.content }, '', new Set(['fullName']))}</${element}>`;
        }),
    )
    .join('');
}
