import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, visit } from 'graphql';

const MAX_SUBQUERIES = 10;

/** The platform runs up to ten object queries in one request. */
export function tooManySubqueries(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): GraphQLError | undefined {
  let found = 0;
  const above: string[] = [];
  visit(
    {
      kind: Kind.DOCUMENT,
      definitions: [operation, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
    },
    {
      Field: {
        enter: (node) => {
          if (above.length === 2 && above[0] === 'uiapi' && (above[1] === 'query' || above[1] === 'aggregate'))
            found += 1;
          above.push(node.name.value);
        },
        leave: () => {
          above.pop();
        },
      },
    },
  );
  if (found <= MAX_SUBQUERIES) return undefined;
  return new GraphQLError(`A request takes up to ${String(MAX_SUBQUERIES)} subqueries, got ${String(found)}.`, {
    nodes: [operation],
  });
}
