import { type DocumentNode, visit } from 'graphql';

/**
 * Every word that a request uses: field and argument names, types, keys of input objects and of variables. The type system is
 * built for these words alone, so it is small, and right for the user who asks.
 */
export function documentNames(document: DocumentNode, variables: unknown): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Name: (node) => {
      names.add(node.value);
    },
  });
  collectKeys(variables, names);
  return names;
}

function collectKeys(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const entry of value) collectKeys(entry, names);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      names.add(key);
      collectKeys(entry, names);
    }
  }
}
