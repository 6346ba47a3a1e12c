import type { LocalDate } from '../../../events/ids.ts';
import type { Cohort } from '../../../shared/cohort/cohort.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { moment, shortDay } from '../../../shared/desk/format.ts';
import { words } from '../../../shared/desk/words.ts';
import { texts } from './texts.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** One cohort with its way from enrolment to its end, and where it stands on it today. */
export function CohortCard({ cohort, today, language }: { cohort: Cohort; today: LocalDate; language: 'de' | 'en' }) {
  const text = texts[language];
  const line = timelineOf(cohort, today);
  const day = (date: LocalDate) => <time dateTime={date}>{shortDay(date, language)}</time>;
  return (
    <section class="sheet">
      <div class="cohort-head">
        <h2>
          <a href={homeOf(cohort.cohortId)}>{cohort.name}</a>
        </h2>
        <span class="badge">{words[language].cohort[cohort.state]}</span>
      </div>
      <p>
        {text.phases[line.phase]}{' '}
        <span class="quiet">
          {text.launched}: {cohort.launchedAt ? moment(cohort.launchedAt, language, cohort.timeZone) : text.notYet}
        </span>
      </p>
      <Way line={line} label={`${text.way(cohort.name)}: ${text.phases[line.phase]}`} today={text.today} />
      <p class="actions">
        <span>
          {text.deadline} {day(cohort.enrolmentDeadline)}
        </span>
        <span>
          {text.start} {day(cohort.start)}
        </span>
        <span>{text.sessions(cohort.sessions)}</span>
        <span>
          {text.end} {day(cohort.end)}
        </span>
      </p>
    </section>
  );
}

const [width, height, margin] = [1000, 44, 12];

/** The same as a picture; the dates stand in words below it. */
function Way({ line, label, today }: { line: Timeline; label: string; today: string }) {
  const x = (part: number) => Math.round(margin + part * (width - 2 * margin));
  const middle = height / 2;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width="100%" height={height} preserveAspectRatio="none" role="img">
      <title>{label}</title>
      <rect x={x(0)} y={middle - 3} width={x(1) - x(0)} height="6" fill="currentColor" opacity="0.15" />
      <rect x={x(0)} y={middle - 3} width={x(line.deadline) - x(0)} height="6" fill="currentColor" opacity="0.35" />
      <rect
        x={x(line.start)}
        y={middle - 6}
        width={Math.max(2, x(line.end) - x(line.start))}
        height="12"
        fill="currentColor"
        opacity="0.35"
      />
      {line.sessions.map((at, place) => (
        <rect key={place} x={x(at) - 2} y={middle - 6} width="4" height="12" fill="currentColor" opacity="0.8" />
      ))}
      <rect x={x(line.today) - 3} y="2" width="6" height={height - 4} fill="currentColor">
        <title>{today}</title>
      </rect>
    </svg>
  );
}
