import { visitorOf } from '../../shared/participant/visit.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { openLink } from '../../shared/token/open-link.ts';
import { crossSite, type Reply, type Request } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved, refusedElsewhere } from '../../shared/web/neutral.tsx';
import { renderToken } from '../../shared/web/rendered.ts';
import { frameFor, speakerFor } from '../../shared/web/speaking.tsx';
import { tooMany } from '../../shared/web/too-many.tsx';
import { judged } from './judged.ts';
import { data } from './pages/data.ts';
import { home } from './pages/home.ts';
import { letters } from './pages/letters.ts';
import { next } from './pages/next.ts';
import { session } from './pages/session.ts';
import { leaving, pausing, resuming } from './pages/steps.ts';
import { stopLetters } from './stop.ts';
import type { Answers, Needs, Visit } from './visit.ts';

const pages: Readonly<Record<string, Answers | undefined>> = {
  '': home,
  session,
  next,
  data,
  letters,
  pause: pausing,
  resume: resuming,
  leave: leaving,
};

export const pageNames: readonly string[] = Object.keys(pages);

/** A participant's own pages, and the address behind "stop these letters". */
export async function answer(request: Request, needs: Needs, trigger: Trigger): Promise<Reply> {
  if (request.path.startsWith('/stop/')) return stopLetters(request, needs, trigger);
  const { table, keys, posts, stage } = needs;
  const where = { stage, language: languageOf(request) };
  if (crossSite(request)) return refusedElsewhere(where);
  const token = request.params.token ?? '';
  const pageName = request.params.page ?? '';
  const page = Object.hasOwn(pages, pageName) ? pages[pageName] : undefined;
  const link = await openLink(keys, 'me', token, trigger.at);
  const visitor = link.ok && page ? await visitorOf(table, link.claims) : undefined;
  if (!link.ok || !page || !visitor) return notFound(where);
  if (request.method === 'POST' && link.preview) return previewSaved(where);
  const { cohort } = visitor;
  // It is HR who reads a preview: whether this person has a partner by now is not hers to know before the run is settled.
  const me = link.preview ? { ...visitor.me, slots: {} } : visitor.me;
  const formName = `me ${pageName} ${me.cohortId} ${me.personId}`;
  const visit: Visit = {
    request,
    needs,
    trigger,
    cohort,
    me,
    speaker: speakerFor(me, cohort),
    frame: frameFor(stage, me.self.letterLanguage, cohort),
    home: `/me/${token}`,
    rendered: () => renderToken(keys, formName, trigger.at),
    judged: () => judged(needs, formName, request, me, trigger),
  };
  if (request.method !== 'POST') return page.show(visit);
  if (await posts.full(request, trigger.at)) return tooMany(where, trigger.at);
  return page.save ? page.save(visit) : notFound(where);
}
