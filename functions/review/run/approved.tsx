import { moment } from '../../../shared/desk/format.ts';
import type { Part } from './page.tsx';

/** What happens after the approval, and until when HR sees nothing of it. */
export function Approved({ visit, view, text }: Part) {
  const { cohort, language } = visit;
  const { timers } = cohort;
  const { consentDueAt, settledAt } = view.run;
  return (
    <section class="note" role="status">
      <h2>{text.approved}</h2>
      {settledAt ? <p>{text.settled}</p> : <p>{text.approvedNow(timers.consentReminder, timers.consentCloses)}</p>}
      {consentDueAt && !settledAt ? <p>{text.until(moment(consentDueAt, language, cohort.timeZone))}</p> : null}
    </section>
  );
}
