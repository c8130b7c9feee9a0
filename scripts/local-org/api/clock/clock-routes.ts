import { OrgError } from '../../errors.ts';
import { PathQueue } from '../../flow/scheduled/path-queue.ts';
import { pathFailures } from '../../flow/scheduled/path-failures.ts';
import { waitingFlows } from '../../flow/scheduled/schedule-queue.ts';
import type { PathRunner } from '../../flow/scheduled/path-runner.ts';
import type { Org } from '../../org.ts';
import { requireAdministrator } from '../auth/require-administrator.ts';
import { requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, Route } from '../route.ts';

const PATTERN = '/services/local-org/clock';

/** The org's own clock: tests move it, and what was to run by then runs before the answer. */
export function clockRoutes(paths: PathRunner): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: PATTERN,
      feature: 'Clock and waiting flow paths (local org only)',
      handle: ({ session }) => {
        requireAdministrator(session);
        return { status: 200, body: clock(session.org) };
      },
    },
    {
      method: 'POST',
      pattern: PATTERN,
      feature: 'Move of the clock (local org only)',
      handle: (request) => {
        const { org } = request.session;
        requireAdministrator(request.session);
        const ran = paths.moveClock(distance(request));
        return { status: 200, body: { ...clock(org), pathsRun: ran } };
      },
    },
  ];
}

function clock(org: Org): object {
  const waiting = new PathQueue(org.store).all();
  return {
    now: new Date(org.now()).toISOString(),
    waitingPaths: waiting.map(({ flow, path, recordId, due }) => ({
      flow,
      path,
      recordId,
      due: new Date(due).toISOString(),
    })),
    waitingFlows: waitingFlows(org).map(({ flow, due }) => ({ flow, due: new Date(due).toISOString() })),
    failedPaths: pathFailures(org),
  };
}

/** `{"advanceSeconds": 3600}` or `{"now": "2026-12-31T00:00:00Z"}`. */
function distance(request: ApiRequest): number {
  const { advanceSeconds, now } = requireJsonObject(request.json());
  if (typeof advanceSeconds === 'number' && Number.isFinite(advanceSeconds)) return Math.round(advanceSeconds * 1000);
  const wanted = typeof now === 'string' ? Date.parse(now) : NaN;
  if (!Number.isNaN(wanted)) return wanted - request.session.org.now();
  throw new OrgError('MISSING_ARGUMENT', 'Expected a number in advanceSeconds or a date and time in now.');
}
