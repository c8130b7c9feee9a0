import { OrgError } from '../errors.ts';
import { errorResponse } from './error-body.ts';
import type { ApiResponse } from './route.ts';

/** An error before or beside the SOAP engine, as SOAP clients read it. */
export function soapFault(error: unknown): ApiResponse {
  const { code, message } = error instanceof OrgError ? error : unexpected(error);
  const body = `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
xmlns:sf="http://soap.sforce.com/2006/04/metadata"><soapenv:Body><soapenv:Fault><faultcode>sf:${escapeXml(code)}</faultcode>\
<faultstring>${escapeXml(`${code}: ${message}`)}</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>`;
  return { status: 500, headers: { 'Content-Type': 'text/xml;charset=UTF-8' }, body };
}

function unexpected(error: unknown): { code: string; message: string } {
  const [entry] = errorResponse(error).body as { message: string; errorCode: string }[];
  return { code: entry?.errorCode ?? 'UNKNOWN_EXCEPTION', message: entry?.message ?? String(error) };
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
