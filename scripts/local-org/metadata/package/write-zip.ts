import { ZipFile } from 'yazl';

/** One fixed moment, so that the same content always gives the same bytes. */
const STAMP = new Date('2000-01-01T00:00:00Z');

/** Packs files in the order of their paths. */
export async function writeZip(files: ReadonlyMap<string, Uint8Array>): Promise<Buffer> {
  const archive = new ZipFile();
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    archive.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    archive.outputStream.on('end', () => resolve());
    archive.outputStream.on('error', reject);
  });
  const paths = [...files.keys()].sort();
  for (const path of paths)
    archive.addBuffer(Buffer.from(files.get(path) ?? []), path, { mtime: STAMP, mode: 0o100644 });
  archive.end();
  await done;
  return Buffer.concat(chunks);
}
