import { OrgError } from '../../errors.ts';
import type { Connection } from './connection.ts';

export interface Page {
  readonly first: number;
  readonly offset: number;
}

const DEFAULT_FIRST = 10;
const MAX_FIRST = 2000;
const MIN_UPPER_BOUND = 200;

export function pageOf(args: Readonly<Record<string, unknown>>): Page {
  const first = typeof args.first === 'number' ? args.first : DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST)
    throw new OrgError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `first must be between 1 and ${String(MAX_FIRST)}, got ${String(first)}.`,
    );
  if (typeof args.upperBound === 'number' && typeof args.first === 'number' && first < MIN_UPPER_BOUND) {
    throw new OrgError(
      'NUMBER_OUTSIDE_VALID_RANGE',
      `With upperBound, first must be between ${String(MIN_UPPER_BOUND)} and ${String(MAX_FIRST)}, got ${String(first)}.`,
    );
  }
  return { first, offset: typeof args.after === 'string' ? positionOf(args.after) + 1 : 0 };
}

/** The platform's cursors are `v1:` and the row's position, in base64. */
export function cursorAt(position: number): string {
  return Buffer.from(`v1:${String(position)}`).toString('base64');
}

function positionOf(cursor: string): number {
  const position = /^v1:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('latin1'))?.[1];
  if (position === undefined) throw new OrgError('INVALID_QUERY_LOCATOR', `Invalid cursor: ${cursor}`);
  return Number(position);
}

export function connectionOfPage<Node>(
  nodes: readonly Node[],
  page: Page,
  rest: { hasNextPage: boolean; totalCount: number },
): Connection<Node> {
  const edges = nodes.map((node, index) => ({ node, cursor: cursorAt(page.offset + index) }));
  return {
    edges,
    totalCount: rest.totalCount,
    pageInfo: {
      hasNextPage: rest.hasNextPage,
      hasPreviousPage: page.offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
