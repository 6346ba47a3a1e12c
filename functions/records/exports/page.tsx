import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Action } from '../../../shared/desk/form.tsx';
import type { Reply } from '../../../shared/web/http.ts';
import { type ExportName, exports } from './kinds.ts';

interface Texts {
  readonly title: string;
  readonly lead: string;
  readonly never: string;
  readonly take: string;
  readonly kinds: Readonly<Record<ExportName, readonly [string, string]>>;
}

const texts: Readonly<Record<'de' | 'en', Texts>> = {
  de: {
    title: 'Dateien',
    lead: 'Jede Datei öffnet sich in Excel (CSV mit Semikolon, UTF-8). Wer wann welche Datei geholt hat, steht im Protokoll.',
    never:
      'Nie dabei: vertrauliche Antworten, Bitten um Hilfe, Themen, „bitte nicht mit“ und was über eine offene Frage an ein Paar etwas verriete.',
    take: 'Als CSV holen',
    kinds: {
      participants: ['Menschen', 'Angaben von HR, Sprachen, Arbeitszeiten, Stand'],
      pairs: ['Paare', 'wer mit wem, Stand, Treffen, letztes und nächstes'],
      sessions: ['Treffen', 'je Paar und Tag: geplant, verschoben, abgesagt, stattgefunden'],
      'check-ins': [
        'Fragen zu Treffen',
        'wer wann gefragt wurde und geantwortet hat, mit den Antworten, die HR sehen darf',
      ],
      tasks: ['Aufgaben', 'Art, über wen, Stand, Notiz'],
    },
  },
  en: {
    title: 'Files',
    lead: 'Each file opens in Excel (CSV with semicolons, UTF-8). Who took which file and when is in the audit.',
    never:
      'Never in them: confidential answers, requests for help, topics, “please not with”, and whatever would tell of an open question to a pair.',
    take: 'Take as CSV',
    kinds: {
      participants: ['People', 'HR’s facts, languages, hours, state'],
      pairs: ['Pairs', 'who with whom, state, sessions, the last and the next'],
      sessions: ['Sessions', 'by pair and day: planned, moved, cancelled, took place'],
      'check-ins': ['Check-ins', 'who was asked and answered when, with the answers that HR may see'],
      tasks: ['Tasks', 'kind, about whom, state, note'],
    },
  },
};

/** What can be taken as a file, and what never is in one. */
export function exportsPage(visit: CohortVisit): Reply {
  const { cohort, language } = visit;
  const text = texts[language];
  const names = Object.keys(exports) as ExportName[];
  return cohortReply(visit, {
    title: text.title,
    tab: 'exports',
    children: (
      <>
        <h1>{text.title}</h1>
        <p>{text.lead}</p>
        <p class="note">{text.never}</p>
        {names.map((name) => {
          const [title, hint] = text.kinds[name];
          return (
            <section key={name} class="sheet">
              <h2>{title}</h2>
              <p class="quiet">{hint}</p>
              <Action
                to={`${homeOf(cohort.cohortId)}/exports`}
                label={`${text.take}: ${title}`}
                plain
                fields={{ what: name }}
              />
            </section>
          );
        })}
      </>
    ),
  });
}
