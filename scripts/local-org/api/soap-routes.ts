import { NotSupportedError } from '../errors.ts';
import { handleMetadataSoap } from '../metadata/soap.ts';
import type { ApiRequest, ApiResponse, Route } from './route.ts';
import { soapFault } from './soap-fault.ts';

export const soapRoutes: readonly Route[] = [
  { method: 'POST', pattern: '/services/Soap/m/:version', feature: 'Metadata API (SOAP)', handle: metadata },
  {
    method: 'POST',
    pattern: '/services/Soap/m/:version/:organization',
    feature: 'Metadata API (SOAP), by organization',
    handle: metadata,
  },
  refusedPort('u/:version', 'Partner'),
  refusedPort('c/:version', 'Enterprise'),
  refusedPort('T/:version', 'Tooling'),
  refusedPort('s/:version/:organization', 'Apex'),
];

async function metadata({ session, body }: ApiRequest): Promise<ApiResponse> {
  try {
    const answer = await handleMetadataSoap(session, body.toString('utf8'));
    return { status: answer.status, headers: { 'Content-Type': 'text/xml;charset=UTF-8' }, body: answer.body };
  } catch (error) {
    return soapFault(error);
  }
}

/** Refused with the name of what was called, in the shape that SOAP clients read. */
function refusedPort(port: string, name: string): Route {
  return {
    method: 'POST',
    pattern: `/services/Soap/${port}`,
    feature: `${name} API (SOAP): refused by name`,
    authenticated: false,
    handle({ body }) {
      const operation = /<(?:\w+:)?Body[^>]*>\s*<(?:\w+:)?(\w+)/.exec(body.toString('utf8'))?.[1] ?? 'call';
      return soapFault(new NotSupportedError(`${operation} of the SOAP ${name} API`));
    },
  };
}
