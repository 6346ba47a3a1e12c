import { type Language, participantPage } from '../../shared/web/layout.tsx';

const texts = {
  de: {
    title: 'Reverse Mentoring',
    lead: 'Hier lernen Führungskräfte von jungen Kolleginnen und Kollegen.',
    how: 'Wer teilnimmt, braucht weder Konto noch Passwort: Alles geht über die Links in den E-Mails, vom Zusagen bis zum Eintragen eines Treffens.',
    lost: 'Keinen Link zur Hand? Am Ende jeder E-Mail steht, wer weiterhilft.',
    desk: 'Für HR und Koordination',
    toDesk: 'Zum Schreibtisch',
  },
  en: {
    title: 'Reverse mentoring',
    lead: 'Here, leaders learn from their junior colleagues.',
    how: 'Taking part needs no account and no password: everything works by the links in the emails, from saying yes to logging a meeting.',
    lost: 'No link at hand? Every email ends with the names of people who can help.',
    desk: 'For HR and coordinators',
    toDesk: 'Go to the desk',
  },
} as const;

export function frontPage({ stage, language }: { stage: string; language: Language }): string {
  const words = texts[language];
  return participantPage({
    stage,
    language,
    title: words.title,
    children: (
      <div class="sheet">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <p>{words.how}</p>
        <p>{words.lost}</p>
        <h2>{words.desk}</h2>
        <p class="actions">
          <a class="button plain" href="/desk">
            {words.toDesk}
          </a>
        </p>
      </div>
    ),
  });
}
