import type { Right } from '../member/rights.ts';
import type { Needs } from './needs.ts';
import type { MemberPage, OpenPage } from './visit.ts';

type Method = 'GET' | 'POST';
export type Route<N extends Needs> = { readonly method: Method; readonly path: string } & (
  | { readonly door: OpenPage<N> }
  /** Which right it asks for; absent where its path says it. */
  | { readonly inside: MemberPage<N>; readonly right?: Right }
);

/** The first route that fits, with the named parts of the path. */
export function routeFor<N extends Needs>(
  routes: readonly Route<N>[],
  method: 'GET' | 'HEAD' | 'POST',
  path: string,
): { route: Route<N>; params: Record<string, string> } | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    const params = route.method === asked ? match(route.path, path) : undefined;
    if (params) return { route, params };
  }
  return undefined;
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const here = given[place] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = here;
    else if (part !== here) return undefined;
  }
  return params;
}
