import { commandOf } from '../../../shared/desk/visit.ts';
import type { Answer } from '../../../shared/source/answer.ts';
import { examples, freshExample, type Mapped, sources } from '../../../shared/source/source.ts';
import { type FormField, formFields, listFields, readFormRow } from '../../../shared/submission/form-row.ts';
import type { Reason } from '../../../shared/submission/reasons.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { type SourceVisit, sourcesOf } from '../visit.ts';
import { mappingPage, type Row } from './mapping-page.tsx';
import { rejectedOf } from './one.ts';
import { suggest } from './suggest.ts';

/** GET /desk/cohorts/{cohort}/sources/{source}/mapping: each question with an example, and what it means to us. */
export async function showMapping(visit: SourceVisit): Promise<Reply> {
  const answers = await questionsOf(visit);
  const mapping = visit.source.mapping ?? suggest(answers);
  const known = new Map(mapping.map((mapped) => [mapped.key, mapped]));
  return mappingPage(
    visit,
    answers.map((answer) => rowOf(answer, known.get(answer.key))),
  );
}

/** POST there: from now on what comes is read by this. What was rejected before is read again by a press of its own. */
export async function saveMapping(visit: SourceVisit): Promise<Reply> {
  const { needs, source, request } = visit;
  const answers = await questionsOf(visit);
  const rows = answers.map((answer, place): Row => {
    const field = formFields.find((each) => each === request.form.get(`field-${place}`));
    const choices = (request.form.get(`choices-${place}`) ?? '').slice(0, 5_000);
    // The order of the questions may have changed since the page was opened.
    return request.form.get(`key-${place}`) === answer.key ? { answer, field, choices } : rowOf(answer, undefined);
  });
  const judged = rows.map((row, place) => judge(visit, row, rows.slice(0, place)));
  const emailless = !rows.some(({ field }) => field === 'email');
  if (emailless || judged.some(({ fault }) => fault)) {
    return mappingPage(
      visit,
      judged.map(({ row, fault }) => ({ ...row, fault })),
      emailless ? 'no email' : 'wrong',
    );
  }
  const mapping = judged.flatMap(({ mapped }) => mapped ?? []);
  await needs.table.change(sources, source, commandOf(visit, 'map questions'), (current) =>
    current ? { to: { ...unnumbered(current), mapping } } : { refused: 'gone' },
  );
  return seeOther(`${sourcesOf(visit)}/${source.sourceId}?done=saved`);
}

/** The questions of the last call; after its time those of the last rejected one; and what is mapped already. */
async function questionsOf(visit: SourceVisit): Promise<Answer[]> {
  const { needs, source, trigger } = visit;
  const example = freshExample(await needs.table.get(examples, source), trigger.at);
  const latest = (await rejectedOf(visit)).sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1)).at(-1);
  const met = [...(example?.answers ?? []), ...(latest?.answers ?? [])];
  const mapped = (source.mapping ?? []).map(({ key }) => ({ key, label: key, values: [] }));
  return [...new Map([...mapped, ...met.toReversed()].map((answer) => [answer.key, answer])).values()].toReversed();
}

const rowOf = (answer: Answer, mapped: Mapped | undefined): Row => ({
  answer,
  field: mapped?.field,
  choices: Object.entries(mapped?.choices ?? {})
    .map(([said, means]) => `${said} = ${means}`)
    .join('\n'),
});

interface Judged {
  readonly row: Row;
  readonly mapped?: Mapped;
  readonly fault?: Row['fault'];
}

function judge({ cohort }: SourceVisit, row: Row, before: readonly Row[]): Judged {
  const { answer, field, choices: typed } = row;
  if (!field) return { row };
  // Several questions may be parts of a name, or of a list.
  const several = field === 'name' || listFields.has(field);
  if (!several && before.some((other) => other.field === field)) return { row, fault: 'twice' };
  const choices: Record<string, string> = {};
  for (const line of typed.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const at = line.lastIndexOf('=');
    if (at < 1) return { row, fault: { line } };
    const means = line.slice(at + 1).trim();
    const fault = means === '' ? undefined : faultOf(field, means, cohort);
    if (fault) return { row, fault };
    choices[line.slice(0, at).trim()] = means;
  }
  return { row, mapped: { key: answer.key, field, ...(Object.keys(choices).length > 0 ? { choices } : {}) } };
}

/** A meaning that could never be read is seen here, and not when the first person has said it. */
function faultOf(field: FormField, means: string, cohort: SourceVisit['cohort']): Reason | undefined {
  const { faults } = readFormRow((each) => (each === field ? means : ''), { ...cohort, domains: [] });
  return faults?.[field];
}
