import { OrgError } from '../../errors.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { isReadable, readableObject } from './access-errors.ts';
import { entityTag } from './entity-tag.ts';
import { objectLabel, objectLabelPlural } from './labels.ts';
import { nameFields } from './name-fields.ts';
import { objectInfo } from './object-info.ts';
import { onlyParameters } from './query-parameters.ts';

export const objectInfoRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/services/data/:version/ui-api/object-info',
    feature: 'UI API: object info directory',
    handle: directory,
  },
  {
    method: 'GET',
    pattern: '/services/data/:version/ui-api/object-info/:object',
    feature: 'UI API: object info',
    handle: one,
  },
  {
    method: 'GET',
    pattern: '/services/data/:version/ui-api/object-info/batch/:objects',
    feature: 'UI API: object info of several objects',
    handle: several,
  },
];

function directory(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  const { session } = request;
  const readable = session.org.schema().objects.filter((type) => type.kind === 'data' && isReadable(session, type));
  const objects = Object.fromEntries(
    readable.map((type) => [
      type.name,
      {
        apiName: type.name,
        keyPrefix: type.keyPrefix,
        label: objectLabel(type, session.user.language),
        labelPlural: objectLabelPlural(type, session.user.language),
        nameFields: nameFields(type),
        objectInfoUrl: `${request.urlBase}/ui-api/object-info/${type.name}`,
      },
    ]),
  );
  return { status: 200, body: { objects, eTag: entityTag(objects) } };
}

function one(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  return {
    status: 200,
    body: objectInfo(request.session, readableObject(request.session, request.params.object ?? '')),
  };
}

function several(request: ApiRequest): ApiResponse {
  onlyParameters(request, []);
  const results = (request.params.objects ?? '').split(',').map((name) => {
    try {
      return { result: objectInfo(request.session, readableObject(request.session, name.trim())), statusCode: 200 };
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return { result: [{ errorCode: error.code, message: error.message }], statusCode: error.httpStatus };
    }
  });
  return { status: 200, body: { results } };
}
