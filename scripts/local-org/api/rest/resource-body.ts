import { notFound } from '../error-body.ts';
import type { ApiRequest, ApiResponse } from '../route.ts';
import { idOfType, objectType } from './object-type.ts';

/**
 * `GET …/sobjects/StaticResource/<id>/Body`: the file as it was deployed. Undefined for whatever else stands at that place
 * of a path.
 */
export function resourceBody({ session, params }: ApiRequest): ApiResponse | undefined {
  if (params['object']?.toLowerCase() !== 'staticresource' || params['value']?.toLowerCase() !== 'body')
    return undefined;
  const type = objectType(session, 'StaticResource');
  const id = idOfType(type, params['field'] ?? '');
  if (id === undefined) return undefined;
  const row = session.org.store.get(type, id);
  const resource = row && session.org.schema().component('StaticResource', String(row['Name']));
  const [body] = Object.values(resource?.files ?? {});
  if (row === undefined || body === undefined) throw notFound();
  return { status: 200, headers: { 'Content-Type': String(row['ContentType']) }, body };
}
