import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { MailNote } from '../../shared/desk/mail-note.tsx';
import type { StageMail } from '../../shared/letter/stage-mail.ts';
import { type Missing, places } from './missing.ts';
import { missingTexts } from './missing-texts.ts';
import type { CohortVisit } from './visit.ts';

/** What is missing, each with the way to where it can be mended. */
export function Checklist({ visit, missing }: { visit: CohortVisit; missing: readonly Missing[] }) {
  const text = missingTexts[visit.language];
  const home = homeOf(visit.cohort.cohortId);
  return (
    <>
      <h2>{text.title}</h2>
      {missing.length === 0 ? (
        <p class="note good">{text.none}</p>
      ) : (
        <ul>
          {missing.map(({ what, stops, count }) => {
            const place = places[what];
            return (
              <li key={what}>
                {text.what[what](count)} {stops ? <span class="badge">{text.stops}</span> : null}{' '}
                {place === undefined ? null : (
                  <a
                    href={place === '' ? home : `${home}/${place}`}
                    aria-label={`${text.mend}: ${text.what[what](count)}`}
                  >
                    {text.mend}
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** Whether the mail service takes our letters, as far as it has told us. */
export function MailService({ visit, mail }: { visit: CohortVisit; mail: StageMail | undefined }) {
  const quiet = mail?.trouble === undefined;
  return (
    <>
      <MailNote mail={mail} visit={visit} />
      {quiet ? <p class="quiet">{missingTexts[visit.language].service}</p> : null}
    </>
  );
}
