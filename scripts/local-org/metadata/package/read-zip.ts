import type { Entry, ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';
import { OrgError } from '../../errors.ts';

/** The platform's bounds of one package. */
const MAX_FILES = 10_000;
const MAX_BYTES = 400 * 1024 * 1024;
/** Deflate reaches 1,032 at most, text of people about 20; what comes near the limit is an attack. */
const MAX_RATIO = 250;

/** Reads a zip into memory: path → bytes. Anything odd about it is one clear error and nothing is kept. */
export async function readZip(zip: Buffer): Promise<Map<string, Buffer>> {
  const archive = await open(zip);
  const files = new Map<string, Buffer>();
  let total = 0;
  try {
    for await (const entry of entriesOf(archive)) {
      if (files.size >= MAX_FILES) throw refused(`it has more than ${MAX_FILES} files`);
      checkPath(entry.fileName);
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      checkSize(entry, total);
      if (files.has(entry.fileName)) throw refused(`it holds ${entry.fileName} twice`);
      files.set(entry.fileName, await bytesOf(archive, entry));
    }
  } finally {
    archive.close();
  }
  return files;
}

const refused = (reason: string, cause?: unknown): OrgError =>
  new OrgError('INVALID_ZIP_FILE', `The zip file cannot be read: ${reason}.`, { cause });

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function open(zip: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, archive) => {
      if (error) reject(refused(reasonOf(error), error));
      else resolve(archive);
    });
  });
}

async function* entriesOf(archive: ZipFile): AsyncGenerator<Entry> {
  let settle: ((entry: Entry | undefined) => void) | undefined;
  let fail: ((error: unknown) => void) | undefined;
  archive.on('entry', (entry: Entry) => settle?.(entry));
  archive.on('end', () => settle?.(undefined));
  archive.on('error', (error: unknown) => fail?.(refused(reasonOf(error), error)));
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      settle = resolve;
      fail = reject;
      archive.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

function checkPath(path: string): void {
  const parts = path.split('/');
  const outside = path.startsWith('/') || path.includes('\\') || path.includes('\0') || /^[A-Za-z]:/.test(path);
  if (outside || parts.includes('..') || parts.includes('.'))
    throw refused(`the path ${JSON.stringify(path)} leaves the package`);
}

function checkSize(entry: Entry, total: number): void {
  const packed = Math.max(entry.compressedSize, 1);
  const bomb = entry.uncompressedSize > 1024 * 1024 && entry.uncompressedSize / packed > MAX_RATIO;
  if (bomb || total > MAX_BYTES) throw refused('it unpacks to more than 400 MB or packs far too well');
  if (entry.isEncrypted()) throw refused(`${entry.fileName} is encrypted`);
}

function bytesOf(archive: ZipFile, entry: Entry): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    archive.openReadStream(entry, (error, stream) => {
      if (error) return reject(refused(reasonOf(error), error));
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (failure: unknown) => reject(refused(reasonOf(failure), failure)));
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}
