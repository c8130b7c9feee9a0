import { NotSupportedError } from '../errors.ts';
import type { Session } from '../org.ts';
import type { Component } from '../schema/model.ts';
import { fileProperties } from './retrieve/file-properties.ts';
import { standardComponent, standardNames } from './retrieve/standard-components.ts';
import { isContainerOnly, metadataType, parentTypeOf } from './type-catalogue.ts';

/** The components of each asked type, standard ones included. A type that is not supported is refused by name. */
export function listMetadata(session: Session, types: readonly string[]): Record<string, unknown>[] {
  return types.flatMap((type) =>
    listed(session, type).map((component) => fileProperties(session, component, fileOf(component))),
  );
}

function listed(session: Session, type: string): Component[] {
  if (!metadataType(type) && !parentTypeOf(type)) throw new NotSupportedError(`metadata type ${type}`);
  const schema = session.org.schema();
  const deployed = schema.components(type);
  const names = new Set(deployed.map((each) => each.fullName));
  const standard = standardNames(schema, type).filter((name) => !names.has(name));
  return [
    ...deployed,
    ...standard.map((name) => standardComponent(schema, type, name)).filter((each) => each !== undefined),
  ];
}

function fileOf({ type, fullName }: Component): string {
  const info = metadataType(type) ?? metadataType(parentTypeOf(type) ?? '');
  if (!info) return fullName;
  if (info.bundle) return `${info.directoryName}/${fullName}`;
  const name = info.xmlName === type ? fullName : isContainerOnly(info.xmlName) ? info.xmlName : fullName.split('.')[0];
  return `${info.directoryName}/${name}.${info.suffix}`;
}
