import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  specifiedRules,
  validate,
  type ValidationRule,
  visit,
} from 'graphql';

/** The platform's validator is graphql-java: its names of the errors, by the rule of graphql-js that finds the same. */
const ERROR_NAMES: Readonly<Record<string, string>> = {
  FieldsOnCorrectTypeRule: 'FieldUndefined',
  KnownArgumentNamesRule: 'UnknownArgument',
  KnownDirectivesRule: 'UnknownDirective',
  KnownFragmentNamesRule: 'UndefinedFragment',
  KnownTypeNamesRule: 'UnknownType',
  LoneAnonymousOperationRule: 'LoneAnonymousOperationViolation',
  NoFragmentCyclesRule: 'FragmentCycle',
  NoUndefinedVariablesRule: 'UndefinedVariable',
  NoUnusedFragmentsRule: 'UnusedFragment',
  NoUnusedVariablesRule: 'UnusedVariable',
  OverlappingFieldsCanBeMergedRule: 'FieldsConflict',
  PossibleFragmentSpreadsRule: 'InvalidFragmentType',
  ProvidedRequiredArgumentsRule: 'MissingFieldArgument',
  ScalarLeafsRule: 'SubSelectionRequired',
  UniqueOperationNamesRule: 'DuplicateOperationName',
  ValuesOfCorrectTypeRule: 'WrongType',
  VariablesAreInputTypesRule: 'NonInputTypeOnVariable',
  VariablesInAllowedPositionRule: 'VariableTypeMismatch',
};

export function validationErrors(schema: GraphQLSchema, document: DocumentNode): GraphQLError[] {
  if (validate(schema, document).length === 0) return [];
  const paths = fieldPaths(document);
  return specifiedRules.flatMap((rule) =>
    validate(schema, document, [rule]).map((error) => worded(rule, error, paths)),
  );
}

function worded(rule: ValidationRule, error: GraphQLError, paths: ReadonlyMap<ASTNode, string>): GraphQLError {
  const name = ERROR_NAMES[rule.name] ?? rule.name.replace(/Rule$/, '');
  const node = error.nodes?.[0];
  const at = node === undefined ? '' : (paths.get(node) ?? '');
  const message = `Validation error of type ${name}: ${detail(name, error)}${at === '' ? '' : ` @ '${at}'`}`;
  return new GraphQLError(message, { nodes: error.nodes });
}

function detail(name: string, error: GraphQLError): string {
  if (name === 'FieldUndefined') {
    const [, field, type] = /field "([^"]+)" on type "([^"]+)"/.exec(error.message) ?? [];
    return `Field '${field ?? ''}' in type '${type ?? ''}' is undefined`;
  }
  if (name === 'UnknownArgument') {
    const [, argument] = /argument "([^"]+)"/.exec(error.message) ?? [];
    return `Unknown field argument ${argument ?? ''}`;
  }
  // graphql-js proposes similar names; the platform does not.
  return error.message.replace(/ Did you mean .*\?$/, '');
}

/** Every node's place as the platform writes it: the fields above it, `uiapi/query/Account/edges`. */
function fieldPaths(document: DocumentNode): Map<ASTNode, string> {
  const paths = new Map<ASTNode, string>();
  const above: string[] = [];
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.FIELD) above.push(node.name.value);
      paths.set(node, above.join('/'));
    },
    leave: (node) => {
      if (node.kind === Kind.FIELD) above.pop();
    },
  });
  return paths;
}
