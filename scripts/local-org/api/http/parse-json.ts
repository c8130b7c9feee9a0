import { OrgError } from '../../errors.ts';

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new OrgError('JSON_PARSER_ERROR', `The request body is not valid JSON: ${detail}`, { cause });
  }
}
