import { describe, expect, it } from 'vitest';
import {
  type CsvFormat,
  DELIMITERS,
  LINE_ENDINGS,
  readFormat,
  toCsv,
} from '../../../../../scripts/local-org/api/bulk/csv-format.ts';
import { parseUpload } from '../../../../../scripts/local-org/api/bulk/parse-upload.ts';
import { rowFromCells } from '../../../../../scripts/local-org/api/bulk/row-from-cells.ts';

const COMMA: CsvFormat = { columnDelimiter: 'COMMA', lineEnding: 'LF' };

async function rowsOf(text: string, format: CsvFormat = COMMA): Promise<string[][]> {
  return Array.fromAsync(parseUpload(Buffer.from(text), format));
}

const formats = Object.keys(DELIMITERS).flatMap((columnDelimiter) =>
  Object.keys(LINE_ENDINGS).map((lineEnding) => ({ columnDelimiter, lineEnding }) as CsvFormat),
);

describe('an uploaded file', () => {
  it.each(formats)('comes back as written with $columnDelimiter and $lineEnding', async (format) => {
    const rows = [
      ['a`b', 'c^d,e|f;g\th'],
      ['"quoted"', 'two\nlines'],
      ['中文 😀', ''],
    ];
    expect(await rowsOf(toCsv(['Name', 'Text'], rows, format), format)).toEqual([['Name', 'Text'], ...rows]);
  });

  it('may begin with a byte order mark and end without a line break', async () => {
    expect(await rowsOf('\uFEFFName\nx')).toEqual([['Name'], ['x']]);
  });

  it('is read in pieces without loss', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`name ${index} 中`, 'x'.repeat(40)]);
    expect(await rowsOf(toCsv(['A', 'B'], rows, COMMA))).toEqual([['A', 'B'], ...rows]);
  });

  it.each([
    ['A,B\n1\n', 'InvalidBatch : Failed to parse CSV'],
    ['A\n"open\n', 'InvalidBatch : Failed to parse CSV'],
    ['A\r\n1\r\n', 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF'],
  ])('is refused whole: %j', async (text, message) => {
    await expect(rowsOf(text)).rejects.toThrow(message);
  });
});

describe('a row of a file', () => {
  it('leaves out empty cells and blanks what says #N/A', () => {
    const columns = ['A', 'B', 'C'].map((name) => ({ kind: 'field', name }) as const);
    expect(rowFromCells(columns, ['x', '', '#N/A'])).toEqual({ A: 'x', C: null });
  });

  it('names a parent by its key', () => {
    const column = { kind: 'parent', relationship: 'Owner', key: 'Username', type: 'User' } as const;
    expect(rowFromCells([column], ['me'])).toEqual({ Owner: { attributes: { type: 'User' }, Username: 'me' } });
  });
});

describe('the format of a job', () => {
  it('is comma and LF when nothing is said', () => {
    expect(readFormat({})).toEqual(COMMA);
  });

  it.each([{ columnDelimiter: 'SPACE' }, { lineEnding: 'CR' }, { contentType: 'JSON' }])('is refused: %o', (body) => {
    expect(() => readFormat(body)).toThrow('InvalidJob : Expected');
  });
});
