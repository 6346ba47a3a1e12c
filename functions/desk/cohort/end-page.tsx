import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { TextField } from '../../../shared/desk/form.tsx';
import type { Reply } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';

const texts = {
  de: {
    title: 'Ende',
    move: 'Ende verschieben',
    moveHint: 'Am Morgen nach diesem Tag wird der Jahrgang abgeschlossen.',
    end: 'Letzter Tag',
    badDate: 'Bitte einen Tag ab heute, nicht vor dem Beginn.',
    save: 'Verschieben',
    now: 'Jetzt abschließen',
    nowHint:
      'Offene Fragen werden zurückgezogen, die Paare beendet, und alle bekommen einen Abschied. Das lässt sich nicht rückgängig machen.',
    typed: (name: string) => `Zum Bestätigen den Namen des Jahrgangs eingeben: ${name}`,
    wrong: 'Der Name stimmt nicht überein.',
    close: 'Jahrgang abschließen',
    back: 'Zurück',
  },
  en: {
    title: 'End',
    move: 'Move the end',
    moveHint: 'The cohort closes in the morning after this day.',
    end: 'Last day',
    badDate: 'Please choose a day from today on, and not before the start.',
    save: 'Move',
    now: 'Close now',
    nowHint:
      'Open questions are withdrawn, the pairs are concluded, and everybody gets a goodbye. This cannot be undone.',
    typed: (name: string) => `To confirm, type the name of the cohort: ${name}`,
    wrong: 'The name does not match.',
    close: 'Close the cohort',
    back: 'Back',
  },
} as const;

export function endPage(visit: CohortVisit, { typed, badDate }: { typed?: string; badDate?: boolean }): Reply {
  const { cohort, language } = visit;
  const text = texts[language];
  const here = `${homeOf(cohort.cohortId)}/end`;
  return cohortReply(visit, {
    title: text.title,
    status: typed !== undefined || badDate ? 422 : 200,
    children: (
      <div class="readable">
        <h1>{text.title}</h1>
        <form method="post" action={here} class="sheet">
          <h2>{text.move}</h2>
          <p class="quiet">{text.moveHint}</p>
          <input type="hidden" name="what" value="move" />
          <TextField
            name="end"
            type="date"
            label={text.end}
            value={cohort.end}
            error={badDate ? text.badDate : undefined}
            required
          />
          <button type="submit">{text.save}</button>
        </form>
        <form method="post" action={here} class="sheet">
          <h2>{text.now}</h2>
          <p>{text.nowHint}</p>
          <input type="hidden" name="what" value="now" />
          <TextField
            name="typed"
            label={text.typed(cohort.name)}
            value={typed ?? ''}
            error={typed === undefined ? undefined : text.wrong}
            required
          />
          <button type="submit" class="plain">
            {text.close}
          </button>
        </form>
        <p>
          <a href={homeOf(cohort.cohortId)}>{text.back}</a>
        </p>
      </div>
    ),
  });
}
