import type { Instant } from '../../events/define.ts';
import { CohortId } from '../../events/ids.ts';
import { type Cohort, cohorts } from '../../shared/cohort/cohort.ts';
import { cohortStates } from '../../shared/cohort/states.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { receiveForm } from '../../shared/submission/receive.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { calendarDate } from '../../shared/time/calendar.ts';
import { mostEnrolments } from '../../shared/token/limits.ts';
import { mintWith, openLink } from '../../shared/token/open-link.ts';
import type { Posts } from '../../shared/token/posts.dynamodb.ts';
import { type Claims, pathOf } from '../../shared/token/token.ts';
import { crossSite, page, type Reply, type Request, seeOther } from '../../shared/web/http.ts';
import { languageOf, notFound, previewSaved, refusedElsewhere } from '../../shared/web/neutral.tsx';
import { renderToken, sendingOf } from '../../shared/web/rendered.ts';
import { frameFor, speakerIn } from '../../shared/web/speaking.tsx';
import { goodAfter, judge } from '../../shared/web/suspicion.ts';
import { tooMany } from '../../shared/web/too-many.tsx';
import { dropDraft, keepDraft, readDraft } from './draft.ts';
import { emptyFields, type Fields, fieldsOf, readForm, type Wrong } from './form.ts';
import { closedPage, type FormView, formPage, thanksPage, type View } from './pages.tsx';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly posts: Posts;
  readonly stage: string;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** Somebody enrols by the cohort's signed link. What they send is one submission; no letter goes out because of it. */
export async function enrol(request: Request, needs: Needs, trigger: Trigger): Promise<Reply> {
  const { table, keys, posts, stage } = needs;
  const language = languageOf(request);
  const where = { stage, language };
  if (crossSite(request)) return refusedElsewhere(where);
  const link = await openLink(keys, 'cohort-form', request.params.token ?? '', trigger.at);
  const cohort = link.ok ? await cohortOf(table, link.claims) : undefined;
  if (!link.ok || !cohort) return notFound(where);
  if (link.preview && request.method === 'POST') return previewSaved(where);
  const view = { speaker: speakerIn(language, cohort), frame: frameFor(stage, language, cohort), cohort };
  if (!link.preview && !isOpen(cohort, trigger.at)) return page(closedPage(view), 410);
  if (await posts.full(request, trigger.at, mostEnrolments)) return tooMany(where, trigger.at);
  const secret = link.claims.draft;
  if (request.method === 'POST') return save(request, view, secret, needs, trigger);
  const kept = secret === undefined ? undefined : await readDraft({ table, cohort, secret }, trigger.at);
  const notice = secret === undefined ? undefined : kept ? 'kept' : 'no longer kept';
  return show(view, needs, trigger.at, kept ?? emptyFields(cohort, language), { notice });
}

async function cohortOf(table: Table, claims: Claims): Promise<Cohort | undefined> {
  const cohortId = CohortId.safeParse(claims.cohort);
  return cohortId.success ? table.get(cohorts, { cohortId: cohortId.data }) : undefined;
}

/** Open to the end of the deadline's day where the cohort is. Without listed domains nobody can be trusted to enrol. */
const isOpen = (cohort: Cohort, at: Instant): boolean =>
  cohort.domains.length > 0 &&
  cohortStates.next(cohort.state, 'end') !== undefined &&
  calendarDate(at, cohort.timeZone) <= cohort.enrolmentDeadline;

interface Trouble {
  readonly wrong?: Wrong;
  readonly notice?: FormView['notice'];
  readonly status?: number;
}

const formName = ({ cohortId }: Cohort) => `enrol ${cohortId}`;

async function show(view: View, { keys }: Needs, at: Instant, fields: Fields, trouble: Trouble = {}): Promise<Reply> {
  const { wrong = {}, notice, status = 200 } = trouble;
  // All of a cohort enrol by one link, so a suspect Save is remembered by its own next page alone: that one is good later.
  const rendered = await renderToken(keys, formName(view.cohort), notice === 'once more' ? goodAfter(at) : at);
  return page(formPage({ ...view, fields, wrong, notice, rendered }), status);
}

async function save(
  request: Request,
  view: View,
  secret: string | undefined,
  needs: Needs,
  trigger: Trigger,
): Promise<Reply> {
  const { table, keys } = needs;
  const { cohort } = view;
  const fields = fieldsOf(request.form);
  if (request.form.has('keep')) return keep(request, view, secret, needs, trigger);
  const again = (trouble: Trouble) => show(view, needs, trigger.at, fields, trouble);
  const { told, wrong } = readForm(fields, cohort);
  if (!told) return again({ wrong, status: 422 });
  const sending = await sendingOf(keys, formName(cohort), request.form, trigger.at);
  if (judge(sending) !== 'counts') return again({ notice: 'once more', status: 409 });
  const command = { ...trigger.command('enrol by form'), by: 'form' };
  const received = await receiveForm(table, await keys.identity(), command, cohort.cohortId, told);
  if (received === 'too many') return again({ notice: 'too many', status: 429 });
  if (secret !== undefined) await dropDraft({ table, cohort, secret }, trigger);
  return page(thanksPage({ ...view, address: told.address }));
}

/** Sends the person to the page of their own draft: its address is what they keep. It says nothing of them. */
async function keep(
  request: Request,
  { cohort }: View,
  before: string | undefined,
  { table, keys, randomBytes }: Needs,
  trigger: Trigger,
): Promise<Reply> {
  const secret = before ?? Buffer.from(randomBytes(18)).toString('base64url');
  await keepDraft({ table, cohort, secret }, fieldsOf(request.form), randomBytes(12), trigger);
  const token = await mintWith(keys, 'cohort-form', { cohort: cohort.cohortId, draft: secret }, cohort.endsAt);
  const language = request.query.get('lang');
  return seeOther(
    `${pathOf('cohort-form', token)}${language === 'de' || language === 'en' ? `?lang=${language}` : ''}`,
  );
}
