import { type Reply, seeOther } from '../../shared/web/http.ts';
import { attemptCookie, newAttempt } from './attempt.ts';
import type { Visit } from './needs.ts';
import { closedPage } from './pages.tsx';

/** GET /desk/company-sign-in: a cookie, and on to the provider. Nothing is remembered here. */
export async function begin(visit: Visit): Promise<Reply> {
  const { needs } = visit;
  const attempt = newAttempt(needs.randomId);
  try {
    const { href } = await needs.provider.begin(attempt);
    return seeOther(href, [attemptCookie(attempt)]);
  } catch (error) {
    needs.warn('the company sign-in does not begin', reason(error));
    return closedPage(visit, 'down');
  }
}

/** The library's own word for it; messages of a provider may name people. */
export function reason(error: unknown): string {
  const { name = 'Error', code, error: said } = Object(error) as Record<string, unknown>;
  return [name, code, said].filter((part) => typeof part === 'string').join(' ');
}
