import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestOrg, type TestOrg } from '../support/local-org.ts';
import { zipOf } from '../support/zip-of.ts';
import { file, manifest } from './metadata/local-package.ts';

let test: TestOrg;
beforeAll(async () => {
  test = await startTestOrg();
});
afterAll(() => test.close());

interface Answer {
  readonly status: string;
  readonly errorMessage?: string;
  readonly details: { componentFailures: { problem: string }[] };
}

async function deploy(zip: Buffer): Promise<Answer> {
  const body = new FormData();
  body.append('entity_content', '{"deployOptions":{"rollbackOnError":true}}');
  body.append('file', new Blob([new Uint8Array(zip)]), 'package.zip');
  const url = `${test.org.url}/services/data/v66.0/metadata/deployRequest`;
  const headers = { authorization: `Bearer ${test.org.accessToken}` };
  const started = await fetch(url, { method: 'POST', headers, body });
  expect(started.status, await started.clone().text()).toBe(201);
  const { id } = (await started.json()) as { id: string };
  const answer = await fetch(`${url}/${id}?includeDetails=true`, { headers });
  return ((await answer.json()) as { deployResult: Answer }).deployResult;
}

/** What a refused deploy says, whether of the whole or of a component. */
const complaint = ({ errorMessage, details }: Answer): string =>
  [errorMessage, ...details.componentFailures.map(({ problem }) => problem)].join(' ');

const permission = file('CustomPermission', '<isLicensed>false</isLicensed><label>Kept out</label>');
const packageXml = manifest(['CustomPermission: Evil']);
const PATH = 'customPermissions/Evil.customPermission';
const nothingWritten = async (): Promise<void> =>
  expect((await test.connection.query('SELECT Id FROM CustomPermission')).totalSize).toBe(0);

/** Writes another name of the same length over one of the zip, in both places that carry it. */
function renamed(zip: Buffer, from: string, to: string): Buffer {
  expect(to).toHaveLength(from.length);
  return Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1');
}

describe('a package that is made to hurt', { timeout: 120_000 }, () => {
  it.each([
    ['climbs out of its folder', '../../../../../tmp/Evil.customPermission'],
    ['begins at the root', '/ustomPermissions/Evil.customPermission'],
    ['hides a climb in the middle', 'customPerm/../../Evil.customPermission1'],
    ['climbs as Windows does', 'custom\\..\\..\\..\\Evil.customPermission'],
  ])('is refused whole when a path %s', async (_, path) => {
    const plain = 'x'.repeat(Buffer.byteLength(path));
    const zip = renamed(await zipOf({ 'package.xml': packageXml, [plain]: permission }), plain, path);
    const answer = await deploy(zip);
    expect(answer.status).toBe('Failed');
    expect(complaint(answer)).toMatch(/zip file cannot be read/);
    await nothingWritten();
  });

  it.each([
    ['is no zip', Buffer.from('no zip')],
    ['is empty', Buffer.alloc(0)],
    ['is only the end of one', Buffer.from(`PK\u0005\u0006${'\u0000'.repeat(18)}`, 'latin1')],
  ])('is refused whole when it %s', async (_, zip) => {
    const answer = await deploy(zip);
    expect(answer.status).toBe('Failed');
    expect(answer.errorMessage).toBeTruthy();
  });

  it('is refused when it is cut off anywhere', async () => {
    const zip = await zipOf({ 'package.xml': packageXml, [PATH]: permission });
    for (let length = 20; length < zip.length; length += 37)
      expect((await deploy(zip.subarray(0, length))).status, String(length)).toBe('Failed');
    await nothingWritten();
  });

  it('is refused when its bytes were changed', async () => {
    const zip = await zipOf({ 'package.xml': packageXml, [PATH]: permission });
    const spot = zip.indexOf(deflateRawSync(Buffer.from(permission)).subarray(0, 12));
    const broken = Buffer.from(zip);
    for (let at = spot + 12; at < spot + 30; at++) broken[at] = 0xff;
    expect(spot).toBeGreaterThan(0);
    expect((await deploy(broken)).status).toBe('Failed');
    await nothingWritten();
  });

  it('is refused when it unpacks to far more than it is', async () => {
    const before = process.memoryUsage().rss;
    const bomb = Buffer.alloc(150_000_000, 32);
    const zip = await zipOf({
      'package.xml': packageXml,
      [PATH]: permission,
      'a.txt': bomb,
      'b.txt': bomb,
      'c.txt': bomb,
    });
    const answer = await deploy(zip);
    expect(complaint(answer)).toContain('unpacks to more than 400 MB or packs far too well');
    expect(process.memoryUsage().rss - before).toBeLessThan(1_000_000_000);
  });

  it('is refused when a file is larger than it says', async () => {
    const zip = await zipOf({ 'package.xml': packageXml, [PATH]: permission });
    const size = Buffer.alloc(4);
    size.writeUInt32LE(Buffer.byteLength(permission));
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(5);
    const lying = renamed(zip, size.toString('latin1'), lie.toString('latin1'));
    expect((await deploy(lying)).status).toBe('Failed');
    await nothingWritten();
  });
});

describe('XML that is made to hurt', { timeout: 60_000 }, () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>`;
  const outside = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
  const remote = '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/evil.dtd">';
  const withDoctype = (xml: string, doctype: string, entity: string): string =>
    xml.replace('?>\n', `?>\n${doctype}\n`).replace('Kept out', entity);
  const deep = permission.replace('Kept out', `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}`);

  it.each([
    ['a bomb of entities', withDoctype(permission, laughs, '&a20;')],
    ['an entity that reads a file', withDoctype(permission, outside, '&secret;')],
    ['a document type from elsewhere', withDoctype(permission, remote, 'x')],
    ['an entity that nobody declared', permission.replace('Kept out', '&secret;')],
    ['elements without end', deep],
    ['an element that is not closed', permission.replace('</label>', '')],
  ])('fails its component: %s', async (_, xml) => {
    const answer = await deploy(await zipOf({ 'package.xml': packageXml, [PATH]: xml }));
    expect(answer.status).toBe('Failed');
    expect(answer.details.componentFailures.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toMatch(/root:|haha/);
    await nothingWritten();
  });

  it.each([
    ['a bomb of entities', laughs, '&a20;'],
    ['an entity that reads a file', outside, '&secret;'],
  ])('fails the whole package as its manifest: %s', async (_, doctype, entity) => {
    const xml = packageXml.replace('?>\n', `?>\n${doctype}\n`).replace('Evil', entity);
    const answer = await deploy(await zipOf({ 'package.xml': xml, [PATH]: permission }));
    expect(answer.status).toBe('Failed');
    expect(JSON.stringify(answer)).not.toMatch(/root:|haha/);
  });

  it.each([
    ['a bomb of entities', laughs, '&a20;'],
    ['an entity that reads a file', outside, '&secret;'],
  ])('is a fault of the SOAP port: %s', async (_, doctype, entity) => {
    const meta = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
    const soap = `<?xml version="1.0"?>${doctype}<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header><SessionHeader ${meta}><sessionId>${test.org.accessToken}</sessionId></SessionHeader></e:Header><e:Body><listMetadata ${meta}><queries><type>${entity}</type></queries></listMetadata></e:Body></e:Envelope>`;
    const answer = await fetch(`${test.org.url}/services/Soap/m/66.0`, { method: 'POST', body: soap });
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).toContain('faultstring');
    expect(text).not.toMatch(/root:|haha/);
  });
});
