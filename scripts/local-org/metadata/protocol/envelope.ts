import { OrgError } from '../../errors.ts';
import { escapeXml } from '../xml/escape-xml.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { childNamed, parseXml, XmlError } from '../xml/parse-xml.ts';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const METADATA = 'http://soap.sforce.com/2006/04/metadata';

/** The one operation inside a SOAP request. */
export function readEnvelope(text: string): XmlElement {
  const body = childNamed(readRoot(text), 'Body');
  const [operation] = body?.children ?? [];
  if (!operation)
    throw new OrgError('MALFORMED_REQUEST', 'The SOAP envelope has no operation in its Body', { httpStatus: 500 });
  return operation;
}

function readRoot(text: string): XmlElement {
  try {
    const root = parseXml(text);
    if (root.name === 'Envelope' && root.namespace === SOAP) return root;
    throw new OrgError('MALFORMED_REQUEST', `Expected a SOAP Envelope, got ${root.name}`, { httpStatus: 500 });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    const message = `The SOAP envelope cannot be read (${error.line}:${error.column}): ${error.message}`;
    throw new OrgError('MALFORMED_REQUEST', message, { httpStatus: 500, cause: error });
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** `results` are the written `<result>` elements. */
export function writeResponse(operation: string, results: string): string {
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
  return `${HEAD}<soapenv:Envelope xmlns:soapenv="${SOAP}" xmlns="${METADATA}" ${xsi}><soapenv:Body><${operation}Response>${results}</${operation}Response></soapenv:Body></soapenv:Envelope>`;
}

export function writeFault(error: OrgError): string {
  const code = escapeXml(error.code);
  const message = escapeXml(
    error.message.startsWith(`${error.code}:`) ? error.message : `${error.code}: ${error.message}`,
  );
  const fault = `<soapenv:Fault><faultcode>sf:${code}</faultcode><faultstring>${message}</faultstring></soapenv:Fault>`;
  return `${HEAD}<soapenv:Envelope xmlns:soapenv="${SOAP}" xmlns:sf="${METADATA}"><soapenv:Body>${fault}</soapenv:Body></soapenv:Envelope>`;
}
