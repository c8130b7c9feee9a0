import { OrgError } from '../errors.ts';
import type { SaveError } from '../save/contract.ts';
import type { ApiResponse } from './route.ts';

export interface RestError {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

/** Salesforce's array of errors for whatever a handler threw. */
export function errorResponse(error: unknown): ApiResponse {
  if (error instanceof OrgError) {
    const entry: RestError = { message: error.message, errorCode: error.code };
    return { status: error.httpStatus, body: [error.fields.length > 0 ? { ...entry, fields: error.fields } : entry] };
  }
  reportUnexpected(error);
  const message = error instanceof Error ? error.message : String(error);
  return { status: 500, body: [{ message: `The local org failed: ${message}`, errorCode: 'UNKNOWN_EXCEPTION' }] };
}

/** What a refused save of one record looks like to REST. */
export function saveErrorResponse(errors: readonly SaveError[]): ApiResponse {
  const body: RestError[] = errors.map(({ statusCode, message, fields }) => ({
    message,
    errorCode: statusCode,
    fields,
  }));
  return { status: statusOf(errors[0]?.statusCode), body };
}

export function notFound(message = 'The requested resource does not exist'): OrgError {
  return new OrgError('NOT_FOUND', message, { httpStatus: 404 });
}

function statusOf(code: string | undefined): number {
  if (code === 'ENTITY_IS_DELETED' || code === 'NOT_FOUND') return 404;
  if (code === 'NOT_SUPPORTED_BY_LOCAL_ORG') return 501;
  // Only If-Unmodified-Since leads here.
  if (code === 'ENTITY_SAVE_ERROR') return 412;
  return 400;
}

/** A defect of the local org itself: the caller gets the message, the terminal gets the stack. */
function reportUnexpected(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
