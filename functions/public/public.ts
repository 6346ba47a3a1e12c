import { stylesheet, stylesheetPath } from '../../shared/web/compiled/stylesheet.js';
import { page, type Reply, type Request } from '../../shared/web/http.ts';
import { languageOf, notFound } from '../../shared/web/neutral.tsx';
import { icon } from './icon.ts';
import { frontPage } from './pages.tsx';

export interface Needs {
  readonly stage: string;
}

/** What needs no link: the front page, the style sheet, the icon. Everything else does not exist. */
export async function answer(request: Request, { stage }: Needs): Promise<Reply> {
  const where = { stage, language: languageOf(request) };
  if (request.method === 'POST') return notFound(where);
  if (request.path === '/') return page(frontPage(where));
  if (request.path === stylesheetPath)
    return asset(stylesheet, 'text/css; charset=utf-8', 'public, max-age=31536000, immutable');
  // A page that was open while a new version went out asks for the sheet of before: today's is better than none.
  if (/^\/assets\/styles\.[0-9a-f]{12}\.css$/.test(request.path))
    return asset(stylesheet, 'text/css; charset=utf-8', 'no-cache');
  if (request.path === '/assets/icon.svg' || request.path === '/favicon.ico')
    return asset(icon, 'image/svg+xml', 'public, max-age=86400');
  return notFound(where);
}

const asset = (body: string, type: string, cache: string): Reply => ({
  status: 200,
  body,
  headers: { 'content-type': type, 'cache-control': cache },
});
