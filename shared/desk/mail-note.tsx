import type { StageMail, Trouble } from '../letter/stage-mail.ts';
import { moment } from './format.ts';
import type { MemberVisit } from './visit.ts';

interface Words {
  readonly since: (when: string) => string;
  readonly stopped: string;
  readonly trouble: Readonly<Record<Trouble, { readonly what: string; readonly todo: string }>>;
}

const texts: Readonly<Record<'de' | 'en', Words>> = {
  de: {
    since: (when) => `Seit ${when}.`,
    stopped: 'Alle E-Mails der ganzen Umgebung sind angehalten.',
    trouble: {
      sandbox: {
        what: 'Der Maildienst (Amazon SES) ist noch im Testbetrieb und schreibt nur an bestätigte Adressen.',
        todo: 'Die Technik beantragt in der SES-Konsole den Produktionszugang („Request production access“); das dauert etwa einen Tag. Die E-Mails warten so lange.',
      },
      identity: {
        what: 'Der Maildienst (Amazon SES) kennt unseren Absender nicht als bestätigt.',
        todo: 'Die Technik trägt die DNS-Einträge ein, die beim Deploy ausgegeben werden, und wartet auf „Verified“. Die E-Mails warten so lange.',
      },
      paused: {
        what: 'Der Maildienst (Amazon SES) hat den Versand dieses Kontos angehalten.',
        todo: 'Die Technik liest die Nachricht von AWS im Support-Center (meist zu viele Rückläufer oder Beschwerden), behebt die Ursache und bittet um Freigabe. Die E-Mails warten so lange.',
      },
      quota: {
        what: 'Die Tagesmenge des Maildienstes ist verbraucht.',
        todo: 'Nichts zu tun: Die E-Mails gehen hinaus, sobald wieder Platz ist. Geschieht das oft, beantragt die Technik bei SES eine größere Tagesmenge.',
      },
      refused: {
        what: 'Der Maildienst nimmt eine E-Mail nicht an.',
        todo: 'Der Grund steht bei der E-Mail. Sie wird alle 15 Minuten wieder versucht; bleibt es dabei, sieht die Technik im Protokoll von send-letters nach.',
      },
    },
  },
  en: {
    since: (when) => `Since ${when}.`,
    stopped: 'All letters of the whole stage are stopped.',
    trouble: {
      sandbox: {
        what: 'The mail service (Amazon SES) is still in its sandbox and writes to verified addresses only.',
        todo: 'Ops ask for production access in the SES console (“Request production access”); it takes about a day. The letters wait.',
      },
      identity: {
        what: 'The mail service (Amazon SES) does not know our sender as verified.',
        todo: 'Ops enter the DNS records that the deploy prints, and wait for “Verified”. The letters wait.',
      },
      paused: {
        what: 'The mail service (Amazon SES) has paused sending for this account.',
        todo: 'Ops read AWS’s message in the support centre (mostly too many bounces or complaints), mend the cause and ask for release. The letters wait.',
      },
      quota: {
        what: 'The mail service’s daily quota is used up.',
        todo: 'Nothing to do: the letters go out as soon as there is room. If it happens often, ops ask SES for a larger quota.',
      },
      refused: {
        what: 'The mail service does not take a letter.',
        todo: 'The reason stands beside the letter. It is tried again every 15 minutes; if it stays so, ops look at the log of send-letters.',
      },
    },
  },
};

/** Why no letter goes out just now, and what somebody can do about it. Nothing where mail works. */
export function MailNote({ mail, visit: { language } }: { mail: StageMail | undefined; visit: MemberVisit }) {
  const text = texts[language];
  const when = (at: string) => text.since(moment(at, language, 'Europe/Berlin'));
  const { stoppedAt, trouble } = mail ?? {};
  return (
    <>
      {stoppedAt ? (
        <p class="note care">
          {text.stopped} {when(stoppedAt)}
        </p>
      ) : null}
      {trouble ? (
        <p class="note care">
          <strong>{text.trouble[trouble.because].what}</strong> {when(trouble.since)}{' '}
          {text.trouble[trouble.because].todo}
        </p>
      ) : null}
    </>
  );
}
