import type { PersonId } from '../../../events/ids.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { number } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import type { Paired as Tried } from '../../../shared/pairing/pairing.ts';
import type { RunResult } from '../../../shared/pairing/run.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { Obstacles } from '../obstacles.tsx';
import { words } from '../words.ts';
import { changedIn, fieldOf, hardNames, type Values, valuesOf, weightNames } from './fields.ts';
import { type Texts, texts } from './texts.ts';

interface View {
  readonly values: Values;
  /** Version of the rules on which the values were typed. */
  readonly seen: number;
  readonly names: ReadonlyMap<PersonId, string>;
  /** Absent: there are too many people to try it here. */
  readonly tried?: { readonly now: Tried; readonly after: Tried };
}

export function previewPage(visit: CohortVisit, { values, seen, names, tried }: View): Reply {
  const { cohort, language, member } = visit;
  const text = texts[language];
  const here = `${homeOf(cohort.cohortId)}/rules`;
  const saved = valuesOf(cohort.rules);
  const changed = changedIn(saved, values);
  const shown = (name: string, of: Values) => number(Number(of[name]?.replace(',', '.')), language, 1);
  return cohortReply(visit, {
    title: text.previewTitle,
    tab: 'rules',
    children: (
      <div class="readable">
        <h1>{text.previewTitle}</h1>
        <p class="lead">{changed.length === 0 ? text.same : text.previewLead}</p>
        {changed.length > 0 ? (
          <>
            <Table
              caption={text.edits}
              empty=""
              rows={changed}
              columns={[
                { title: text.rulesWord, cell: (name: string) => nameOf(name, language) },
                { title: text.now, number: true, cell: (name: string) => shown(name, saved) },
                { title: text.after, number: true, cell: (name: string) => <strong>{shown(name, values)}</strong> },
              ]}
            />
            {tried ? (
              <Outcome {...tried} names={names} visit={visit} text={text} />
            ) : (
              <p class="note care">{text.tooMany}</p>
            )}
          </>
        ) : null}
        <div class="actions">
          {changed.length > 0 && member.role !== 'reader' ? (
            <form method="post" action={here}>
              <input type="hidden" name="seen" value={seen} />
              {Object.entries(values).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <button type="submit">{text.save}</button>
            </form>
          ) : null}
          <a href={`${here}?${new URLSearchParams(values)}`}>{text.back}</a>
        </div>
      </div>
    ),
  });
}

function nameOf(field: string, language: 'de' | 'en'): string {
  const hard = hardNames.find((name) => name === field);
  const weight = weightNames.find((name) => fieldOf(name) === field);
  return hard ? texts[language].hard[hard] : weight ? words[language].weight[weight] : field;
}

interface Tries {
  readonly now: Tried;
  readonly after: Tried;
  readonly names: View['names'];
  readonly visit: CohortVisit;
  readonly text: Texts;
}

function Outcome({ now, after, names, visit, text }: Tries) {
  const { language } = visit;
  if (!after.ok) {
    return (
      <div class="note bad" role="alert">
        <p>{text.impossible}</p>
        <Obstacles list={after.refused} name={(person) => names.get(person) ?? '–'} language={language} />
      </div>
    );
  }
  const figures = { now: now.ok ? figuresOf(now) : undefined, after: figuresOf(after) };
  const before = new Set(now.ok ? now.result.pairs.map(nameOfPair) : []);
  const same = after.result.pairs.filter((each) => before.has(nameOfPair(each))).length;
  const rows = ['people', 'unmatched', 'pairs', 'worst', 'total'] as const;
  return (
    <>
      <Table
        caption={text.measure}
        empty=""
        rows={rows}
        columns={[
          { title: text.measure, cell: (name) => text.figures[name] },
          { title: text.now, number: true, cell: (name) => (figures.now ? number(figures.now[name], language) : '–') },
          { title: text.after, number: true, cell: (name) => <strong>{number(figures.after[name], language)}</strong> },
        ]}
      />
      <p>{text.stay(number(same, language), number(after.result.pairs.length - same, language))}</p>
    </>
  );
}

const nameOfPair = ({ junior, senior }: RunResult['pairs'][number]) => `${junior}/${senior}`;

const figuresOf = ({ result, objective }: Extract<Tried, { ok: true }>) => ({
  ...objective,
  pairs: result.pairs.length,
  unmatched: result.unmatched.length,
});
