import { OrgError } from '../errors.ts';
import type { Session } from '../org.ts';
import { requireMetadataAccess } from './metadata-access.ts';
import { readEnvelope, writeFault, writeResponse } from './protocol/envelope.ts';
import { operationNamed } from './protocol/operations.ts';

/** One call of the Metadata API's SOAP port, `POST /services/Soap/m/NN`. Refusals are faults, never exceptions. */
export async function handleMetadataSoap(session: Session, xmlText: string): Promise<{ status: number; body: string }> {
  try {
    const request = readEnvelope(xmlText);
    const operation = operationNamed(request.name);
    requireMetadataAccess(session);
    return { status: 200, body: writeResponse(request.name, await operation(session, request)) };
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return { status: 500, body: writeFault(error) };
  }
}
