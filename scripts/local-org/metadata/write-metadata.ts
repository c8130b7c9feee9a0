import { NotSupportedError, OrgError } from '../errors.ts';
import type { Session } from '../org.ts';
import { deploy } from './deploy.ts';
import { defaultDeployOptions } from './deploy/options.ts';
import type { DeployResult } from './deploy/result.ts';
import { writeZip } from './package/write-zip.ts';
import { metadataType, parentTypeOf } from './type-catalogue.ts';
import { escapeXml } from './xml/escape-xml.ts';
import type { XmlElement } from './xml/parse-xml.ts';
import { childrenNamed, textOf } from './xml/parse-xml.ts';
import { writeElement } from './xml/write-typed.ts';

type Mode = 'create' | 'update' | 'upsert';

interface SaveResult {
  readonly fullName: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors?: readonly { readonly message: string; readonly statusCode: string }[];
}

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** createMetadata, updateMetadata and upsertMetadata: each element is deployed on its own, as a package of one. */
export async function upsertMetadata(session: Session, request: XmlElement, mode: Mode): Promise<SaveResult[]> {
  const results: SaveResult[] = [];
  for (const element of childrenNamed(request, 'metadata')) results.push(await saveOne(session, element, mode));
  return results;
}

async function saveOne(session: Session, element: XmlElement, mode: Mode): Promise<SaveResult> {
  const type = (element.attributes['xsi:type'] ?? '').replace(/^\w+:/, '');
  const fullName = textOf(element, 'fullName') ?? '';
  const exists = session.org.schema().component(type, fullName) !== undefined;
  if (mode === 'create' && exists)
    return refusal(fullName, 'DUPLICATE_DEVELOPER_NAME', `The ${type} ${fullName} is already there`);
  if (mode === 'update' && !exists)
    return refusal(fullName, 'INVALID_CROSS_REFERENCE_KEY', `no ${type} named ${fullName} found`);
  const zip = await packageOf(type, fullName, element);
  const result = await deploy(session, zip, defaultDeployOptions);
  const saved = savedAs(fullName, result);
  return saved.success && mode === 'upsert' ? { ...saved, created: !exists } : saved;
}

const refusal = (fullName: string, statusCode: string, message: string): SaveResult => ({
  fullName,
  success: false,
  errors: [{ message, statusCode }],
});

function savedAs(fullName: string, result: DeployResult): SaveResult {
  if (result.success) return { fullName, success: true };
  const problems = result.details?.componentFailures.map((each) => each.problem ?? '') ?? [];
  const message = problems.join('; ') || (result.errorMessage ?? 'The component was refused');
  return refusal(fullName, result.errorStatusCode ?? 'FIELD_INTEGRITY_EXCEPTION', message);
}

/** A zip that deploys one element: a file of its own, or the file of its parent with nothing else in it. */
async function packageOf(type: string, fullName: string, element: XmlElement): Promise<Buffer> {
  const parentName = parentTypeOf(type);
  const info = metadataType(type) ?? metadataType(parentName ?? '');
  if (!info || info.bundle || info.metaFile || type === 'Settings')
    throw new NotSupportedError(`createMetadata or updateMetadata of ${type || 'an element without xsi:type'}`);
  const manifest = `<Package ${NAMESPACE}><types><members>${escapeXml(fullName)}</members><name>${type}</name></types><version>66.0</version></Package>`;
  const [stem, childName] = splitName(info.xmlName, type, fullName);
  const inner = element.children
    .filter((child) => child.name !== 'fullName')
    .map(writeElement)
    .join('');
  const tag = Object.entries(info.children ?? {}).find(([, child]) => child === type)?.[0];
  const body = tag ? `<${tag}><fullName>${escapeXml(childName)}</fullName>${inner}</${tag}>` : inner;
  const file = `<${info.xmlName} ${NAMESPACE} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">${body}</${info.xmlName}>`;
  const path = `${info.directoryName}/${stem}.${info.suffix}`;
  return writeZip(
    new Map([
      ['package.xml', Buffer.from(manifest)],
      [path, Buffer.from(file)],
    ]),
  );
}

function splitName(parent: string, type: string, fullName: string): [string, string] {
  if (parent === type) return [fullName, ''];
  if (parent === 'CustomLabels') return [parent, fullName];
  const dot = fullName.indexOf('.');
  return [fullName.slice(0, dot), fullName.slice(dot + 1)];
}

export async function deleteMetadata(
  session: Session,
  type: string,
  fullNames: readonly string[],
): Promise<SaveResult[]> {
  if (!metadataType(type) && !parentTypeOf(type)) throw new NotSupportedError(`metadata type ${type}`);
  if (fullNames.length === 0) throw new OrgError('MISSING_ARGUMENT', 'fullNames is required');
  const results: SaveResult[] = [];
  for (const fullName of fullNames) {
    if (!session.org.schema().component(type, fullName)) {
      results.push(refusal(fullName, 'INVALID_CROSS_REFERENCE_KEY', `no ${type} named ${fullName} found`));
      continue;
    }
    const names = `<types><members>${escapeXml(fullName)}</members><name>${type}</name></types>`;
    const empty = `<Package ${NAMESPACE}><version>66.0</version></Package>`;
    const files = new Map([
      ['package.xml', Buffer.from(empty)],
      ['destructiveChanges.xml', Buffer.from(`<Package ${NAMESPACE}>${names}</Package>`)],
    ]);
    results.push(savedAs(fullName, await deploy(session, await writeZip(files), defaultDeployOptions)));
  }
  return results;
}
