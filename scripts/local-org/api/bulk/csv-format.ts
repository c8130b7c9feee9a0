import { stringify } from 'csv-stringify/sync';
import { OrgError } from '../../errors.ts';

export const DELIMITERS = { BACKQUOTE: '`', CARET: '^', COMMA: ',', PIPE: '|', SEMICOLON: ';', TAB: '\t' } as const;
export const LINE_ENDINGS = { LF: '\n', CRLF: '\r\n' } as const;

export type ColumnDelimiter = keyof typeof DELIMITERS;
export type LineEnding = keyof typeof LINE_ENDINGS;

export interface CsvFormat {
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

export function readFormat(body: Readonly<Record<string, unknown>>): CsvFormat {
  const { columnDelimiter = 'COMMA', lineEnding = 'LF', contentType = 'CSV' } = body;
  if (contentType !== 'CSV') throw invalid('contentType', contentType, ['CSV']);
  if (typeof columnDelimiter !== 'string' || !(columnDelimiter in DELIMITERS))
    throw invalid('columnDelimiter', columnDelimiter, Object.keys(DELIMITERS));
  if (typeof lineEnding !== 'string' || !(lineEnding in LINE_ENDINGS))
    throw invalid('lineEnding', lineEnding, Object.keys(LINE_ENDINGS));
  return { columnDelimiter: columnDelimiter as ColumnDelimiter, lineEnding: lineEnding as LineEnding };
}

function invalid(name: string, value: unknown, allowed: readonly string[]): OrgError {
  return new OrgError(
    'INVALIDJOB',
    `InvalidJob : Expected ${name} to be one of ${allowed.join(', ')}, got ${String(value)}`,
  );
}

/** Every cell is quoted, as the platform does. */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  format: CsvFormat,
): string {
  return stringify([header, ...rows], {
    delimiter: DELIMITERS[format.columnDelimiter],
    record_delimiter: LINE_ENDINGS[format.lineEnding],
    quoted: true,
    quoted_empty: true,
  });
}
