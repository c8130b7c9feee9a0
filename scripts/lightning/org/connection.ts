import { childOf, escapeXml, findAll, parseXml, textOf } from './xml.ts';
import type { XmlNode } from './xml.ts';

export const API_VERSION = '66.0';

/** One user's way to the org. */
export interface Connection {
  readonly url: string;
  readonly accessToken: string;
}

/** An answer of the org that is not 2xx: its status and its own words. */
export class OrgRequestError extends Error {
  override readonly name = 'OrgRequestError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export async function getJson<T>(connection: Connection, path: string): Promise<T> {
  const response = await fetch(`${connection.url}${path}`, {
    headers: { authorization: `Bearer ${connection.accessToken}`, accept: 'application/json' },
  });
  if (!response.ok)
    throw new OrgRequestError(response.status, `GET ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export async function sendJson<T>(connection: Connection, method: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${connection.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${connection.accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new OrgRequestError(response.status, `${method} ${path}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

export async function query<T>(connection: Connection, soql: string): Promise<T[]> {
  const base = `/services/data/v${API_VERSION}/query`;
  type Page = { records: T[]; nextRecordsUrl?: string };
  let page = await getJson<Page>(connection, `${base}?q=${encodeURIComponent(soql)}`);
  const records = [...page.records];
  while (page.nextRecordsUrl !== undefined) {
    page = await getJson<Page>(connection, page.nextRecordsUrl);
    records.push(...page.records);
  }
  return records;
}

/** Calls the Metadata API and returns the `result` elements. */
async function callMetadata(connection: Connection, call: string, body: string): Promise<XmlNode[]> {
  const response = await fetch(`${connection.url}/services/Soap/m/${API_VERSION}`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' },
    body:
      '<?xml version="1.0" encoding="UTF-8"?>' +
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
      'xmlns:met="http://soap.sforce.com/2006/04/metadata"><soapenv:Header><met:SessionHeader><met:sessionId>' +
      `${escapeXml(connection.accessToken)}</met:sessionId></met:SessionHeader></soapenv:Header>` +
      `<soapenv:Body><met:${call}>${body}</met:${call}></soapenv:Body></soapenv:Envelope>`,
  });
  const root = parseXml(await response.text());
  const fault = findAll(root, 'Fault')[0];
  if (fault !== undefined)
    throw new OrgRequestError(response.status, `${call}: ${textOf(fault, 'faultstring') ?? 'fault'}`);
  const answer = findAll(root, `${call}Response`)[0];
  return answer === undefined ? [] : answer.children.filter(({ name }) => name === 'result');
}

export async function listMetadata(connection: Connection, type: string): Promise<string[]> {
  const body = `<met:queries><met:type>${type}</met:type></met:queries><met:asOfVersion>${API_VERSION}</met:asOfVersion>`;
  const results = await callMetadata(connection, 'listMetadata', body);
  return results.flatMap((result) => textOf(result, 'fullName') ?? []);
}

/** The platform reads at most ten components per call; a name that does not exist is left out. */
export async function readMetadata(connection: Connection, type: string, names: readonly string[]): Promise<XmlNode[]> {
  const chunks = Array.from({ length: Math.ceil(names.length / 10) }, (_, n) => names.slice(n * 10, n * 10 + 10));
  const answers = await Promise.all(
    chunks.map((chunk) => {
      const list = chunk.map((name) => `<met:fullNames>${escapeXml(name)}</met:fullNames>`).join('');
      return callMetadata(connection, 'readMetadata', `<met:type>${type}</met:type>${list}`);
    }),
  );
  return answers
    .flat()
    .flatMap((result) => result.children.filter(({ name }) => name === 'records'))
    .filter((record) => childOf(record, 'fullName') !== undefined);
}
