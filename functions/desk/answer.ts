import type { Trigger } from '../../shared/runtime/on-event.ts';
import { crossSite, type Reply, type Request } from '../../shared/web/http.ts';
import { refusedElsewhere } from '../../shared/web/neutral.tsx';
import { languageCookie, languageFor } from './cookies.ts';
import type { Needs } from './needs.ts';
import { missingReply, refusedReply } from './parts/refused.tsx';
import { type Route, routeFor } from './routes.ts';
import { memberOf } from './session.ts';
import { askPage } from './sign-in/pages.tsx';
import type { Visit } from './visit.ts';

/** Every request to the desk: who is it, may they, and which page answers. */
export async function answer(request: Request, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { language, chosen } = languageFor(request);
  if (crossSite(request)) return refusedElsewhere({ stage: needs.stage, language });
  const found = routeFor(request.method, request.path);
  const visit: Visit = { request, params: found?.params ?? {}, needs, trigger, language };
  const reply = await enter(visit, found?.route);
  return chosen ? { ...reply, cookies: [...(reply.cookies ?? []), languageCookie(language)] } : reply;
}

async function enter(visit: Visit, route: Route | undefined): Promise<Reply> {
  if (route && 'door' in route) return route.door(visit);
  const member = await memberOf(visit);
  // Outside, what exists and what does not look the same.
  if (!member) return askPage(visit);
  const inside = { ...visit, member };
  if (!route) return missingReply(inside);
  if (visit.request.method === 'POST' && member.role === 'reader' && !route.readersToo) {
    return refusedReply(inside, 'readers only read', '/desk');
  }
  return route.inside(inside);
}
