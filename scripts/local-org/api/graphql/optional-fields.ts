import { type DocumentNode, type GraphQLSchema, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Takes out the fields marked `@optional` that the user cannot see, and what is left empty by that. */
export function withoutInvisibleOptionals(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: (node) => {
          const optional = node.directives?.some((directive) => directive.name.value === 'optional') ?? false;
          return optional && types.getParentType() != null && types.getFieldDef() == null ? null : undefined;
        },
        leave: (node) =>
          node.selectionSet?.kind === Kind.SELECTION_SET && node.selectionSet.selections.length === 0
            ? null
            : undefined,
      },
    }),
  );
}
