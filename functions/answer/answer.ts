import type { Instant } from '../../events/define.ts';
import {
  answered,
  canAnswer,
  differs,
  type Given,
  helpWanted,
  readAnswers,
  suspected,
} from '../../shared/check-in/answer.ts';
import { checkIns } from '../../shared/check-in/check-in.ts';
import { roundOf } from '../../shared/check-in/questions.ts';
import { seal, unseal } from '../../shared/check-in/seal.ts';
import { helpIdOf, helps } from '../../shared/help/help.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { callNameOf, gone } from '../../shared/participant/participant.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { change } from '../../shared/table/commit.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { calendarDate } from '../../shared/time/calendar.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import { mintWith, openLink } from '../../shared/token/open-link.ts';
import type { Posts } from '../../shared/token/posts.dynamodb.ts';
import { pathOf } from '../../shared/token/token.ts';
import { crossSite, page, type Reply, type Request } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved, refusedElsewhere } from '../../shared/web/neutral.tsx';
import { renderToken, sendingOf } from '../../shared/web/rendered.ts';
import { frameFor, speakerFor, speakerIn } from '../../shared/web/speaking.tsx';
import { judge, type Sending } from '../../shared/web/suspicion.ts';
import { tooMany } from '../../shared/web/too-many.tsx';
import { closedPage, type FormView, formPage, thanksPage, type View } from './pages.tsx';
import { type Sample, type Visit, visitOf } from './visit.ts';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly posts: Posts;
  readonly stage: string;
  randomBytes(length: number): Uint8Array;
}

/** One side of a pair opens its check-in from a letter, answers, and may change the answer until it closes. */
export async function answer(request: Request, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { table, keys, posts, stage } = needs;
  const where = { stage, language: languageOf(request) };
  if (crossSite(request)) return refusedElsewhere(where);
  const link = await openLink(keys, 'answer', request.params.token ?? '', trigger.at);
  const visit = link.ok ? await visitOf(table, link.claims) : undefined;
  if (!link.ok || !visit) return notFound(where);
  if (link.preview) return request.method === 'POST' ? previewSaved(where) : preview(visit, request, needs, trigger.at);
  if (!('checkIn' in visit)) return notFound(where);
  if (!canAnswer(visit.checkIn, trigger.at) || gone(visit.me)) return page(closedPage(viewOf(visit, stage)), 410);
  if (await posts.full(request, trigger.at)) return tooMany(where, trigger.at);
  return request.method === 'POST' ? save(request, visit, needs, trigger) : ask(request, visit, needs, trigger.at);
}

function viewOf(visit: Visit, stage: string): View {
  const { cohort, checkIn, me, partner } = visit;
  const speaker = speakerFor(me, cohort);
  const named = partner ? speaker.named({ name: partner.name, callName: callNameOf(partner) }) : '…';
  return {
    speaker,
    frame: frameFor(stage, me.self.letterLanguage, cohort),
    about: { role: checkIn.role, partner: named, ...contactNames(cohort) },
  };
}

/** A request for help goes to the first contact of its kind, so that name and no other is promised. */
const contactNames = ({ coordinators, independentContacts }: Visit['cohort']) => ({
  coordinator: coordinators[0]?.name ?? '',
  independent: independentContacts[0]?.name ?? '',
});

async function ask(request: Request, visit: Visit, { keys, stage }: Needs, at: Instant): Promise<Reply> {
  const { answers = {} } = visit.checkIn;
  const linked = readAnswers(['P1'], new URLSearchParams({ P1: request.query.get('p1') ?? '' })).operational;
  return page(
    formPage({
      ...viewOf(visit, stage),
      ...formOf(visit),
      chosen: { ...answers, ...linked },
      rendered: await renderToken(keys, visit.checkIn.checkInId, at),
    }),
  );
}

function formOf(visit: Visit): Pick<FormView, 'questions' | 'asksFit' | 'answeredBefore' | 'closes'> {
  const { checkIn, me } = visit;
  return {
    questions: checkIn.questions,
    asksFit: asksFit(visit),
    answeredBefore: checkIn.sealed !== undefined,
    closes: checkIn.closesAt && calendarDate(checkIn.closesAt, me.self.timeZone),
  };
}

/** Once, with the check-in of the first session. */
const asksFit = ({ checkIn, pair }: Visit) => checkIn.checkInId.includes('.session-') && pair.sessions === 1;

async function save(request: Request, visit: Visit, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { keys, stage } = needs;
  const { at } = trigger;
  const { checkInId, questions } = visit.checkIn;
  const given = readAnswers(questions, request.form, asksFit(visit));
  const again = async (notice: FormView['notice'], status: number) =>
    page(
      formPage({
        ...viewOf(visit, stage),
        ...formOf(visit),
        chosen: echoOf(visit, request.form),
        rendered: await renderToken(keys, checkInId, at),
        notice,
      }),
      status,
    );
  const met = given.operational.P1;
  if (met === undefined) return again('missing', 422);
  const outcome = await commit(visit, given, await sendingOf(keys, checkInId, request.form, at), needs, trigger);
  if (outcome === 'closed') return page(closedPage(viewOf(visit, stage)), 410);
  if (outcome === 'not counted') return again('once more', 409);
  return thanks(request, visit, given, met, needs);
}

/** What the sender chose, as it came: nothing of it was saved, and nothing that was saved is added. */
const echoOf = ({ checkIn }: Visit, form: URLSearchParams) =>
  Object.fromEntries([...checkIn.questions, 'fit'].map((id) => [id, form.get(id) ?? undefined]));

/** The answer and what it asks for in one transaction. Only the last answer stands; P7 is kept in its request alone. */
async function commit(
  { checkIn: { cohortId, pairId, checkInId, personId } }: Visit,
  given: Given,
  sending: Sending,
  { table, keys, randomBytes }: Needs,
  trigger: Trigger,
): Promise<'saved' | 'not counted' | 'closed'> {
  const { at } = trigger;
  const key = await keys.sealingKey(cohortId);
  const ref = { cohortId, pairId, checkInId };
  const command = { ...trigger.command('answer check-in'), by: `participant:${personId}` };
  let outcome: 'saved' | 'not counted' | 'closed' = 'closed';
  await table.transact(async () => {
    const current = await table.get(checkIns, ref);
    if (!current || !canAnswer(current, at)) return { refused: 'closed' };
    const before = current.sealed === undefined ? {} : unseal(current.sealed, key, checkInId);
    const verdict = judge(sending, { ...current, differs: differs(given, current.answers, before) });
    outcome = verdict === 'counts' ? 'saved' : 'not counted';
    if (verdict === 'early') return { refused: 'early' };
    if (verdict === 'suspect') return { command, changes: [change(checkIns, ref, current, suspected(current, at))] };
    const sealed = seal({ ...before, ...given.confidential }, key, checkInId, randomBytes(12));
    const after = answered(current, given, sealed, at);
    if (!after) return { refused: 'closed' };
    const known = await Promise.all(
      given.help.map(({ contact, about }) => table.get(helps, { helpId: helpIdOf(checkInId, contact, about) })),
    );
    const help = helpWanted(
      current,
      given,
      known.filter((each) => each !== undefined),
      at,
    );
    return { command, changes: [change(checkIns, ref, current, after), ...help.changes], says: help.says };
  });
  return outcome;
}

async function thanks(
  request: Request,
  visit: Visit,
  given: Given,
  met: string,
  { keys, stage }: Needs,
): Promise<Reply> {
  const { cohort, checkIn, me } = visit;
  const view = viewOf(visit, stage);
  const claims = { cohort: cohort.cohortId, person: me.personId };
  const token = await mintWith(keys, 'me', claims, daysAfter(cohort.endsAt, 90));
  const asked = new Set(given.help.map(({ contact }) => contact));
  return page(
    thanksPage({
      ...view,
      met: met === 'yes' || met === 'date' ? met : 'no',
      helpFrom: [
        ...(asked.has('coordinator') ? [view.about.coordinator] : []),
        ...(asked.has('independent contact') ? [view.about.independent] : []),
      ],
      logLink: `${pathOf('me', token)}/session`,
      planLink: `${pathOf('me', token)}/next`,
      changeLink: request.path,
      closes: calendarDate(checkIn.closesAt ?? checkIn.askAt, me.self.timeZone),
    }),
  );
}

async function preview(visit: Visit | Sample, request: Request, needs: Needs, at: Instant): Promise<Reply> {
  if ('checkIn' in visit) return ask(request, visit, needs, at);
  const { cohort, role } = visit;
  const language = request.query.has('lang') ? languageOf(request) : cohort.language;
  return page(
    formPage({
      speaker: speakerIn(language, cohort),
      frame: frameFor(needs.stage, language, cohort),
      about: { role, partner: 'Alex', ...contactNames(cohort) },
      questions: roundOf(role, 0),
      asksFit: false,
      answeredBefore: false,
      closes: undefined,
      chosen: { P1: request.query.get('p1') ?? undefined },
      rendered: await renderToken(needs.keys, 'preview', at),
    }),
  );
}
