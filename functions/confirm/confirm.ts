import type { Instant } from '../../events/define.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { canDecide, confirm as confirmed, decline, suspected } from '../../shared/participant/decide.ts';
import { type Participant, participants } from '../../shared/participant/participant.ts';
import { readShort } from '../../shared/participant/self-form.ts';
import { visitorOf } from '../../shared/participant/visit.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import { mintWith, openLink } from '../../shared/token/open-link.ts';
import type { Posts } from '../../shared/token/posts.dynamodb.ts';
import { pathOf } from '../../shared/token/token.ts';
import { crossSite, page, type Reply, type Request } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved, refusedElsewhere } from '../../shared/web/neutral.tsx';
import { renderToken, sendingOf } from '../../shared/web/rendered.ts';
import { frameFor, speakerFor } from '../../shared/web/speaking.tsx';
import { judge, type Verdict } from '../../shared/web/suspicion.ts';
import { tooMany } from '../../shared/web/too-many.tsx';
import { closedPage, type FormView, formPage, thanksNoPage, thanksYesPage, type View } from './pages.tsx';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly posts: Posts;
  readonly stage: string;
}

interface Visit {
  readonly cohort: Cohort;
  readonly me: Participant;
}

/** An invited person says yes or no, and may exchange the one for the other until there is a pair. */
export async function confirm(request: Request, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { table, keys, posts, stage } = needs;
  const where = { stage, language: languageOf(request) };
  if (crossSite(request)) return refusedElsewhere(where);
  const link = await openLink(keys, 'confirm', request.params.token ?? '', trigger.at);
  const visit = link.ok ? await visitorOf(table, link.claims) : undefined;
  if (!link.ok || !visit) return notFound(where);
  if (link.preview && request.method === 'POST') return previewSaved(where);
  if (!link.preview && !canDecide(visit.me, visit.cohort)) return page(closedPage(viewOf(visit, stage)), 410);
  if (await posts.full(request, trigger.at)) return tooMany(where, trigger.at);
  return request.method === 'POST' ? save(request, visit, needs, trigger) : ask(request, visit, needs, trigger.at);
}

const viewOf = ({ cohort, me }: Visit, stage: string): View => ({
  speaker: speakerFor(me, cohort),
  frame: frameFor(stage, me.self.letterLanguage, cohort),
  role: me.role,
});

const formName = ({ cohortId, personId }: Participant) => `confirm ${cohortId} ${personId}`;

async function ask(request: Request, visit: Visit, { keys, stage }: Needs, at: Instant): Promise<Reply> {
  return page(
    formPage({
      ...viewOf(visit, stage),
      chosen: decisionIn(request.query) ?? decisionOf(visit.me),
      self: { ...visit.me.self, ...visit.me.typed?.self },
      typed: typedOf(visit.me),
      topics: visit.cohort.topics,
      rendered: await renderToken(keys, formName(visit.me), at),
    }),
  );
}

function decisionIn(fields: URLSearchParams): 'yes' | 'no' | undefined {
  const answer = fields.get('answer');
  return answer === 'yes' || answer === 'no' ? answer : undefined;
}

const decisionOf = ({ state }: Participant) =>
  state === 'confirmed' ? 'yes' : state === 'declined' ? 'no' : undefined;

/** What a form said meanwhile; `mine`: the person says on this page that it is right. */
function typedOf({ self, typed }: Participant, form?: URLSearchParams): FormView['typed'] {
  return typed && { at: typed.at, before: self, self: typed.self, mine: form ? form.get('typed') === typed.at : true };
}

async function save(request: Request, visit: Visit, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { table, keys, stage } = needs;
  const { cohort, me } = visit;
  const { at } = trigger;
  const decision = decisionIn(request.form);
  const again = async (notice: FormView['notice'], status: number) =>
    page(
      formPage({
        ...viewOf(visit, stage),
        chosen: decision,
        self: readShort(request.form, { ...me.self, ...me.typed?.self }, cohort.topics),
        typed: typedOf(me, request.form),
        topics: cohort.topics,
        rendered: await renderToken(keys, formName(me), at),
        notice,
      }),
      status,
    );
  if (!decision) return again('missing', 422);
  const sending = await sendingOf(keys, formName(me), request.form, at);
  const command = { ...trigger.command(decision === 'yes' ? 'confirm' : 'decline'), by: `participant:${me.personId}` };
  let verdict: Verdict = 'counts';
  const result = await table.change(participants, me, command, (current) => {
    if (!current) return { refused: 'nobody' };
    const before = decisionOf(current);
    verdict = judge(sending, {
      answeredAt: current.decidedAt,
      differs: before !== undefined && before !== decision,
      suspectAt: current.suspectAt,
    });
    if (verdict === 'early') return { refused: 'early' };
    if (verdict === 'suspect') return canDecide(current, cohort) ? suspected(current, at) : { refused: 'settled' };
    if (decision === 'no') return decline(current, cohort, at);
    const self = typedOf(current, request.form)?.mine ? { ...current.self, ...current.typed?.self } : current.self;
    return confirmed(current, cohort, readShort(request.form, self, cohort.topics), at);
  });
  if ((verdict as Verdict) !== 'counts') return again('once more', 409);
  if (!result.ok) return page(closedPage(viewOf(visit, stage)), 410);
  return decision === 'no'
    ? page(thanksNoPage({ ...viewOf(visit, stage), changeLink: request.path }))
    : thanksYes(request, { cohort, me: result.item }, needs);
}

async function thanksYes(request: Request, visit: Visit, { keys, stage }: Needs): Promise<Reply> {
  const { cohort, me } = visit;
  const claims = { cohort: cohort.cohortId, person: me.personId };
  const token = await mintWith(keys, 'me', claims, daysAfter(cohort.endsAt, 90));
  return page(
    thanksYesPage({
      ...viewOf(visit, stage),
      deadline: cohort.enrolmentDeadline,
      complete: me.self.topics.length > 0 && me.self.languages.length > 0,
      meLink: pathOf('me', token),
      changeLink: request.path,
    }),
  );
}
