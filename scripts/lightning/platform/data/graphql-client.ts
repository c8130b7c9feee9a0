import { listen, recordsChanged } from './changes.ts';
import { orgFetch } from './org-fetch.ts';
import { idsIn } from './record-types.ts';
import { wireAdapter } from './wire-adapter.ts';

/** A parsed document, opaque to components. */
export interface GraphQLDocument {
  readonly text: string;
}

export interface GraphQLError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: unknown;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
}

export interface GraphQLResult {
  readonly data: unknown;
  readonly errors: readonly GraphQLError[] | undefined;
  readonly refresh?: () => Promise<void>;
}

export function gql(parts: TemplateStringsArray, ...inserts: readonly (string | GraphQLDocument)[]): GraphQLDocument {
  const text = parts.reduce((whole, part, n) => {
    const insert = inserts[n - 1];
    return `${whole}${typeof insert === 'object' ? insert.text : (insert ?? '')}${part}`;
  });
  return { text };
}

export interface GraphQLConfig {
  readonly query: GraphQLDocument | undefined;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export async function runGraphQL({ query, variables, operationName }: GraphQLConfig): Promise<Answer> {
  const body = {
    query: query?.text,
    variables: variables ?? {},
    ...(operationName === undefined ? {} : { operationName }),
  };
  try {
    return await orgFetch<Answer>('/graphql', { method: 'POST', body });
  } catch (failure) {
    return { data: null, errors: errorsOf(failure) };
  }
}

function errorsOf(failure: unknown): GraphQLError[] {
  const body = (failure as { body?: unknown }).body;
  const errors = (body as { errors?: GraphQLError[] } | undefined)?.errors;
  if (Array.isArray(errors)) return errors;
  const messages = [body].flat().map((each) => (each as { message?: unknown } | undefined)?.message);
  return messages.map((message) => ({ message: typeof message === 'string' ? message : String(failure) }));
}

const refreshers = new WeakMap<object, () => Promise<void>>();

/** Runs the query, and again when the variables or a shown record changes. */
export const graphql = wireAdapter<GraphQLConfig, GraphQLResult>((config, emit) => {
  if (config.query === undefined) return undefined;
  if (config.variables !== undefined && Object.values(config.variables).some((value) => value === undefined))
    return undefined;
  let shown: ReadonlySet<string> = new Set();
  let turn = 0;
  const ask = async (): Promise<void> => {
    const mine = ++turn;
    const { data, errors } = await runGraphQL(config);
    if (mine !== turn) return;
    shown = idsIn([config.variables, data]);
    const failed = errors !== undefined && errors.length > 0;
    const result: GraphQLResult = { data: data ?? undefined, errors: failed ? errors : undefined, refresh: ask };
    refreshers.set(result, ask);
    emit(result);
  };
  void ask();
  return listen({ shows: () => shown, refresh: ask });
});

export async function refreshGraphQL(result: object): Promise<void> {
  const refresh = refreshers.get(result) ?? (result as GraphQLResult).refresh;
  if (refresh === undefined) throw new TypeError('refreshGraphQL expects the result of a graphql wire');
  await refresh();
}

/** Runs a mutation; every adapter that shows a record it touched looks again. */
export async function executeMutation(config: GraphQLConfig): Promise<GraphQLResult> {
  const { data, errors } = await runGraphQL(config);
  const failed = errors !== undefined && errors.length > 0;
  await recordsChanged([...idsIn([config.variables, data])]);
  return { data: data ?? undefined, errors: failed ? errors : undefined };
}
