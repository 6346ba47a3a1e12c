import { Action } from '../../../shared/desk/form.tsx';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import type { StageMail } from '../../../shared/letter/stage-mail.ts';
import { may } from '../../../shared/member/rights.ts';

const texts = {
  de: {
    title: 'Alle E-Mails',
    hint: 'Hält die E-Mails aller Jahrgänge an, bis sie wieder freigegeben werden; was dann nicht mehr aktuell ist, entfällt. Anmeldelinks und Bitten um Hilfe gehen weiter hinaus.',
    stop: 'Alle E-Mails anhalten',
    resume: 'E-Mails wieder freigeben',
  },
  en: {
    title: 'All letters',
    hint: 'Stops the letters of all cohorts until they are let go again; what is out of date by then is dropped. Sign-in links and calls for help still go out.',
    stop: 'Stop all letters',
    resume: 'Let letters go again',
  },
} as const;

/** The switch for the letters of all cohorts. */
export function StageSwitch({ mail, visit }: { mail: StageMail | undefined; visit: MemberVisit }) {
  if (!may(visit.member, 'stop the letters of all cohorts')) return null;
  const text = texts[visit.language];
  const stopped = mail?.stoppedAt !== undefined;
  return (
    <>
      <h2>{text.title}</h2>
      <p class="quiet">{text.hint}</p>
      <div class="actions">
        <Action
          to="/desk/letters-stopped"
          label={stopped ? text.resume : text.stop}
          plain
          fields={{ stopped: stopped ? 'no' : 'yes' }}
        />
      </div>
    </>
  );
}
