import { NotSupportedError } from '../../errors.ts';
import type { ApiRequest } from '../route.ts';

/** Parameters that the UI API has and the local org does not answer. */
export function refuseParameters(request: ApiRequest, names: readonly string[]): void {
  const given = names.find((name) => (request.query.get(name) ?? '') !== '');
  if (given !== undefined) throw new NotSupportedError(`UI API parameter ${given}`);
}
