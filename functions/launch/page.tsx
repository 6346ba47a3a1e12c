import { launched } from '../../shared/cohort/cohort.ts';
import { cohortReply } from '../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { TextField } from '../../shared/desk/form.tsx';
import { Table } from '../../shared/desk/table.tsx';
import { words } from '../../shared/desk/words.ts';
import { type MailMode, readMailMode } from '../../shared/letter/mail-mode.ts';
import type { StageMail } from '../../shared/letter/stage-mail.ts';
import type { Participant } from '../../shared/participant/participant.ts';
import type { Reply } from '../../shared/web/http.ts';
import { Checklist, MailService } from './checklist.tsx';
import type { Missing } from './missing.ts';
import { texts } from './texts.ts';
import type { CohortVisit } from './visit.ts';

interface View {
  readonly counts: { readonly junior: number; readonly senior: number };
  readonly missing: readonly Missing[];
  readonly mail: StageMail | undefined;
  /** Whose letters can be looked at. */
  readonly samples: readonly Participant[];
  /** What was typed instead of the name. */
  readonly wrong: string | undefined;
  readonly round: string;
}

export function launchPage(visit: CohortVisit, { counts, missing, mail, samples, wrong, round }: View): Reply {
  const { cohort, language, needs, request } = visit;
  const text = texts[language];
  const word = words[language];
  const late = launched(cohort);
  const title = late ? text.newcomersTitle : text.launchTitle;
  const total = counts.junior + counts.senior;
  const home = homeOf(cohort.cohortId);
  const closed = !late && !needs.mayLaunch;
  return cohortReply(visit, {
    title,
    status: closed && request.method === 'POST' ? 409 : wrong === undefined ? 200 : 422,
    children: (
      <div class="readable">
        <h1>{title}</h1>
        <p class="lead">{late ? text.newcomersLead : text.lead}</p>
        {closed ? (
          <p class="note care" role="status">
            {text.needsDomain}
          </p>
        ) : null}
        <h2>{text.who}</h2>
        <Table
          caption={text.who}
          empty={text.nobody}
          rows={(['junior', 'senior'] as const).filter((role) => counts[role] > 0)}
          columns={[
            { title: text.letter, cell: (role: 'junior' | 'senior') => text.kinds(word.role[role]) },
            { title: text.people, number: true, cell: (role: 'junior' | 'senior') => counts[role] },
          ]}
        />
        {total > 0 ? <p>{text.reminder(cohort.timers.enrolmentReminder)}</p> : null}
        <Checklist visit={visit} missing={missing} />
        <h2>{text.mode}</h2>
        <p>{modeText(needs.mailMode, text.modes)}</p>
        <MailService visit={visit} mail={mail} />
        {samples.length > 0 ? (
          <>
            <h2>{text.sample}</h2>
            <p class="quiet">{text.sampleLead}</p>
            <ul>
              {samples.map(({ name, role }) => (
                <li key={role}>
                  <a href={`${home}/launch/letters?to=${role}`}>{text.sampleFor(name, word.role[role])}</a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {total === 0 ? (
          <p>
            <a href={`${home}/upload`}>{text.upload}</a>
          </p>
        ) : closed ? null : (
          <form method="post" action={`${home}/launch`} class="sheet">
            {late ? <input type="hidden" name="round" value={round} /> : null}
            {late ? null : (
              <TextField
                name="typed"
                label={text.typed(cohort.name)}
                value={wrong ?? ''}
                error={wrong === undefined ? undefined : text.wrong}
                required
              />
            )}
            <p class="quiet">{text.cannot}</p>
            <button type="submit">{late ? text.send(total) : text.launch(total)}</button>
          </form>
        )}
      </div>
    ),
  });
}

function modeText(json: string, text: (typeof texts)['en']['modes']): string {
  let mode: MailMode;
  try {
    mode = readMailMode(json);
  } catch {
    return text.unknown;
  }
  if (mode === 'everyone') return text.everyone;
  return 'only' in mode ? text.only(mode.only.join(', ')) : text.redirectTo(mode.redirectTo);
}
