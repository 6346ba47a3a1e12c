import { allParticipants } from '../../../shared/desk/all-of.ts';
import { refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { outsiders } from '../../../shared/participant/participant.ts';
import type { Identity } from '../../../shared/person/identity.ts';
import { cellsOf, readAnswers } from '../../../shared/source/read.ts';
import { sources } from '../../../shared/source/source.ts';
import { type FormField, formFields, readFormRow } from '../../../shared/submission/form-row.ts';
import { type HrField, hrFields, readHrFacts } from '../../../shared/submission/hr-facts-row.ts';
import { correctForm, declineForm, giveHrFacts } from '../../../shared/submission/resubmit.ts';
import { fromHr, type Told } from '../../../shared/submission/submission.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { type SubmissionVisit, submissionsOf } from '../visit.ts';
import { type Doing, type Faults, submissionPage } from './page.tsx';

/** GET /desk/cohorts/{cohort}/submissions/{submission}: what came, why it is where it is, and what can be done. */
export async function showSubmission(visit: SubmissionVisit): Promise<Reply> {
  const { doing, faults } = await open(visit);
  return submissionPage(visit, doing, faults);
}

/** POST there: corrected, taken in with HR's facts, or not taken in. */
export async function settleSubmission(visit: SubmissionVisit): Promise<Reply> {
  const { needs, request, submission, cohort } = visit;
  const back = submissionsOf(visit);
  const { doing } = await open(visit);
  const what = request.form.get('what');
  const names = await needs.keys.identity();
  const command = (name: string) => ({ table: needs.table, names, command: commandOf(visit, name) });
  if (what === 'decline' && doing.what === 'accept') {
    await declineForm(command('decline form'), submission);
    return seeOther(back);
  }
  if (!('values' in doing)) return refusedReply(visit, 'settled', back);
  const typed = (name: FormField | HrField) => (request.form.get(name) ?? '').slice(0, 2_000).trim();
  if (doing.what === 'correct') {
    // HR may take in an address that a form may not bring.
    const { told, faults } = readFormRow(typed, { ...cohort, domains: [] });
    if (!told) return submissionPage(visit, { ...doing, values: valuesOf(formFields, typed) }, faults, true);
    const done = await correctForm(command('correct submission'), submission, told);
    return done === 'too many' ? refusedReply(visit, 'too many forms', back) : seeOther(`${back}?done=corrected`);
  }
  const read = readHrFacts(typed, await knownEmployee(visit, names, typed('manager_id')));
  const faults: Faults = { ...read.faults, ...otherAddress(visit, doing.what, read.told) };
  if (!read.told || Object.keys(faults).length > 0) {
    return submissionPage(visit, { ...doing, values: valuesOf(hrFields, typed) }, faults, true);
  }
  await giveHrFacts(command('give hr facts'), submission, read.told);
  return seeOther(`${back}?done=accepted`);
}

const valuesOf = <F extends string>(fields: readonly F[], value: (field: F) => string): Record<F, string> =>
  Object.fromEntries(fields.map((field) => [field, value(field)])) as Record<F, string>;

/** What can be done with it, and what its fields begin with. */
async function open(visit: SubmissionVisit): Promise<{ doing: Doing; faults: Faults }> {
  const { submission } = visit;
  const { state, told } = submission;
  if (state === 'received') return { doing: { what: 'wait' }, faults: {} };
  if (state === 'waits-for-hr') return { doing: { what: 'accept', values: hrValues(told) }, faults: {} };
  if (state !== 'rejected') return { doing: { what: 'nothing' }, faults: {} };
  if (fromHr(submission)) return { doing: { what: 'facts', values: hrValues(told) }, faults: {} };
  return correction(visit);
}

/** By the mapping of today, which may be better than that of the day when it came. */
async function correction({ needs, submission, cohort }: SubmissionVisit): Promise<{ doing: Doing; faults: Faults }> {
  const { answers = [], sourceId, told } = submission;
  const source = sourceId && (await needs.table.get(sources, { sourceId }));
  const mapping = source?.mapping ?? [];
  const cells = cellsOf(answers, mapping, cohort.topics);
  const values = valuesOf(formFields, (field) => cells.of(field) || formValue(told, field));
  return {
    doing: { what: 'correct', values },
    faults: source?.mapping ? (readAnswers(answers, mapping, cohort).faults ?? {}) : {},
  };
}

function formValue(told: Told | undefined, field: FormField): string {
  const known: Partial<Record<FormField, string | undefined>> = {
    email: told?.address,
    name: told?.name,
    role: told?.role,
    call_name: told?.callName,
    topics: told?.topics?.join('|'),
    languages: told?.languages?.join('|'),
    letter_language: told?.letterLanguage,
    time_zone: told?.timeZone,
    capacity: told?.capacity?.toString(),
    meeting_mode: told?.meetingMode,
    please_not: told?.pleaseNot?.join('|'),
    scheduling_contact: told?.schedulingContact,
    hours: told?.hours?.map(({ weekday, from, to }) => `${days[weekday - 1]} ${from}-${to}`).join('|'),
  };
  return known[field] ?? '';
}
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

const hrValues = (told: Told | undefined): Record<HrField, string> => ({
  employee_id: told?.employeeId ?? '',
  name: told?.name ?? '',
  email: told?.address ?? '',
  role: told?.role ?? '',
  level: told?.level?.toString() ?? '',
  manager_id: told?.managerId ?? '',
  unit: told?.unit ?? '',
  site: told?.site ?? '',
  appraised_by: told?.appraisedBy ?? '',
});

/** A form that waits is found by its address: HR's facts under another one would leave it waiting. */
function otherAddress({ submission }: SubmissionVisit, what: Doing['what'], told: Told | undefined): Faults {
  const own = submission.told?.address;
  if (what !== 'accept' || !told || told.address === own) return {};
  return { email: { code: 'other-address', params: { value: own ?? '' } } };
}

async function knownEmployee({ needs, cohort }: SubmissionVisit, names: Identity, managerId: string) {
  const employeeKey = names.employeeKey(managerId);
  const [people, outsider] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    needs.table.get(outsiders, { cohortId: cohort.cohortId, employeeKey }),
  ]);
  const known = outsider !== undefined || people.some(({ hr }) => hr?.employeeKey === employeeKey);
  return () => known;
}
