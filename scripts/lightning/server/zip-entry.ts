import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { HttpError } from './http.ts';

export function entryOfZip(zip: Buffer, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error !== null) return reject(error);
      archive.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== path) return archive.readEntry();
        archive.openReadStream(entry, (failed, stream) => {
          if (failed !== null) reject(failed);
          else buffer(stream).then(resolve, reject);
        });
      });
      archive.on('end', () => reject(new HttpError(404, `No ${path} in the archive`)));
      archive.on('error', reject);
      archive.readEntry();
    });
  });
}
