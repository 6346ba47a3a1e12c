import type { Instant } from '../../events/define.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import { answerConsent, canConsent, Decision, saidForGood, suspectedConsent } from '../../shared/pair/consent.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { callNameOf, type Participant } from '../../shared/participant/participant.ts';
import { visitorOf } from '../../shared/participant/visit.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { calendarDate, wallClock } from '../../shared/time/calendar.ts';
import { openLink } from '../../shared/token/open-link.ts';
import type { Posts } from '../../shared/token/posts.dynamodb.ts';
import type { Claims } from '../../shared/token/token.ts';
import { crossSite, page, type Reply, type Request } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved, refusedElsewhere } from '../../shared/web/neutral.tsx';
import { renderToken, sendingOf } from '../../shared/web/rendered.ts';
import { frameFor, speakerFor } from '../../shared/web/speaking.tsx';
import { judge, type Verdict } from '../../shared/web/suspicion.ts';
import { tooMany } from '../../shared/web/too-many.tsx';
import { closedPage, type FormView, formPage, thanksPage, type View } from './pages.tsx';
import { isOpen, isThanked, type Visit, visitOf } from './visit.ts';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly posts: Posts;
  readonly stage: string;
}

/** One of the two says whether they want to be a pair, and may change their mind until it has formed; but a senior's yes is final. */
export async function consent(request: Request, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { table, keys, posts, stage } = needs;
  const where = { stage, language: languageOf(request) };
  if (crossSite(request)) return refusedElsewhere(where);
  const link = await openLink(keys, 'consent', request.params.token ?? '', trigger.at);
  if (link.ok && link.preview) return preview(request, link.claims, needs, trigger.at);
  const visit = link.ok ? await visitOf(table, link.claims) : undefined;
  if (!visit) return notFound(where);
  if (isThanked(visit, trigger.at)) return thanks(request, visit, stage, 'yes');
  if (!isOpen(visit, trigger.at)) return page(closedPage(viewOf(visit, stage)), 410);
  if (await posts.full(request, trigger.at)) return tooMany(where, trigger.at);
  return request.method === 'POST' ? save(request, visit, needs, trigger) : ask(request, visit, needs, trigger.at);
}

function viewOf({ cohort, me, role, partner, pair, run }: Visit, stage: string): View {
  const zone = me.self.timeZone;
  const question = pair.consent?.[role];
  return {
    speaker: speakerFor(me, cohort),
    frame: frameFor(stage, me.self.letterLanguage, cohort),
    role,
    partner: { name: partner.name, callName: callNameOf(partner), unit: partner.hr?.unit },
    closesAt: question && wallClock(question.closesAt, zone),
    settlesOn: run.consentDueAt && calendarDate(run.consentDueAt, zone),
  };
}

const thanks = ({ path }: Request, visit: Visit, stage: string, decision: Decision): Reply =>
  page(thanksPage({ ...viewOf(visit, stage), decision, changeLink: path }));

const formName = ({ me, pair }: Visit) => `consent ${pair.cohortId} ${pair.pairId} ${me.personId}`;

async function ask(request: Request, visit: Visit, { keys, stage }: Needs, at: Instant): Promise<Reply> {
  return page(
    formPage({
      ...viewOf(visit, stage),
      chosen: decisionIn(request.query) ?? visit.pair.consent?.[visit.role]?.answer,
      rendered: await renderToken(keys, formName(visit), at),
    }),
  );
}

/**
 * What HR's samples lead to: the question as it will look, about somebody invented. It never reads a pair, because the two of
 * a sample may be one by now, and the page would tell HR what has been answered.
 */
async function preview(request: Request, claims: Claims, { table, keys, stage }: Needs, at: Instant): Promise<Reply> {
  const where = { stage, language: languageOf(request) };
  const visitor = await visitorOf(table, claims);
  if (!visitor) return notFound(where);
  if (request.method === 'POST') return previewSaved(where);
  const { me, cohort } = visitor;
  return page(
    formPage({
      speaker: speakerFor(me, cohort),
      frame: frameFor(stage, me.self.letterLanguage, cohort),
      role: me.role,
      partner: { name: 'Alex', callName: 'Alex' },
      closesAt: undefined,
      settlesOn: undefined,
      chosen: decisionIn(request.query),
      rendered: await renderToken(keys, 'preview', at),
    }),
  );
}

const decisionIn = (fields: URLSearchParams): Decision | undefined => Decision.safeParse(fields.get('answer')).data;

async function save(request: Request, visit: Visit, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { table, keys, stage } = needs;
  const { me, role, pair } = visit;
  const { at } = trigger;
  const decision = decisionIn(request.form);
  const again = async (notice: FormView['notice'], status: number) =>
    page(
      formPage({
        ...viewOf(visit, stage),
        chosen: decision,
        rendered: await renderToken(keys, formName(visit), at),
        notice,
      }),
      status,
    );
  if (!decision) return again('missing', 422);
  const sending = await sendingOf(keys, formName(visit), request.form, at);
  let verdict: Verdict = 'counts';
  // One name for a yes and a no: the trail of a pair tells that somebody answered, and not what.
  const result = await table.change(pairs, pair, commandOf(me, trigger), (current) => {
    const question = current?.consent?.[role];
    if (current && saidForGood(current, role, at)) return { refused: 'said for good' };
    if (!current || !question || !canConsent(current, role, at)) return { refused: 'closed' };
    verdict = judge(sending, {
      answeredAt: question.answeredAt,
      differs: question.answer !== undefined && question.answer !== decision,
      suspectAt: question.suspectAt,
    });
    if (verdict === 'early') return { refused: 'early' };
    if (verdict === 'suspect') return suspectedConsent(current, role, at);
    return answerConsent(current, role, decision, at);
  });
  if (!result.ok && result.refused === 'said for good') return thanks(request, visit, stage, 'yes');
  if ((verdict as Verdict) !== 'counts') return again('once more', 409);
  if (!result.ok && result.refused === 'closed') return page(closedPage(viewOf(visit, stage)), 410);
  return thanks(request, visit, stage, decision);
}

const commandOf = ({ personId }: Participant, trigger: Trigger) => ({
  ...trigger.command('answer about the pair'),
  by: `participant:${personId}`,
});
