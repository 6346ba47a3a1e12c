import { rightOfPath, verdictOn } from '../member/rights.ts';
import type { Trigger } from '../runtime/on-event.ts';
import { crossSite, type Reply, type Request } from '../web/http.ts';
import { refusedElsewhere } from '../web/neutral.tsx';
import { askPage } from './ask-page.tsx';
import { languageCookie, languageFor } from './cookies.ts';
import { noteView, showsPeople } from './log.ts';
import type { Needs } from './needs.ts';
import { missingReply, refusedReply } from './refused.tsx';
import { type Route, routeFor } from './routes.ts';
import { memberOf } from './session.ts';
import type { Visit } from './visit.ts';

/** Every request to a part of the desk: who is it, may they, and which page answers. */
export const answerBy =
  <N extends Needs>(routes: readonly Route<N>[]) =>
  async (request: Request, needs: N, trigger: Trigger): Promise<Reply> => {
    const { language, chosen } = languageFor(request);
    if (crossSite(request)) return refusedElsewhere({ stage: needs.stage, language });
    const found = routeFor(routes, request.method, request.path);
    const visit: Visit<N> = { request, params: found?.params ?? {}, needs, trigger, language };
    const reply = await enter(visit, found?.route);
    return chosen ? { ...reply, cookies: [...(reply.cookies ?? []), languageCookie(language)] } : reply;
  };

async function enter<N extends Needs>(visit: Visit<N>, route: Route<N> | undefined): Promise<Reply> {
  if (route && 'door' in route) return route.door(visit);
  const member = await memberOf(visit);
  // Outside, what exists and what does not look the same.
  if (!member) return askPage(visit);
  const inside = { ...visit, member };
  if (!route) return missingReply(inside);
  const right = route.right ?? rightOfPath(route.method, route.path);
  const verdict = verdictOn(member, right, visit.params.cohort);
  // What is beyond one's rights and what does not exist look the same, too.
  if (verdict === 'nothing there') return missingReply(inside);
  if (verdict === 'sees only') return refusedReply(inside, 'readers only read', '/desk');
  const reply = await route.inside(inside);
  const seen = visit.request.method === 'GET' && reply.status === 200 && showsPeople(route.path);
  // No look without its row.
  if (seen) await noteView(inside, route.path);
  return reply;
}
