import { LettersResumed } from '../../events/letters-resumed.ts';
import type { OwnWords } from '../letter/content/own-words.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Cohort, CohortSettings, Language } from './cohort.ts';
import { canEnd, draft, endsAtOf, withTimer } from './draft.ts';

/** Changes what can still change. The end moves its timer with it; a cohort that has ended keeps its end. */
export function editCohort(cohort: Cohort | undefined, settings: CohortSettings): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  if (!canEnd(cohort.state) && (settings.end !== cohort.end || settings.timeZone !== cohort.timeZone)) {
    return { refused: 'has ended' };
  }
  const moved = settings.end !== cohort.end || settings.timeZone !== cohort.timeZone;
  const endsAt = moved ? endsAtOf(settings.end, settings.timeZone) : cohort.endsAt;
  // What HR emptied is gone, not kept from before. Rules have a page of their own, and may be edited there meanwhile.
  const { sponsor: _sponsor, replyTo: _replyTo, ...kept } = draft(cohort);
  return { to: withTimer({ ...kept, ...settings, rules: cohort.rules, endsAt }) };
}

/** HR's own words in the letters of one language; what is empty is taken out. */
export function editLetterTexts(cohort: Cohort | undefined, language: Language, words: OwnWords): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  const kept = Object.fromEntries(Object.entries(words).filter(([, text]) => text));
  if (JSON.stringify(cohort.letterTexts?.[language] ?? {}) === JSON.stringify(kept)) {
    return { refused: 'nothing to change' };
  }
  return { to: { ...draft(cohort), letterTexts: { ...cohort.letterTexts, [language]: kept } } };
}

/** "Stop all letters" and back. What is planned waits, and what is outdated by then is dropped. */
export function stopLetters(cohort: Cohort | undefined, stopped: boolean): Step<Cohort> {
  if (!cohort) return { refused: 'no such cohort' };
  if (cohort.lettersStopped === stopped) return { refused: 'nothing to change' };
  const to = { ...draft(cohort), lettersStopped: stopped };
  return stopped ? { to } : { to, says: [LettersResumed({ scope: cohort.cohortId })] };
}
