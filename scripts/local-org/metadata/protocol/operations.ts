import { NotSupportedError, OrgError } from '../../errors.ts';
import type { Session } from '../../org.ts';
import { deploy } from '../deploy.ts';
import { deployOptions } from '../deploy/options.ts';
import { cancelDeploy, checkDeployStatus, deployRecentValidation } from '../deploy/status.ts';
import { describeMetadata } from '../describe-metadata.ts';
import { listMetadata } from '../list-metadata.ts';
import { deleteMetadata, upsertMetadata } from '../write-metadata.ts';
import { readMetadata } from '../read-metadata.ts';
import { checkRetrieveStatus, retrieve } from '../retrieve.ts';
import { retrieveRequest } from '../retrieve/request.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { childNamed, childrenNamed, textOf } from '../xml/parse-xml.ts';
import { soapFields, writeSoap, wordsIn } from './soap-value.ts';

type Operation = (session: Session, request: XmlElement) => string | Promise<string>;

const result = (value: unknown): string => writeSoap('result', value);
const flag = (request: XmlElement, name: string): boolean => textOf(request, name) === 'true';

function needed(request: XmlElement, name: string): string {
  const value = textOf(request, name);
  if (value) return value;
  throw new OrgError('MISSING_ARGUMENT', `${name} is required`, { httpStatus: 500 });
}

/** The operations of the Metadata API by their SOAP names; each answers with its written results. */
export const operations: Readonly<Record<string, Operation>> = {
  async deploy(session, request) {
    const zip = Buffer.from(needed(request, 'ZipFile'), 'base64');
    const { id } = await deploy(session, zip, deployOptions(soapFields(childNamed(request, 'DeployOptions'))));
    return result({ done: false, id, state: 'Queued' });
  },
  checkDeployStatus: (session, request) =>
    result(checkDeployStatus(session, needed(request, 'asyncProcessId'), flag(request, 'includeDetails'))),
  // The WSDL calls the id String, jsforce and with it the sf CLI call it id; an org takes both.
  cancelDeploy: (session, request) => result(cancelDeploy(session, textOf(request, 'id') ?? needed(request, 'String'))),
  deployRecentValidation: async (session, request) =>
    result(await deployRecentValidation(session, needed(request, 'validationId'))),
  async retrieve(session, request) {
    const asked = childNamed(request, 'request') ?? childNamed(request, 'retrieveRequest');
    const id = await retrieve(session, retrieveRequest(asked));
    return result({ done: false, id, state: 'Queued' });
  },
  checkRetrieveStatus: (session, request) =>
    result(checkRetrieveStatus(session, needed(request, 'asyncProcessId'), textOf(request, 'includeZip') !== 'false')),
  describeMetadata: (session) => result(describeMetadata(session)),
  listMetadata: (session, request) =>
    result(
      listMetadata(
        session,
        childrenNamed(request, 'queries').map((query) => textOf(query, 'type') ?? ''),
      ),
    ),
  readMetadata: (session, request) => {
    const names = wordsIn(soapFields(request)['fullNames']);
    return `<result>${readMetadata(session, textOf(request, 'type') ?? textOf(request, 'metadataType') ?? '', names)}</result>`;
  },
  createMetadata: async (session, request) => result(await upsertMetadata(session, request, 'create')),
  updateMetadata: async (session, request) => result(await upsertMetadata(session, request, 'update')),
  upsertMetadata: async (session, request) => result(await upsertMetadata(session, request, 'upsert')),
  deleteMetadata: async (session, request) => {
    const names = wordsIn(soapFields(request)['fullNames']);
    return result(
      await deleteMetadata(session, textOf(request, 'type') ?? textOf(request, 'metadataType') ?? '', names),
    );
  },
};

export function operationNamed(name: string): Operation {
  const operation = operations[name];
  if (operation) return operation;
  throw new NotSupportedError(`Metadata API operation ${name}`);
}
