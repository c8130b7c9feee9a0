import { readMultipart } from '../api/http/multipart.ts';
import { parseJson } from '../api/http/parse-json.ts';
import { isJsonObject, requireJsonObject } from '../api/rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../api/route.ts';
import { OrgError } from '../errors.ts';
import type { Session } from '../org.ts';
import { deploy } from './deploy.ts';
import { type DeployOptions, deployOptions } from './deploy/options.ts';
import { cancelDeploy, checkDeployStatus, deployRecentValidation, optionsOfDeploy } from './deploy/status.ts';
import { requireMetadataAccess } from './metadata-access.ts';

const PATTERN = '/services/data/:version/metadata/deployRequest';

/** The Metadata API's REST port. It deploys and does nothing else, on the platform as here. */
export const metadataRestRoutes: readonly Route[] = [
  { method: 'POST', pattern: PATTERN, feature: 'Metadata API (REST): deploy, quick deploy', handle: start },
  { method: 'GET', pattern: `${PATTERN}/:id`, feature: 'Metadata API (REST): status of a deploy', handle: status },
  { method: 'PATCH', pattern: `${PATTERN}/:id`, feature: 'Metadata API (REST): cancel a deploy', handle: cancel },
];

async function start(request: ApiRequest): Promise<ApiResponse> {
  requireMetadataAccess(request.session);
  const parts = readMultipart(request.headers['content-type'], request.body);
  const id = parts === undefined ? await quickDeploy(request) : await deployParts(request.session, parts);
  return { status: 201, body: deployRequest(request, id, false) };
}

async function deployParts(session: Session, parts: ReadonlyMap<string, Buffer>): Promise<string> {
  const zip = parts.get('file');
  if (zip === undefined) throw missing('the part file with the zip');
  return (await deploy(session, zip, readOptions(parts.get('entity_content')))).id;
}

function readOptions(content: Buffer | undefined): DeployOptions {
  if (content === undefined) throw missing('the part entity_content with the deployOptions');
  const { deployOptions: given = {} } = requireJsonObject(parseJson(content));
  if (!isJsonObject(given)) throw missing('an object in deployOptions');
  return deployOptions(given);
}

function quickDeploy(request: ApiRequest): Promise<string> {
  const { validatedDeployRequestId: id } = requireJsonObject(request.json());
  if (typeof id !== 'string' || id === '') throw missing('validatedDeployRequestId, or a multipart body with a zip');
  return deployRecentValidation(request.session, id);
}

function status(request: ApiRequest): ApiResponse {
  requireMetadataAccess(request.session);
  const includeDetails = request.query.get('includeDetails') === 'true';
  return { status: 200, body: deployRequest(request, request.params['id'] ?? '', includeDetails) };
}

/** A deploy is over when it is answered, so that there is never one to cancel: the platform's words for that. */
function cancel(request: ApiRequest): ApiResponse {
  requireMetadataAccess(request.session);
  const { deployResult } = requireJsonObject(request.json());
  if (!isJsonObject(deployResult) || deployResult['status'] !== 'Canceling')
    throw missing('{"deployResult": {"status": "Canceling"}}');
  const id = request.params['id'] ?? '';
  cancelDeploy(request.session, id);
  return { status: 202, body: deployRequest(request, id, false) };
}

function deployRequest({ session, headers, urlBase }: ApiRequest, id: string, includeDetails: boolean): object {
  return {
    id,
    url: `http://${headers['host'] ?? 'localhost'}${urlBase}/metadata/deployRequest/${id}`,
    deployResult: checkDeployStatus(session, id, includeDetails),
    deployOptions: optionsOfDeploy(session, id),
  };
}

function missing(what: string): OrgError {
  return new OrgError('MISSING_ARGUMENT', `Expected ${what}.`);
}
