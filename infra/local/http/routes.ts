/** One route of the API: its key, and what of a path it takes. */
export interface Route<T> {
  routeKey: string;
  target: T;
}

export interface Match<T> {
  route: Route<T>;
  parameters: Record<string, string>;
}

/**
 * Finds the route of a request as an HTTP API does: the most specific path wins (fixed before `{name}` before `{name+}`), then
 * the method before `ANY`, and `$default` takes the rest.
 */
export function routes<T>(all: readonly Route<T>[]): (method: string, path: string) => Match<T> | undefined {
  const compiled = all
    .filter(({ routeKey }) => routeKey !== '$default')
    .map(compile)
    .sort((one, other) => other.rank.localeCompare(one.rank));
  const fallback = all.find(({ routeKey }) => routeKey === '$default');
  return (method, path) => {
    for (const { route, verb, expression } of compiled) {
      if (verb !== 'ANY' && verb !== method) continue;
      const found = expression.exec(path);
      if (found) return { route, parameters: decoded(found.groups ?? {}) };
    }
    return fallback && { route: fallback, parameters: {} };
  };
}

function compile<T>(route: Route<T>) {
  const [verb = 'ANY', pattern = '/'] = route.routeKey.split(' ');
  const parts = pattern.split('/').slice(1);
  const names: string[] = [];
  const source = parts.map((part) => {
    const [, name, greedy] = /^\{(\w+)(\+?)\}$/.exec(part) ?? [];
    if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    names.push(name);
    return greedy ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  // Part by part: fixed text is worth more than a name, a name more than the rest of the path; then the method.
  const rank = parts.map((part) => (part.endsWith('+}') ? '1' : part.startsWith('{') ? '2' : '3')).join('');
  return {
    route,
    verb,
    expression: new RegExp(`^/${source.join('/')}$`),
    rank: `${rank}${verb === 'ANY' ? '0' : '4'}`,
  };
}

function decoded(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value = '']) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}
