import { participants } from '../../shared/participant/participant.ts';
import { stop, stoppableKind } from '../../shared/participant/stop.ts';
import { visitorOf } from '../../shared/participant/visit.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import { mintWith, openLink } from '../../shared/token/open-link.ts';
import { pathOf } from '../../shared/token/token.ts';
import { page, type Reply, type Request } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved } from '../../shared/web/neutral.tsx';
import { formFields, renderToken } from '../../shared/web/rendered.ts';
import { frameFor, speakerFor } from '../../shared/web/speaking.tsx';
import { tooMany } from '../../shared/web/too-many.tsx';
import { judged } from './judged.ts';
import { stopPage } from './stop-page.tsx';
import type { Needs } from './visit.ts';

/**
 * Stops one kind of letter by one POST of a mail server (`List-Unsubscribe=One-Click`): no cookie, no render time and no
 * check of where it comes from, because only the signed link can be meant. Opening it does nothing. What our own page
 * sends is looked at like every form: a mail filter that presses its button must not stop anybody's letters.
 */
export async function stopLetters(request: Request, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { table, keys, stage } = needs;
  const where = { stage, language: languageOf(request) };
  const link = await openLink(keys, 'unsubscribe', request.params.token ?? '', trigger.at);
  const kind = link.ok ? stoppableKind(link.claims.kind) : undefined;
  const visitor = link.ok && kind ? await visitorOf(table, link.claims) : undefined;
  if (!link.ok || !kind || !visitor) return notFound(where);
  const post = request.method === 'POST';
  if (post && link.preview) return previewSaved(where);
  const ours = request.form.has(formFields.rendered) || request.form.has(formFields.button);
  // A mail server is never asked to wait: what is stopped already stays so, and nothing is written once more.
  if (ours && (await needs.posts.full(request, trigger.at))) return tooMany(where, trigger.at);
  const { cohort, me } = visitor;
  const formName = `stop ${kind} ${me.cohortId} ${me.personId}`;
  const counts = post && (!ours || (await judged(needs, formName, request, me, trigger)) === 'counts');
  if (counts) {
    const command = { ...trigger.command('stop letters'), by: `participant:${me.personId}` };
    await table.change(participants, me, command, (current) => (current ? stop(current, kind) : { refused: 'nobody' }));
  }
  const claims = { cohort: cohort.cohortId, person: me.personId };
  // A preview leads to a preview: it is HR who reads it, and she must not come to act as this person.
  const token = link.preview
    ? await mintWith(keys, 'preview', { ...claims, as: 'me' }, daysAfter(trigger.at, 1))
    : await mintWith(keys, 'me', claims, daysAfter(cohort.endsAt, 90));
  return page(
    stopPage({
      frame: frameFor(stage, me.self.letterLanguage, cohort),
      speaker: speakerFor(me, cohort),
      kind,
      stopped: counts,
      onceMore: post && !counts,
      rendered: await renderToken(keys, formName, trigger.at),
      lettersLink: `${pathOf('me', token)}/letters`,
    }),
    post && !counts ? 409 : 200,
  );
}
