import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Reply, Request } from '../../shared/web/http.ts';

/** A request as the gateway brings it; cookies and headers only where a test wants them. */
export function request(method: Request['method'], path: string, more: Partial<Request> = {}): Request {
  const [pathname = '', query = ''] = path.split('?');
  const [, , token = '', page] = pathname.split('/');
  return {
    method,
    path: pathname,
    params: { token, ...(page === undefined ? {} : { page }) },
    query: new URLSearchParams(query),
    form: new URLSearchParams(),
    files: new Map(),
    cookies: {},
    language: 'de',
    headers: {},
    ...more,
  };
}

export const triggerAt = (at: string): Trigger => ({
  at,
  correlationId: 'req-test',
  command: (name) => ({ name, by: 'test', at, why: 'test', correlationId: 'req-test' }),
  remaining: () => 30_000,
});

/** The fields of the page's first form as a browser would send them, with what the person chooses. */
export function filled(reply: Reply, choices: Record<string, string | readonly string[]> = {}): URLSearchParams {
  const form = new URLSearchParams();
  for (const [tag] of reply.body.matchAll(/<input[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type');
    if (name === undefined || name in choices) continue;
    if ((type === 'radio' || type === 'checkbox') && !/\schecked/.test(tag)) continue;
    form.append(name, attribute(tag, 'value') ?? '');
  }
  for (const [, name = '', options = ''] of reply.body.matchAll(/<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    if (name in choices) continue;
    const [chosen = ''] = options.match(/<option[^>]*\sselected[^>]*>/) ?? [];
    form.append(name, attribute(chosen, 'value') ?? '');
  }
  for (const [name, values] of Object.entries(choices)) {
    for (const value of [values].flat()) form.append(name, value);
  }
  if (!('by' in choices)) form.append('by', 'person');
  return form;
}

const attribute = (tag: string, name: string): string | undefined =>
  tag
    .match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
    ?.replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"');
