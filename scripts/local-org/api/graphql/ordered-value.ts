import { Kind, type ValueNode } from 'graphql';

/** The plain value of an argument with the keys in the order written: graphql-js puts them in the order of the type. */
export function orderedValue(node: ValueNode, variables: Readonly<Record<string, unknown>>): unknown {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.NULL:
      return null;
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.LIST:
      return node.values.map((value) => orderedValue(value, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, orderedValue(value, variables)]));
    default:
      return node.value;
  }
}
