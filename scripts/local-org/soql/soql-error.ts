import { OrgError } from '../errors.ts';

/** The platform quotes about this many characters on either side of the place, cut at whole words. */
const QUOTED = 45;

export type SoqlErrorCode = 'MALFORMED_QUERY' | 'INVALID_FIELD' | 'INVALID_TYPE' | 'INVALID_QUERY_FILTER_OPERATOR';

/** An error that points at its place in the query, as the platform draws it. */
export function soqlError(code: SoqlErrorCode, source: string, at: number, message: string): OrgError {
  const before = source.slice(0, at).split('\n');
  const line = source.split('\n')[before.length - 1] ?? '';
  const column = before.at(-1)?.length ?? 0;
  const start = cutAtWord(line, column - QUOTED, 1);
  const quote = line.slice(start, cutAtWord(line, column + QUOTED, -1));
  const pointer = `${' '.repeat(Math.max(0, column - start))}^`;
  return new OrgError(code, `\n${quote}\n${pointer}\nERROR at Row:${before.length}:Column:${column + 1}\n${message}`);
}

function cutAtWord(line: string, wanted: number, step: 1 | -1): number {
  if (wanted <= 0) return 0;
  if (wanted >= line.length) return line.length;
  let place = wanted;
  while (place > 0 && place < line.length && !/[\s,]/.test(line[step > 0 ? place - 1 : place] ?? '')) place += step;
  return place;
}
