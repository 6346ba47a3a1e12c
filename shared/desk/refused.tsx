import type { Reply } from '../web/http.ts';
import { deskReply } from './frame.tsx';
import type { MemberVisit } from './visit.ts';

const words = {
  de: {
    title: 'Das geht gerade nicht',
    nothing: 'Es wurde nichts geändert.',
    back: 'Zurück',
    missing: 'Diese Seite gibt es nicht',
    missingText: 'Der Link ist unvollständig, oder was hier stand, ist nicht mehr da.',
    home: 'Zu den Jahrgängen',
    reasons: {
      'too much for one file':
        'Das ist mehr, als in eine Datei passt, die über diese Seite geht. Die Technik kann es mit „npm run export-all“ holen.',
      'no such cohort': 'Diesen Jahrgang gibt es nicht.',
      'has ended': 'Der Jahrgang ist zu Ende.',
      'letters are stopped': 'Die E-Mails dieses Jahrgangs sind angehalten. Erst wieder freigeben.',
      'nobody to write to': 'Es gibt niemanden, der jetzt angeschrieben würde.',
      'nobody to ask': 'Es gibt noch kein Paar, das gefragt werden könnte.',
      'not launched': 'Der Jahrgang ist noch nicht gestartet.',
      'launched already': 'Der Jahrgang ist schon gestartet.',
      'not the latest proposal': 'Es gibt inzwischen einen neueren Vorschlag, oder dieser ist schon entschieden.',
      'before today or the start': 'Das Ende darf nicht vor heute und nicht vor dem Beginn liegen.',
      'readers only read': 'Mit Ihrem Zugang lässt sich nur lesen.',
      'pairing is running': 'Es läuft gerade eine Paarung.',
      'too many': 'Mehr als 500 werden nicht behalten. Bitte erst etwas zurücknehmen.',
      'undone already': 'Diese Datei ist nicht übernommen, oder sie ist schon rückgängig gemacht.',
      'a newer file was committed':
        'Inzwischen ist eine neuere Datei übernommen. Nur die letzte lässt sich rückgängig machen; bitte die richtige Datei noch einmal hochladen.',
      'letters went out since':
        'Seit dem Übernehmen sind E-Mails dieses Jahrgangs auf dem Weg. Rückgängig geht es nur davor; bitte eine berichtigte Datei hochladen.',
      'the file is still being taken in': 'Die Datei wird noch verarbeitet. Bitte gleich noch einmal.',
      'a file is being taken back': 'Eine HR-Datei wird gerade zurückgenommen. Bitte gleich noch einmal.',
      'a pair ended by it': 'Durch diese Datei ist ein Paar zu Ende gegangen. Das lässt sich nicht rückgängig machen.',
      'settled already': 'Diese Aufgabe ist schon abgeschlossen.',
      'the pair is on hold': 'Das Paar ist angehalten: Bitte erst entscheiden, ob es endet oder weitermacht.',
      'the pair is not on hold': 'Über das Paar ist schon entschieden.',
      'a rule is still broken':
        'Nach den letzten HR-Angaben ist eine Regel noch verletzt. Erst eine berichtigte HR-Datei hochladen.',
      'not a letter to send again': 'Diese E-Mail lässt sich nicht noch einmal senden.',
      'no longer takes part': 'Diese Person nimmt nicht mehr teil.',
      'mail does not arrive':
        'E-Mails kommen bei dieser Person nicht an. Erst die Adresse berichtigen: auf der Seite der Person oder mit einer HR-Datei.',
      'stopped by the reader': 'Diese Person hat solche E-Mails abbestellt.',
      'its question is closed': 'Die Frist der Frage ist vorbei.',
      'named by the stage': 'Diese Person benennt die Konfiguration der Umgebung.',
      yourself: 'Die eigenen Rechte ändert eine andere Person mit Administration.',
      'not on the list': 'Dieser Zugang ist inzwischen beendet.',
      'has come already': 'Diese Person hat sich schon angemeldet.',
      'was never invited': 'Diese Person braucht keine Einladung.',
      'invited just now': 'Die letzte Einladung ging eben erst hinaus. Bitte fünf Minuten warten.',
      'is an independent contact':
        'Diese Person ist unabhängige Ansprechperson eines Jahrgangs und kann deshalb nicht am Schreibtisch arbeiten.',
      'too many forms elsewhere': 'Mehr als 20 Formulare lassen sich nicht anbinden.',
      'too many forms': 'Für diese Adresse kamen schon 20 Formulare.',
      'the note is too long': 'Die Notiz ist zu lang: höchstens 2000 Zeichen.',
    } as Record<string, string>,
    other: 'Der Stand hat sich inzwischen geändert.',
  },
  en: {
    title: 'That is not possible now',
    nothing: 'Nothing was changed.',
    back: 'Back',
    missing: 'This page does not exist',
    missingText: 'The link is incomplete, or what was here is gone.',
    home: 'To the cohorts',
    reasons: {
      'too much for one file':
        'This is more than fits into a file that comes through this page. Ops can take it with “npm run export-all”.',
      'no such cohort': 'There is no such cohort.',
      'has ended': 'The cohort has ended.',
      'letters are stopped': 'The letters of this cohort are stopped. Resume them first.',
      'nobody to write to': 'There is nobody who would be written to now.',
      'nobody to ask': 'There is no pair yet that could be asked.',
      'not launched': 'The cohort has not been launched yet.',
      'launched already': 'The cohort has been launched already.',
      'not the latest proposal': 'There is a newer proposal by now, or this one has been decided.',
      'before today or the start': 'The end cannot be before today or before the start.',
      'readers only read': 'Your access is for reading only.',
      'pairing is running': 'A pairing run is going on.',
      'too many': 'More than 500 are not kept. Please take something back first.',
      'undone already': 'This file is not committed, or it has been undone already.',
      'a newer file was committed':
        'A newer file has been committed since. Only the last one can be undone; please upload the right file once more.',
      'letters went out since':
        'Letters of this cohort are on their way since the commit. It can be undone only before; please upload a corrected file.',
      'the file is still being taken in': 'The file is still being processed. Please try again in a moment.',
      'a file is being taken back': 'An HR file is being taken back just now. Please try again in a moment.',
      'a pair ended by it': 'A pair has ended by this file. That cannot be undone.',
      'settled already': 'This task has been settled already.',
      'the pair is on hold': 'The pair is on hold: please decide first whether it ends or goes on.',
      'the pair is not on hold': 'The pair has been decided about already.',
      'a rule is still broken': 'By the latest HR facts a rule is still broken. Upload a corrected HR file first.',
      'not a letter to send again': 'This letter cannot be sent again.',
      'no longer takes part': 'This person no longer takes part.',
      'mail does not arrive':
        'Mail does not reach this person. Correct the address first: on the page of the person, or by an HR file.',
      'stopped by the reader': 'This person stopped such letters.',
      'its question is closed': 'The time for its question is over.',
      'named by the stage': 'The configuration of the stage names this person.',
      yourself: 'Another admin changes your own rights.',
      'not on the list': 'This access has ended meanwhile.',
      'has come already': 'This person has signed in already.',
      'was never invited': 'This person needs no invitation.',
      'invited just now': 'The last invitation went out just now. Please wait five minutes.',
      'is an independent contact': 'This person is an independent contact of a cohort and so cannot work at the desk.',
      'too many forms elsewhere': 'No more than 20 forms can be connected.',
      'too many forms': 'Twenty forms have come for this address already.',
      'the note is too long': 'The note is too long: at most 2000 characters.',
    } as Record<string, string>,
    other: 'Things have changed in the meantime.',
  },
} as const;

/** What was asked is not possible now: says why, and that nothing happened. */
export function refusedReply(visit: MemberVisit, why: string, back: string): Reply {
  const text = words[visit.language];
  return deskReply(visit, {
    title: text.title,
    status: 409,
    children: (
      <div class="sheet">
        <h1>{text.title}</h1>
        <p>
          {text.reasons[why] ?? text.other} {text.nothing}
        </p>
        <p>
          <a href={back}>{text.back}</a>
        </p>
      </div>
    ),
  });
}

export function missingReply(visit: MemberVisit): Reply {
  const text = words[visit.language];
  return deskReply(visit, {
    title: text.missing,
    status: 404,
    children: (
      <div class="sheet">
        <h1>{text.missing}</h1>
        <p>{text.missingText}</p>
        <p>
          <a href="/desk">{text.home}</a>
        </p>
      </div>
    ),
  });
}
