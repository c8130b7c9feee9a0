import { unescape } from 'node:querystring';
import type { Route } from './route.ts';

export type RouteMatch =
  | { readonly kind: 'route'; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'method'; readonly allowed: readonly string[] };

export interface Router {
  readonly routes: readonly Route[];
  find(method: string, path: string): RouteMatch | undefined;
}

interface Compiled {
  readonly route: Route;
  readonly parts: readonly string[];
}

/** The first pattern that fits wins; literal parts stand before named ones, and `*` comes last. */
export function createRouter(routes: readonly Route[]): Router {
  const compiled = routes.map((route) => ({ route, parts: route.pattern.split('/').slice(1) })).sort(bySpecificity);
  refuseDoubles(routes);
  return {
    routes,
    find(method, path) {
      const segments = path.split('/').slice(1);
      const allowed: string[] = [];
      for (const { route, parts } of compiled) {
        if (!fits(parts, segments)) continue;
        if (route.method === method || (method === 'HEAD' && route.method === 'GET'))
          return { kind: 'route', route, params: paramsOf(parts, segments) };
        allowed.push(route.method);
      }
      return allowed.length > 0 ? { kind: 'method', allowed: [...new Set(allowed)] } : undefined;
    },
  };
}

function bySpecificity(a: Compiled, b: Compiled): number {
  const length = Math.max(a.parts.length, b.parts.length);
  for (let index = 0; index < length; index += 1) {
    const difference = weight(a.parts[index]) - weight(b.parts[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function weight(part: string | undefined): number {
  if (part === '*') return 2;
  return part === undefined || !part.includes(':') ? 0 : 1;
}

/** Nothing is taken apart before the whole pattern fits: most patterns do not, and every request asks them all. */
function fits(parts: readonly string[], segments: readonly string[]): boolean {
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const segment = segments[index];
    if (segment === undefined) return false;
    if (part === '*') return true;
    if (part?.startsWith(':') === true ? segment === '' : part !== segment) return false;
  }
  return segments.length === parts.length;
}

function paramsOf(parts: readonly string[], segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    if (part === '*') params['*'] = segments.slice(index).map(decodePart).join('/');
    else if (part.startsWith(':')) params[part.slice(1)] = decodePart(segments[index] ?? '');
  }
  return params;
}

/** Lenient: a broken escape (`%zz`) stays as it came, and then no resource has that name. */
function decodePart(segment: string): string {
  return unescape(segment);
}

function refuseDoubles(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { method, pattern } of routes) {
    const key = `${method} ${pattern.replace(/:\w+/g, ':')}`;
    if (seen.has(key)) throw new Error(`Two routes answer ${key}.`);
    seen.add(key);
  }
}
