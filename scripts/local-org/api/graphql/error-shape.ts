import { GraphQLError, type SourceLocation } from 'graphql';
import { OrgError } from '../../errors.ts';

export type ErrorType =
  'InvalidSyntax' | 'ValidationError' | 'DataFetchingException' | 'OperationNotSupported' | 'ExecutionAborted';

export interface SalesforceGraphqlError {
  readonly message: string;
  readonly locations: readonly SourceLocation[];
  readonly paths: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Errors are told in the body of an answer whose status is 200. */
export function shaped(error: GraphQLError, fallback: ErrorType): SalesforceGraphqlError {
  const cause = error.originalError;
  const org =
    cause instanceof OrgError
      ? { errorCode: cause.code, ...(cause.fields.length > 0 ? { fields: cause.fields } : {}) }
      : {};
  return {
    message: error.message,
    locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
    paths: error.path ?? [],
    extensions: { ErrorType: fallback, ...org, ...error.extensions },
  };
}
