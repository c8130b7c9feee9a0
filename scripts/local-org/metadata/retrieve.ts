import { NotSupportedError, OrgError } from '../errors.ts';
import type { Session } from '../org.ts';
import type { Component } from '../schema/model.ts';
import { writeZip } from './package/write-zip.ts';
import { findComponents } from './retrieve/find-components.ts';
import type { RetrieveRequest } from './retrieve/request.ts';
import { fileProperties } from './retrieve/file-properties.ts';
import { writeFiles } from './retrieve/write-files.ts';
import { escapeXml } from './xml/escape-xml.ts';

interface KeptRetrieve {
  readonly result: Record<string, unknown>;
  readonly zip: Uint8Array;
}

/** Only the newest results are kept: a client fetches its own at once. */
const KEPT = 10;

/** Packs what a request names into a zip. The same components always give the same bytes. */
export async function retrieve(session: Session, request: RetrieveRequest): Promise<string> {
  if (request.packageNames.length > 0) throw new NotSupportedError('retrieve of a named package');
  const { components, messages } = findComponents(session.org.schema(), request);
  const root = request.singlePackage ? '' : 'unpackaged/';
  const { files, written } = writeFiles(components);
  files.set('package.xml', Buffer.from(writeManifest(components, request.apiVersion)));
  const zip = await writeZip(new Map([...files].map(([path, bytes]) => [root + path, bytes])));
  const id = session.org.store.newId('09S');
  const result = {
    done: true,
    fileProperties: written.map(({ component, path }) => fileProperties(session, component, root + path)),
    id,
    messages: messages.map((problem) => ({ fileName: `${root}package.xml`, problem })),
    status: 'Succeeded',
    success: true,
  };
  keep(session, id, { result, zip });
  return id;
}

function keep(session: Session, id: string, kept: KeptRetrieve): void {
  const documents = session.org.store.documents('retrieve');
  documents.put(id, kept);
  const keys = documents
    .entries()
    .map(([key]) => key)
    .sort();
  for (const key of keys.slice(0, Math.max(0, keys.length - KEPT))) documents.delete(key);
}

export function checkRetrieveStatus(session: Session, id: string, includeZip: boolean): Record<string, unknown> {
  const kept = session.org.store.documents('retrieve').get(id) as KeptRetrieve | undefined;
  if (!kept) throw new OrgError('INVALID_ID_FIELD', `No retrieve with the id ${id}`, { httpStatus: 404 });
  return includeZip ? { ...kept.result, zipFile: Buffer.from(kept.zip).toString('base64') } : kept.result;
}

function writeManifest(components: readonly Component[], version: string): string {
  const types = new Map<string, string[]>();
  for (const { type, fullName } of components) types.set(type, [...(types.get(type) ?? []), fullName]);
  const blocks = [...types].sort().map(([type, names]) => {
    const members = names
      .sort()
      .map((name) => `        <members>${escapeXml(name)}</members>\n`)
      .join('');
    return `    <types>\n${members}        <name>${type}</name>\n    </types>\n`;
  });
  const body = `${blocks.join('')}    <version>${escapeXml(version)}</version>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}</Package>\n`;
}
