import type { PairId } from '../../../events/ids.ts';
import type { Language } from '../../../shared/cohort/cohort.ts';
import type { Task } from '../../../shared/task/task.ts';

const texts = {
  de: {
    why: {
      'level-gap': 'Die Ebenen der beiden liegen nicht mehr weit genug auseinander.',
      'reporting-line': 'Eine der beiden Personen steht jetzt in der Berichtslinie der anderen.',
      'same-manager': 'Beide haben jetzt dieselbe direkte Führungskraft.',
      appraisal: 'Der Senior ist jetzt an der Beurteilung des Juniors beteiligt.',
      'manager-unknown':
        'Wer in der Berichtslinie darüber steht, fehlt in den HR-Dateien. Ob das Paar noch den Regeln entspricht, lässt sich nicht prüfen; es trifft sich weiter. Bitte die fehlende Zeile mit der nächsten Datei hochladen.',
      'reporting-cycle':
        'Die Berichtslinie läuft im Kreis. Ob das Paar noch den Regeln entspricht, lässt sich nicht prüfen; es trifft sich weiter. Bitte eine berichtigte HR-Datei hochladen.',
    } as Readonly<Record<string, string>>,
    onHold:
      'Das Paar ist angehalten. Beide wissen davon, aber nicht, welche Regel es ist: Bitte mit beiden sprechen. Wird das Paar beendet, sind beide Plätze frei für die nächste Paarung.',
    holds: 'Nach einer neueren HR-Datei sind alle Regeln wieder eingehalten: Das Paar kann weitermachen.',
    wrongFile:
      'War die HR-Datei falsch, bitte eine berichtigte hochladen. Danach lässt sich das Paar hier wieder fortsetzen.',
    over: 'Für das Paar ist nichts mehr zu entscheiden.',
    end: 'Paar beenden',
    resume: 'Paar fortsetzen',
  },
  en: {
    why: {
      'level-gap': 'The levels of the two are no longer far enough apart.',
      'reporting-line': 'One of the two is now in the reporting line of the other.',
      'same-manager': 'Both now have the same direct manager.',
      appraisal: 'The senior now has a part in the junior’s appraisal.',
      'manager-unknown':
        'Somebody further up the reporting line is missing from the HR files. Whether the pair still obeys the rules cannot be checked; it goes on meeting. Please upload the missing line with the next file.',
      'reporting-cycle':
        'The reporting line runs in a circle. Whether the pair still obeys the rules cannot be checked; it goes on meeting. Please upload a corrected HR file.',
    } as Readonly<Record<string, string>>,
    onHold:
      'The pair is on hold. Both know that, but not which rule it is: please talk to both. Ending the pair frees both places for the next pairing.',
    holds: 'By a newer HR file all rules hold again: the pair can go on.',
    wrongFile: 'If the HR file was wrong, please upload a corrected one. The pair can then go on from here.',
    over: 'There is nothing left to decide about the pair.',
    end: 'End the pair',
    resume: 'Let the pair go on',
  },
} as const;

/** Pairs that are on hold, as far as HR may see them. */
export type OnHold = ReadonlySet<PairId>;

const isOnHold = ({ kind, about }: Task, onHold: OnHold): boolean =>
  kind === 'rule-broken' && about.pairId !== undefined && onHold.has(about.pairId);

const waits = ({ state }: Task): boolean => state === 'open' || state === 'snoozed';

/** Which rule it is, and what to do about it. */
export function RuleDetail({ task, language, onHold }: { task: Task; language: Language; onHold: OnHold }) {
  if (task.kind !== 'rule-broken' && task.kind !== 'rule-unchecked') return null;
  const text = texts[language];
  const lines = task.why.split(' ').map((each) => text.why[each] ?? each);
  if (task.kind === 'rule-broken' && waits(task)) {
    if (!isOnHold(task, onHold)) lines.push(text.over);
    else lines.push(text.onHold, task.holdsAgainAt ? text.holds : text.wrongFile);
  }
  return (
    <>
      {lines.map((line) => (
        <small class="quiet under" key={line}>
          {line}
        </small>
      ))}
    </>
  );
}

/** A pair on hold is ended, or goes on once the rules hold again; any other task is done or not needed. */
export function ruleButtons(task: Task, language: Language, onHold: OnHold) {
  if (!isOnHold(task, onHold)) return undefined;
  const text = texts[language];
  return [
    ...(task.holdsAgainAt ? [{ what: 'resume-pair', label: text.resume } as const] : []),
    { what: 'end-pair', label: text.end } as const,
  ];
}
