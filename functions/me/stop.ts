import { participants } from '../../shared/participant/participant.ts';
import { stop, stoppableKind } from '../../shared/participant/stop.ts';
import { visitorOf } from '../../shared/participant/visit.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import { mintWith, openLink } from '../../shared/token/open-link.ts';
import { pathOf } from '../../shared/token/token.ts';
import { page, type Reply, type Request } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved } from '../../shared/web/neutral.tsx';
import { frameFor, speakerFor } from '../../shared/web/speaking.tsx';
import { stopPage } from './stop-page.tsx';
import type { Needs } from './visit.ts';

/**
 * Stops one kind of letter by one POST, from a person or from a mail server (`List-Unsubscribe=One-Click`): no cookie,
 * no render time and no check of where it comes from, because only the signed link can be meant. Opening it does nothing.
 */
export async function stopLetters(request: Request, { table, keys, stage }: Needs, trigger: Trigger): Promise<Reply> {
  const where = { stage, language: languageOf(request) };
  const link = await openLink(keys, 'unsubscribe', request.params.token ?? '', trigger.at);
  const kind = link.ok ? stoppableKind(link.claims.kind) : undefined;
  const visitor = link.ok && kind ? await visitorOf(table, link.claims) : undefined;
  if (!link.ok || !kind || !visitor) return notFound(where);
  const post = request.method === 'POST';
  if (post && link.preview) return previewSaved(where);
  const { cohort, me } = visitor;
  if (post) {
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
      stopped: post,
      lettersLink: `${pathOf('me', token)}/letters`,
    }),
  );
}
