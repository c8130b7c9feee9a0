import type { GraphQLNamedType } from 'graphql';
import type { Session } from '../../org.ts';
import type { Field, SObjectType } from '../../schema/model.ts';
import { isReadable } from '../ui-api/access-errors.ts';

/** What the type builders share while one request's type system is made. */
export interface TypeContext {
  readonly session: Session;
  /** `66` */
  readonly version: number;
  /** Undefined = all of them (introspection). */
  readonly names: ReadonlySet<string> | undefined;
  readonly made: Map<string, GraphQLNamedType>;
}

/** One type per name: makes it on first use. The maker may refer back to the type only inside thunks. */
export function once<T extends GraphQLNamedType>(context: TypeContext, name: string, make: (name: string) => T): T {
  const known = context.made.get(name);
  if (known !== undefined) return known as T;
  const type = make(name);
  context.made.set(name, type);
  return type;
}

export function isNamed(context: TypeContext, name: string): boolean {
  return context.names === undefined || context.names.has(name);
}

/** The objects that the UI API serves this user. */
export function servedObjects(context: TypeContext): SObjectType[] {
  return context.session.org.schema().objects.filter((type) => isServed(context, type));
}

export function isServed(context: TypeContext, type: SObjectType): boolean {
  return (
    type.kind !== 'share' &&
    type.kind !== 'history' &&
    !type.name.endsWith('__mdt') &&
    isReadable(context.session, type)
  );
}

export function visibleFields(context: TypeContext, type: SObjectType): Field[] {
  return type.fields.filter(
    (field) => !field.compound && isNamed(context, field.name) && context.session.access.canReadField(type, field.name),
  );
}

/** The objects behind a lookup that the user may read. */
export function targetsOf(context: TypeContext, field: Field): SObjectType[] {
  return (field.reference?.to ?? []).flatMap((name) => {
    const target = context.session.org.schema().object(name);
    return target !== undefined && isServed(context, target) ? [target] : [];
  });
}

/** The lookups of an object that the request names, by relationship name. */
export function namedParents(
  context: TypeContext,
  type: SObjectType,
): { name: string; field: Field; targets: SObjectType[] }[] {
  return type.fields.flatMap((field) => {
    const name = field.reference?.relationshipName;
    if (name === undefined || !isNamed(context, name) || !context.session.access.canReadField(type, field.name))
      return [];
    const targets = targetsOf(context, field);
    return targets.length === 0 ? [] : [{ name, field, targets }];
  });
}

export interface NamedChild {
  readonly name: string;
  readonly child: SObjectType;
  readonly field: Field;
}

export function namedChildren(context: TypeContext, type: SObjectType): NamedChild[] {
  const schema = context.session.org.schema();
  return schema.children(type.name).flatMap(({ child, field, relationshipName }) => {
    const childType = schema.object(child);
    const reference = childType?.field(field);
    if (
      relationshipName === undefined ||
      !isNamed(context, relationshipName) ||
      childType === undefined ||
      reference === undefined
    )
      return [];
    const visible = isServed(context, childType) && context.session.access.canReadField(childType, reference.name);
    return visible ? [{ name: relationshipName, child: childType, field: reference }] : [];
  });
}
