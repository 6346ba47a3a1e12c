import { Action, TextField } from '../../../shared/desk/form.tsx';
import { hasPairs } from '../../../shared/pair/recheck-round.ts';
import { gone } from '../../../shared/participant/participant.ts';
import { participantStates } from '../../../shared/participant/states.ts';
import type { PersonVisit } from './load.ts';
import type { Shown } from './page.tsx';
import { hrefOfPerson, texts } from './texts.ts';

/** What can be done with somebody now; each says before what will follow. */
export function Steps({ visit, shown: { wrong, mayAskAgain } }: { visit: PersonVisit; shown: Shown }) {
  const { person, cohort, language } = visit;
  const text = texts[language];
  const home = hrefOfPerson(cohort.cohortId, person);
  const can = (move: 'pause' | 'resume' | 'leave') => participantStates.next(person.state, move) !== undefined;
  const withdraws = !hasPairs(cohort) && participantStates.next(person.state, 'withdraw') !== undefined;
  const away = wrong.absence ?? person.hr?.away ?? { from: '', to: '' };
  if (gone(person) || person.state === 'done') return null;
  return (
    <>
      {mayAskAgain ? (
        <details open={wrong.missing === 'confirm-letter'}>
          <summary>{text.again}</summary>
          <p class="quiet">{text.againHint}</p>
          <WithReason visit={visit} to="confirm-letter" label={text.again} bad={wrong.missing === 'confirm-letter'} />
        </details>
      ) : null}
      {person.hr ? (
        <details open={wrong.absence !== undefined}>
          <summary>{text.absence}</summary>
          <p class="quiet">{text.absenceHint}</p>
          <form method="post" action={`${home}/absence`} class="sheet" novalidate>
            <div class="columns">
              <TextField
                type="date"
                name="from"
                label={text.from}
                value={away.from}
                error={wrong.absence ? text.badPeriod : undefined}
              />
              <TextField type="date" name="to" label={text.to} value={away.to} />
            </div>
            <button type="submit">{text.saveAbsence}</button>
          </form>
          {person.hr.away ? <Action to={`${home}/absence`} label={text.noAbsence} plain /> : null}
        </details>
      ) : null}
      {can('pause') ? (
        <details>
          <summary>{text.pause}</summary>
          <p class="quiet">{text.pauseHint}</p>
          <Action to={`${home}/pause`} label={text.pause} />
        </details>
      ) : null}
      {can('resume') ? (
        <details open>
          <summary>{text.resume}</summary>
          <p class="quiet">{text.resumeHint}</p>
          <Action to={`${home}/resume`} label={text.resume} />
        </details>
      ) : null}
      {can('leave') || withdraws ? (
        <details open={wrong.missing === 'leave'}>
          <summary>{withdraws ? text.leaveBefore : text.leave}</summary>
          <p class="quiet">{withdraws ? text.leaveBeforeHint : text.leaveHint}</p>
          <WithReason
            visit={visit}
            to="leave"
            label={withdraws ? text.leaveBefore : text.leave}
            bad={wrong.missing === 'leave'}
          />
        </details>
      ) : null}
    </>
  );
}

/** A step that is explained later by what is typed here. */
function WithReason({ visit, to, label, bad }: { visit: PersonVisit; to: string; label: string; bad: boolean }) {
  const text = texts[visit.language];
  const typed = bad ? (visit.request.form.get('why') ?? '').slice(0, 500) : '';
  return (
    <form method="post" action={`${hrefOfPerson(visit.cohort.cohortId, visit.person)}/${to}`} class="sheet" novalidate>
      <label for={`why-${to}`}>
        {text.reason}
        <input
          id={`why-${to}`}
          name="why"
          type="text"
          value={typed}
          required
          aria-invalid={bad ? true : undefined}
          aria-describedby={bad ? `why-${to}-error` : undefined}
        />
        {bad ? (
          <small id={`why-${to}-error`} class="error">
            {text.noReason}
          </small>
        ) : null}
      </label>
      <button type="submit">{label}</button>
    </form>
  );
}
