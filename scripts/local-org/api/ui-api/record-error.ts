import type { SaveError } from '../../save/contract.ts';
import type { SObjectType } from '../../schema/model.ts';
import type { ApiResponse } from '../route.ts';
import { formLabel } from './labels.ts';

interface RecordExceptionError {
  readonly constituentField: null;
  readonly duplicateRecordError: null;
  readonly errorCode: string;
  readonly field: string | null;
  readonly fieldLabel: string | null;
  readonly message: string;
}

const MESSAGES = {
  create: 'An error occurred while trying to create the record. Please try again.',
  update: 'An error occurred while trying to update the record. Please try again.',
} as const;

/** Error with Output: what stands at the top of the page and what stands at a field. */
export function recordErrorResponse(
  type: SObjectType,
  errors: readonly SaveError[],
  options: { readonly act: keyof typeof MESSAGES; readonly language: string },
): ApiResponse {
  const pageErrors: RecordExceptionError[] = [];
  const fieldErrors: Record<string, RecordExceptionError[]> = {};
  for (const error of errors) {
    const fields = error.fields.flatMap((name) => type.field(name) ?? []);
    if (fields.length === 0) pageErrors.push(entry(error, null, null));
    for (const field of fields) {
      (fieldErrors[field.name] ??= []).push(entry(error, field.name, formLabel(field, options.language)));
    }
  }
  const statusCode = statusOf(errors);
  return {
    status: statusCode,
    body: {
      message: MESSAGES[options.act],
      statusCode,
      enhancedErrorType: 'RecordError',
      output: { errors: pageErrors, fieldErrors },
    },
  };
}

function statusOf(errors: readonly SaveError[]): number {
  const codes = errors.map(({ statusCode }) => statusCode);
  if (codes.some((code) => code === 'ENTITY_IS_DELETED' || code === 'INVALID_CROSS_REFERENCE_KEY')) return 404;
  // The record changed after the moment named in If-Unmodified-Since: a precondition of HTTP.
  return codes.includes('ENTITY_SAVE_ERROR') ? 412 : 400;
}

function entry(error: SaveError, field: string | null, label: string | null): RecordExceptionError {
  return {
    constituentField: null,
    duplicateRecordError: null,
    errorCode: error.statusCode,
    field,
    fieldLabel: label,
    message: error.message,
  };
}
