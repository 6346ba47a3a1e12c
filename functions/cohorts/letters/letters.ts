import type { Language } from '../../../shared/cohort/cohort.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { editLetterTexts } from '../../../shared/cohort/edit.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { refusedReply } from '../../../shared/desk/refused.tsx';
import { together } from '../../../shared/desk/together.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { lettersOf, mostOwnWords, OwnWords, type Place } from '../../../shared/letter/content/own-words.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { shownOf } from '../../../shared/letter/sample/people.ts';
import { samplesOf } from '../../../shared/letter/sample/plan.ts';
import { writeLetter } from '../../../shared/letter/write.ts';
import type { Linker } from '../../../shared/letter/writing.ts';
import { daysAfter } from '../../../shared/time/minute.ts';
import { makePreview } from '../../../shared/token/open-link.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';
import { lettersPage, type Preview } from './page.tsx';
import { typedIn } from './typed.ts';

const places = Object.keys(lettersOf) as readonly Place[];
const previewDays = 7;

const languageIn = ({ request, cohort }: CohortVisit): Language => {
  const asked = request.form.get('lang') ?? request.query.get('lang');
  return asked === 'de' || asked === 'en' ? asked : cohort.language;
};

/** GET /desk/cohorts/{cohort}/settings/letters?lang= */
export async function showTexts(visit: CohortVisit): Promise<Reply> {
  const language = languageIn(visit);
  const words = visit.cohort.letterTexts?.[language];
  const wrong = {};
  return lettersPage(visit, { language, typed: typedIn(words), wrong, previews: await previews(visit, words) });
}

/** POST there: shows the letters with what was typed, takes one place back to the standard, or saves. */
export async function saveTexts(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const language = languageIn(visit);
  const reset = request.form.get('reset');
  const saved = cohort.letterTexts?.[language];
  const { values, both } = together(
    request.form,
    Object.fromEntries(
      // A browser sends a break as two characters, and counts it as one.
      places.map((place) => [
        place,
        reset === place ? '' : (request.form.get(place) ?? '').slice(0, 5_000).replaceAll('\r\n', '\n').trim(),
      ]),
    ),
    typedIn(saved),
  );
  const typed = typedIn(values);
  if (both.length > 0) {
    const wrong = Object.fromEntries(both.map((place) => [place, 'changed meanwhile']));
    return lettersPage(visit, { language, typed, wrong, previews: await previews(visit, saved) });
  }
  const parsed = OwnWords.safeParse(typed);
  if (!parsed.success) {
    const wrong = Object.fromEntries(
      places.flatMap((place) =>
        OwnWords.shape[place].safeParse(typed[place]).success
          ? []
          : [[place, typed[place].length > mostOwnWords ? 'too long' : 'not plain']],
      ),
    );
    return lettersPage(visit, { language, typed, wrong, previews: await previews(visit, saved) });
  }
  if (request.form.get('what') === 'preview') {
    return lettersPage(visit, {
      language,
      typed,
      wrong: {},
      unsaved: true,
      previews: await previews(visit, parsed.data),
    });
  }
  const result = await needs.table.change(cohorts, cohort, commandOf(visit, 'edit letter texts'), (current) =>
    editLetterTexts(current, language, parsed.data),
  );
  const here = `${homeOf(cohort.cohortId)}/settings/letters?lang=${language}`;
  if (result.ok || result.refused === 'nothing to change') return seeOther(`${here}&saved=yes`);
  return refusedReply(visit, result.refused, here);
}

/** The letters in which these words stand, as somebody of the cohort would get them. Links open pages and save nothing. */
async function previews(visit: CohortVisit, words: OwnWords | undefined): Promise<Preview[]> {
  const { needs, cohort, trigger } = visit;
  const language = languageIn(visit);
  const everybody = await allParticipants(needs.table, cohort.cohortId);
  const inLanguage = everybody.map((each) => ({ ...each, self: { ...each.self, letterLanguage: language } }));
  const shown = shownOf(inLanguage, cohort, undefined, trigger.at);
  if (!shown) return [];
  const written = { ...cohort, letterTexts: { [language]: words } };
  const link: Linker = (type, claims) =>
    makePreview(needs.keys, needs.origin, type, claims, daysAfter(trigger.at, previewDays));
  const kinds = new Set<string>(Object.values(lettersOf).flat());
  const samples = samplesOf(shown.example, written, trigger.at).filter(({ letter }) => kinds.has(letter.kind));
  return Promise.all(
    samples.map(async ({ letter, material }) => {
      const writing = { link, origin: needs.origin, banner: needs.banner || null, draw: compose };
      const { subject, text } = await writeLetter(letter, material, writing);
      return { kind: letter.kind, to: shown.me.name, subject, text };
    }),
  );
}
