import { HelpId } from '../../events/ids.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { handle, suspectedHelp } from '../../shared/help/handle.ts';
import { helps } from '../../shared/help/help.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { participants } from '../../shared/participant/participant.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { calendarDate } from '../../shared/time/calendar.ts';
import { openLink } from '../../shared/token/open-link.ts';
import type { Posts } from '../../shared/token/posts.dynamodb.ts';
import type { Claims } from '../../shared/token/token.ts';
import { crossSite, page, type Reply, type Request, seeOther } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved, refusedElsewhere } from '../../shared/web/neutral.tsx';
import { renderToken, sendingOf } from '../../shared/web/rendered.ts';
import { speakerIn } from '../../shared/web/speaking.tsx';
import { judge, type Verdict } from '../../shared/web/suspicion.ts';
import { tooMany } from '../../shared/web/too-many.tsx';
import { helpPage } from './pages.tsx';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly posts: Posts;
  readonly stage: string;
}

/** The chosen contact sees who asks for a call, takes it on and closes it. Nobody else ever opens this. */
export async function help(request: Request, { table, keys, posts, stage }: Needs, trigger: Trigger): Promise<Reply> {
  const { at } = trigger;
  const where = { stage, language: languageOf(request) };
  if (crossSite(request)) return refusedElsewhere(where);
  const link = await openLink(keys, 'help', request.params.token ?? '', at);
  const found = link.ok ? await requestOf(table, link.claims) : undefined;
  if (!link.ok || !found) return notFound(where);
  if (link.preview && request.method === 'POST') return previewSaved(where);
  const { asked, cohort, person } = found;
  const formName = `help ${asked.helpId}`;
  const show = async (onceMore: boolean) =>
    page(
      helpPage({
        stage,
        speaker: speakerIn(where.language, cohort),
        language: where.language,
        cohort: cohort.name,
        asked,
        askedOn: calendarDate(asked.askedAt, cohort.timeZone),
        person,
        onceMore,
        rendered: await renderToken(keys, formName, at),
      }),
      onceMore ? 409 : 200,
    );
  if (request.method !== 'POST') return show(false);
  if (await posts.full(request, at)) return tooMany(where, at);
  const sending = await sendingOf(keys, formName, request.form, at);
  const move = request.form.get('move') === 'close' ? 'close' : 'take';
  const command = { ...trigger.command(`${move} help`), by: `contact:${asked.helpId}` };
  let verdict: Verdict = 'counts';
  await table.change(helps, asked, command, (current) => {
    if (!current) return { refused: 'not there' };
    verdict = judge(sending, { suspectAt: current.suspectAt });
    if (verdict === 'early') return { refused: 'early' };
    return verdict === 'suspect' ? suspectedHelp(current, at) : handle(current, move, at);
  });
  return (verdict as Verdict) === 'counts' ? seeOther(request.path) : show(true);
}

async function requestOf(table: Table, claims: Claims) {
  const helpId = HelpId.safeParse(claims.help);
  const asked = helpId.success ? await table.get(helps, { helpId: helpId.data }) : undefined;
  if (!asked) return undefined;
  const [cohort, person] = await Promise.all([table.get(cohorts, asked), table.get(participants, asked)]);
  return cohort && { asked, cohort, person: person?.state === 'erased' ? undefined : person };
}
