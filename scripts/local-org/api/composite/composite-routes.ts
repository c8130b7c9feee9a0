import { OrgError } from '../../errors.ts';
import type { Dispatch } from '../dispatch.ts';
import { isJsonObject, requireJsonObject } from '../rest/row-from-json.ts';
import type { ApiRequest, ApiResponse, Route } from '../route.ts';
import { runBatch } from './batch.ts';
import { freshSession } from './fresh-session.ts';
import { createTree } from './tree.ts';
import { type Part, readParts } from './part.ts';
import { referencedIds } from './references.ts';
import { runIndependently, runTogether } from './run-parts.ts';

const BASE = '/services/data/:version/composite';

const MAX_PARTS = 25;
const MAX_GRAPHS = 75;
const MAX_NODES = 500;

/** Composite resources send their parts through the same router, so they can do what single requests can. */
export function compositeRoutes(dispatch: Dispatch): readonly Route[] {
  return [
    { method: 'GET', pattern: BASE, feature: 'Composite resources', handle: list },
    { method: 'POST', pattern: BASE, feature: 'Composite', handle: (request) => composite(request, dispatch) },
    {
      method: 'POST',
      pattern: `${BASE}/graph`,
      feature: 'Composite Graph',
      handle: (request) => graphs(request, dispatch),
    },
    {
      method: 'POST',
      pattern: `${BASE}/batch`,
      feature: 'Composite Batch',
      handle: (request) => runBatch(request, dispatch),
    },
    { method: 'POST', pattern: `${BASE}/tree/:object`, feature: 'sObject Tree', handle: createTree },
  ];
}

function list({ urlBase }: ApiRequest): ApiResponse {
  const names = ['graph', 'batch', 'tree', 'sobjects'];
  return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${urlBase}/composite/${name}`])) };
}

function composite(request: ApiRequest, dispatch: Dispatch): ApiResponse {
  const { allOrNone, compositeRequest } = requireJsonObject(request.json());
  const parts = readParts(compositeRequest, MAX_PARTS);
  const runner = { dispatch, headers: request.headers };
  const { session } = request;
  const compositeResponse =
    allOrNone === true
      ? runTogether(runner, session, parts).results
      : runIndependently(runner, () => freshSession(session), parts);
  return { status: 200, body: { compositeResponse } };
}

/** Each graph is a transaction; graphs do not know of each other. */
function graphs(request: ApiRequest, dispatch: Dispatch): ApiResponse {
  const { graphs: given } = requireJsonObject(request.json());
  if (!Array.isArray(given)) throw new OrgError('JSON_PARSER_ERROR', 'Expected an array in graphs.');
  if (given.length > MAX_GRAPHS) throw new OrgError('LIMIT_EXCEEDED', `A request holds at most ${MAX_GRAPHS} graphs.`);
  const read = given.map(readGraph);
  const nodes = read.reduce((sum, { parts }) => sum + parts.length, 0);
  if (nodes > MAX_NODES)
    throw new OrgError('LIMIT_EXCEEDED', `A request holds at most ${MAX_NODES} nodes, got ${nodes}.`);
  const runner = { dispatch, headers: request.headers };
  const answers = read.map(({ graphId, parts }) => {
    const { ok, results } = runTogether(runner, freshSession(request.session), inOrder(parts));
    return { graphId, graphResponse: { compositeResponse: results }, isSuccessful: ok };
  });
  return { status: 200, body: { graphs: answers } };
}

function readGraph(graph: unknown): { graphId: string; parts: readonly Part[] } {
  const { graphId, compositeRequest } = isJsonObject(graph) ? graph : {};
  if (typeof graphId !== 'string' || graphId === '') throw new OrgError('INVALID_INPUT', 'Each graph needs a graphId.');
  const parts = readParts(compositeRequest, MAX_NODES);
  for (const { url } of parts) {
    if (!/^\/+services\/data\/v[\d.]+\/sobjects\//.test(url))
      throw new OrgError('INVALID_INPUT', `A node of a graph works on sobjects only: ${url}`);
  }
  return { graphId, parts };
}

/** A node runs after those that it names, wherever it stands. */
function inOrder(parts: readonly Part[]): readonly Part[] {
  const byId = new Map(parts.map((part) => [part.referenceId, part]));
  const ordered = new Set<Part>();
  const visit = (part: Part, path: readonly Part[]): void => {
    if (ordered.has(part)) return;
    if (path.includes(part))
      throw new OrgError('INVALID_INPUT', `The references of ${part.referenceId} form a circle.`);
    for (const id of new Set([...referencedIds(part.url), ...referencedIds(part.body)])) {
      const other = byId.get(id);
      if (other !== undefined) visit(other, [...path, part]);
    }
    ordered.add(part);
  };
  for (const part of parts) visit(part, []);
  return [...ordered];
}
