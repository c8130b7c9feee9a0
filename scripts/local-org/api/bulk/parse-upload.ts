import { parse } from 'csv-parse';
import { type CsvFormat, DELIMITERS, LINE_ENDINGS } from './csv-format.ts';

/** What is wrong with a file as a whole; the job fails with this sentence and no row is tried. */
export class BadUpload extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadUpload';
  }
}

/** Feeds the parser in pieces, so that the event loop breathes while a large file is read. */
const PIECE = 256 * 1_024;

/** Yields the header first, then every row with exactly as many cells. */
export async function* parseUpload(data: Buffer, format: CsvFormat): AsyncGenerator<string[]> {
  refuseOtherLineEnding(data, format);
  const parser = parse({
    bom: true,
    delimiter: DELIMITERS[format.columnDelimiter],
    record_delimiter: LINE_ENDINGS[format.lineEnding],
    skip_empty_lines: true,
  });
  const feed = feedPieces(
    data,
    (piece) => parser.write(piece),
    () => new Promise((resolve) => parser.once('drain', resolve)),
  );
  feed.then(
    () => parser.end(),
    (error: unknown) => parser.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  try {
    for await (const row of parser as AsyncIterable<string[]>) yield row;
  } catch (error) {
    throw new BadUpload(
      `InvalidBatch : Failed to parse CSV: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

async function feedPieces(
  data: Buffer,
  write: (piece: Buffer) => boolean,
  drained: () => Promise<void>,
): Promise<void> {
  for (let from = 0; from < data.length; from += PIECE) {
    if (!write(data.subarray(from, from + PIECE))) await drained();
  }
}

function refuseOtherLineEnding(data: Buffer, { lineEnding }: CsvFormat): void {
  const firstLine = data.subarray(0, data.indexOf('\n') + 1).toString('utf8');
  const found = firstLine.endsWith('\r\n') ? 'CRLF' : 'LF';
  if (firstLine !== '' && found !== lineEnding) {
    throw new BadUpload(
      `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`,
    );
  }
}
