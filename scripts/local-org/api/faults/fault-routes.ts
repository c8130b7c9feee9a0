import { requireAdministrator } from '../auth/require-administrator.ts';
import { notFound } from '../error-body.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import type { FaultList } from './fault-list.ts';

const PATTERN = '/services/local-org/faults';

/** What a test's administrator orders to go wrong, lists and takes back. */
export function faultRoutes(faults: FaultList): readonly Route[] {
  const route = (
    method: Route['method'],
    pattern: string,
    feature: string,
    handle: (request: ApiRequest) => ApiResponse | Promise<ApiResponse>,
  ): Route => ({
    method,
    pattern,
    feature: `${feature} (local org only)`,
    handle: (request) => {
      requireAdministrator(request.session);
      return handle(request);
    },
  });
  return [
    route('GET', PATTERN, 'Faults: list', () => ({ status: 200, body: { faults: faults.all() } })),
    route('POST', PATTERN, 'Faults: order one', async (request) => {
      // Loaded at the first order: most orgs never get one.
      const { readFaultOrder } = await import('./fault.ts');
      return { status: 201, body: faults.add(readFaultOrder(request.json())) };
    }),
    route('DELETE', PATTERN, 'Faults: clear', () => {
      faults.clear();
      return { status: 204 };
    }),
    route('DELETE', `${PATTERN}/:id`, 'Faults: take one back', ({ params }) => {
      if (!faults.remove(params['id'] ?? '')) throw notFound();
      return { status: 204 };
    }),
  ];
}
