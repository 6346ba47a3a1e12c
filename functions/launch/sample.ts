import { Role } from '../../events/ids.ts';
import { allParticipants } from '../../shared/desk/all-of.ts';
import type { LetterKindName } from '../../shared/letter/kinds.ts';
import { type Composed, compose } from '../../shared/letter/render/compose.ts';
import { chosen, type Shown, shownOf } from '../../shared/letter/sample/people.ts';
import { samplesOf } from '../../shared/letter/sample/plan.ts';
import { writeLetter } from '../../shared/letter/write.ts';
import type { Linker } from '../../shared/letter/writing.ts';
import type { Participant } from '../../shared/participant/participant.ts';
import { daysAfter } from '../../shared/time/minute.ts';
import { makePreview } from '../../shared/token/open-link.ts';
import type { CohortVisit } from './visit.ts';

const previewDays = 7;

/** One letter of one person, and what else could be looked at. */
export interface Choice extends Shown {
  readonly people: readonly Participant[];
  readonly kinds: readonly LetterKindName[];
  readonly kind: LetterKindName;
  readonly dark: boolean;
}

/** What the address of the page asks for. Undefined in a cohort without people. */
export async function choiceOf({ request, needs, cohort, trigger }: CohortVisit): Promise<Choice | undefined> {
  const everybody = await allParticipants(needs.table, cohort.cohortId);
  const { query } = request;
  const shown = shownOf(everybody, cohort, Role.safeParse(query.get('to')).data, trigger.at);
  if (!shown) return undefined;
  const kinds = samplesOf(shown.example, cohort, trigger.at).map(({ letter }) => letter.kind);
  const [first = 'confirm'] = kinds;
  const kind = kinds.find((each) => each === query.get('kind')) ?? first;
  return { ...shown, people: chosen(everybody, cohort), kinds, kind, dark: query.get('mode') === 'dark' };
}

/** The letter as this person would get it; its links open previews, which save nothing. */
export async function written(
  { needs, cohort, trigger }: CohortVisit,
  { example, kind }: Pick<Choice, 'example' | 'kind'>,
): Promise<Composed> {
  const found = samplesOf(example, cohort, trigger.at).find(({ letter }) => letter.kind === kind);
  if (!found) throw new Error(`there is no sample of ${kind}`);
  const expires = daysAfter(trigger.at, previewDays);
  const link: Linker = (type, claims) => makePreview(needs.keys, needs.origin, type, claims, expires);
  const writing = { link, origin: needs.origin, banner: needs.banner || null, draw: compose };
  return writeLetter(found.letter, found.material, writing);
}
