import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deploy } from '../../../scripts/local-org/metadata/deploy.ts';
import { deployOptions } from '../../../scripts/local-org/metadata/deploy/options.ts';
import { handleMetadataSoap } from '../../../scripts/local-org/metadata/soap.ts';
import { file, manifest, TestOrg, zipOf } from './local-package.ts';

const ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
const soap = (inside: string) =>
  `<?xml version="1.0"?><s:Envelope xmlns:s="${ENVELOPE}" xmlns="http://soap.sforce.com/2006/04/metadata"><s:Body>${inside}</s:Body></s:Envelope>`;

/** A stored zip with one entry whose name and claimed size are the caller's. */
function zipWith(name: string, body: Buffer, claimed = body.length): Buffer {
  const packed = deflateRawSync(body);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(claimed, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
  const rest = Buffer.alloc(14);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fields, rest, Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, central, Buffer.from('PK\u0005\u0006'), end]);
}

describe('a hostile package', () => {
  let org: TestOrg;
  beforeAll(() => (org = new TestOrg()));
  afterAll(() => org.close());
  const attempt = async (zip: Buffer) => {
    const result = await deploy(org.session, zip, deployOptions({}));
    return { status: result.status, code: result.errorStatusCode, message: result.errorMessage };
  };

  it.each([
    ['is no zip', Buffer.from('hello')],
    ['is empty', Buffer.alloc(0)],
    ['climbs out of the package', zipWith('../../etc/passwd', Buffer.from('x'))],
    ['starts at the root of the disk', zipWith('/etc/passwd', Buffer.from('x'))],
    ['is a bomb', zipWith('package.xml', Buffer.alloc(200 * 1024 * 1024))],
    ['lies about its size', zipWith('package.xml', Buffer.alloc(5000), 100)],
  ])('that %s is refused by one clear error', async (_, zip) => {
    expect(await attempt(zip)).toMatchObject({ status: 'Failed', code: 'INVALID_ZIP_FILE' });
  });

  it.each([
    ['without a manifest', { 'a.txt': 'x' }, 'No package.xml found'],
    ['with two packages', { 'a/package.xml': 'x', 'b/package.xml': 'x' }, 'The zip file holds more than one package'],
  ])('%s is refused', async (_, files, message) => {
    expect(await attempt(await zipOf(files))).toMatchObject({ status: 'Failed', code: 'INVALID_PACKAGE_XML', message });
  });

  it.each([
    [
      'an external entity',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><CustomPermission>&e;</CustomPermission>',
    ],
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><CustomPermission>&b;</CustomPermission>'],
    ['an entity that nobody declared', file('CustomPermission', '<label>&nope;</label>')],
    ['too deep a nest', '<a>'.repeat(5000)],
    ['an open tag', '<CustomPermission><label>'],
  ])('with %s fails at that component', async (_, xml) => {
    const zip = await zipOf({
      'package.xml': manifest(['CustomPermission: X']),
      'customPermissions/X.customPermission': xml,
    });
    const result = await deploy(org.session, zip, deployOptions({}));
    const [failure, ...others] = result.details?.componentFailures ?? [];
    expect([failure?.fullName, others]).toEqual(['X', []]);
    expect(failure?.problem).toMatch(/^Error parsing file: /);
  });

  it('answers nonsense over SOAP with a fault', async () => {
    const codes: string[] = [];
    for (const text of [
      '',
      'no xml',
      '<a/>',
      soap(''),
      soap('<fly/>'),
      soap('<deploy/>'),
      soap('<checkDeployStatus><asyncProcessId>0AfXX</asyncProcessId></checkDeployStatus>'),
    ]) {
      const { status, body } = await handleMetadataSoap(org.session, text);
      codes.push(`${status} ${/<faultcode>(.*?)<\/faultcode>/.exec(body)?.[1]}`);
    }
    const malformed = Array.from({ length: 4 }, () => '500 sf:MALFORMED_REQUEST');
    expect(codes).toEqual([
      ...malformed,
      '500 sf:NOT_SUPPORTED_BY_LOCAL_ORG',
      '500 sf:MISSING_ARGUMENT',
      '500 sf:INVALID_ID_FIELD',
    ]);
  });
});
