import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  Kind,
  parse,
} from 'graphql';
import { NotSupportedError } from '../../errors.ts';
import { viewerOf } from '../ui-api/viewer.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import { documentNames } from './document-names.ts';
import { type ErrorType, shaped } from './error-shape.ts';
import { type GraphqlInput, graphqlInput } from './graphql-input.ts';
import { refuseDeepNesting } from './nesting-limit.ts';
import { withoutInvisibleOptionals } from './optional-fields.ts';
import type { Reader } from './reader.ts';
import { tooManySubqueries } from './subquery-limit.ts';
import type { TypeContext } from './type-context.ts';
import { typeSystem } from './type-system.ts';
import { validationErrors } from './validation.ts';

/** Parse, narrow the type system to the request's words, validate, run: the status is 200 whatever comes of it. */
export async function handleGraphql(request: ApiRequest): Promise<ApiResponse> {
  const input = graphqlInput(request);
  const parsed = parseDocument(input.query);
  if (parsed instanceof GraphQLError) return refused([parsed], 'InvalidSyntax');
  return run(request, input, parsed);
}

async function run(request: ApiRequest, input: GraphqlInput, parsed: DocumentNode): Promise<ApiResponse> {
  const types = typeContext(request, parsed, input.variables);
  const schema = typeSystem(types);
  const document = withoutInvisibleOptionals(schema, parsed);
  const invalid = validationErrors(schema, document);
  if (invalid.length > 0) return refused(invalid, 'ValidationError');
  const operation = getOperationAST(document, input.operationName);
  if (operation == null) return refused([new GraphQLError(noOperation(input))], 'OperationNotSupported');
  const excess = tooManySubqueries(document, operation);
  if (excess !== undefined) return refused([excess], 'ExecutionAborted');
  const variables = getVariableValues(schema, operation.variableDefinitions ?? [], { ...input.variables });
  if (variables.errors !== undefined) return refused(variables.errors, 'ValidationError');
  const reader: Reader = {
    request,
    types,
    viewer: viewerOf(request.session),
    fragments: fragmentsOf(document),
    variables: variables.coerced,
    rawVariables: input.variables,
    moreErrors: [],
  };
  const result = await execute({
    schema,
    document,
    contextValue: reader,
    variableValues: input.variables,
    operationName: input.operationName,
  });
  const errors = [...(result.errors ?? []), ...reader.moreErrors].map((error) => shaped(error, errorTypeOf(error)));
  return { status: 200, body: { data: result.data ?? null, errors } };
}

/** What the local org refuses by name is a valid request that it does not carry out. */
function errorTypeOf(error: GraphQLError): ErrorType {
  return error.originalError instanceof NotSupportedError ? 'OperationNotSupported' : 'DataFetchingException';
}

function typeContext(request: ApiRequest, document: DocumentNode, variables: unknown): TypeContext {
  const names = documentNames(document, variables);
  const introspects = names.has('__schema') || names.has('__type');
  return {
    session: request.session,
    version: Number.parseInt(request.apiVersion, 10),
    names: introspects ? undefined : names,
    made: new Map(),
  };
}

function parseDocument(query: string): DocumentNode | GraphQLError {
  try {
    refuseDeepNesting(query);
    return parse(query);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

function refused(errors: readonly GraphQLError[], type: ErrorType): ApiResponse {
  return { status: 200, body: { data: null, errors: errors.map((error) => shaped(error, type)) } };
}

function noOperation({ operationName }: GraphqlInput): string {
  return operationName === undefined
    ? 'Must provide operation name if query contains multiple operations.'
    : `Unknown operation named '${operationName}'.`;
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}
