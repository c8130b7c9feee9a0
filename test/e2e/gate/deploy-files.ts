import { join } from 'node:path';
import { ComponentSet, MetadataConverter } from '@salesforce/source-deploy-retrieve';
import type { Connection } from 'jsforce';
import { buildPackage } from '../../../scripts/tasks/build/build-package.ts';
import { zipOf } from '../../support/zip-of.ts';

const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
export const source = join(import.meta.dirname, '../../../force-app/main');

/** The whole package, built and deployed as an installer does it. */
export async function deployPackage(admin: Connection, folder: string): Promise<void> {
  const { directory } = buildPackage(join(source, '..'), join(folder, 'package'));
  const { zipBuffer } = await new MetadataConverter().convert(ComponentSet.fromSource(directory), 'metadata', {
    type: 'zip',
  });
  if (!zipBuffer) throw new Error('Expected a zip of the package');
  await finish(admin, zipBuffer);
}

export async function deployFiles(admin: Connection, files: Record<string, string>): Promise<void> {
  const types: Record<string, string> = {
    standardValueSets: 'StandardValueSet',
    permissionsets: 'PermissionSet',
    customMetadata: 'CustomMetadata',
    objects: 'CustomObject',
  };
  const members = Object.entries(types).map(([folder, type]) => {
    const names = Object.keys(files)
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).replace(/\.\w+$/, ''));
    return names.length === 0
      ? ''
      : `<types>${names.map((name) => `<members>${name}</members>`).join('')}<name>${type}</name></types>`;
  });
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><Package ${NS}>${members.join('')}<version>66.0</version></Package>`;
  await finish(admin, await zipOf({ 'package.xml': manifest, ...files }));
}

async function finish(admin: Connection, zip: Buffer): Promise<void> {
  const result = await admin.metadata
    .deploy(zip.toString('base64'), { rollbackOnError: true, singlePackage: true })
    .complete(true);
  if (result.success) return;
  throw new Error(JSON.stringify(result.details?.componentFailures ?? result, undefined, 1));
}
