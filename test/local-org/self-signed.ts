import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** DER of one value: its tag, its length, what it holds. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const long = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...long]), body]);
}

const SHA256_WITH_RSA = der(0x30, Buffer.from('06092a864886f70d01010b0500', 'hex'));
const commonName = (name: string): Buffer =>
  der(0x30, der(0x31, der(0x30, Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from(name)))));

/** A certificate as somebody makes one for a connected app, with the key that signs for it. */
export function selfSigned(name: string): { certificate: string; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const until = der(0x30, der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z')));
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  const serial = der(0x02, Buffer.from([1]));
  const body = der(0x30, serial, SHA256_WITH_RSA, commonName(name), until, commonName(name), spki);
  const signature = der(0x03, Buffer.from([0]), sign('RSA-SHA256', body, privateKey));
  const bytes = der(0x30, body, SHA256_WITH_RSA, signature).toString('base64');
  const lines = bytes.match(/.{1,64}/g)?.join('\n') ?? '';
  return { certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`, privateKey };
}
