import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { texts } from './texts.ts';
import { somethingWaits, somethingWrong, type Waiting, type Wrong } from './waiting.ts';

interface Line {
  readonly key: string;
  readonly cohort: string;
  readonly href: string;
  readonly what: string;
}

function Lines({ lines, empty }: { lines: readonly Line[]; empty: string }) {
  if (lines.length === 0) return <p class="quiet">{empty}</p>;
  return (
    <ul>
      {lines.map(({ key, cohort, href, what }) => (
        <li key={key}>
          <a href={href}>{what}</a> <span class="quiet">({cohort})</span>
        </li>
      ))}
    </ul>
  );
}

type Told = readonly [path: string, what: string, is: boolean];
const linesOf = ({ cohortId, name }: Waiting['cohort'], told: readonly Told[]): Line[] =>
  told
    .filter(([, , is]) => is)
    .map(([path, what]) => ({ key: `${cohortId}${what}`, cohort: name, href: `${homeOf(cohortId)}${path}`, what }));

/** The open work of all cohorts of this member, each with the way to where it is done. */
export function WaitsForMe({ list, language }: { list: readonly Waiting[]; language: 'de' | 'en' }) {
  const text = texts[language];
  const lines = list.filter(somethingWaits).flatMap(({ cohort, tasks, waitsForHr, review, notLaunched }) =>
    linesOf(cohort, [
      ['#tasks', text.tasks(tasks), tasks > 0],
      ['/submissions?state=waits-for-hr', text.waitsForHr(waitsForHr), waitsForHr > 0],
      ['/runs', text.review, review],
      ['/launch', text.notLaunched, notLaunched],
    ]),
  );
  return (
    <section>
      <h2>{text.waits}</h2>
      <Lines lines={lines} empty={text.nothingWaits} />
    </section>
  );
}

export function WentWrong({ list, language }: { list: readonly Wrong[]; language: 'de' | 'en' }) {
  const text = texts[language];
  const lines = list.filter(somethingWrong).flatMap(({ cohort, bounced, unknown, rejected, rules }) =>
    linesOf(cohort, [
      ['/people?missing=no+mail', text.bounced(bounced), bounced > 0],
      ['/letters?state=unknown', text.unknown(unknown), unknown > 0],
      ['/submissions?state=rejected', text.rejected(rejected), rejected > 0],
      ['#tasks', text.rules(rules), rules > 0],
    ]),
  );
  return (
    <section>
      <h2>{text.wrong}</h2>
      <Lines lines={lines} empty={text.nothingWrong} />
    </section>
  );
}
