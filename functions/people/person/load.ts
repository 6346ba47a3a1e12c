import { PersonId } from '../../../events/ids.ts';
import type { CohortVisit } from '../../../shared/desk/cohort-visit.ts';
import { missingReply } from '../../../shared/desk/refused.tsx';
import { allRuns } from '../../../shared/desk/visible-of.ts';
import { type Letter, letterIdOf, letters } from '../../../shared/letter/letter.ts';
import { type Pair, pairs } from '../../../shared/pair/pair.ts';
import { type Visible, visibleToHr } from '../../../shared/pair/visible.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { type Session, sessions } from '../../../shared/session/session.ts';
import { keys, partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Reply } from '../../../shared/web/http.ts';

/** A visit to one person of the cohort. */
export interface PersonVisit extends CohortVisit {
  readonly person: Participant;
}

export const withPerson =
  (answer: (visit: PersonVisit) => Promise<Reply>) =>
  async (visit: CohortVisit): Promise<Reply> => {
    const personId = PersonId.safeParse(visit.params.person).data;
    const { cohortId } = visit.cohort;
    const person = personId && (await visit.needs.table.get(participants, { cohortId, personId }));
    return person && person.state !== 'taken-back' ? answer({ ...visit, person }) : missingReply(visit);
  };

/** What hangs on a person, as far as HR may see it. */
export interface Around {
  readonly visible: Visible;
  /** Of pairs that may be seen, the latest first. */
  readonly sessions: readonly Session[];
  /** The latest first. */
  readonly letters: readonly Letter[];
  readonly names: ReadonlyMap<PersonId, string>;
}

export async function around({ needs: { table }, cohort: { cohortId }, person }: PersonVisit): Promise<Around> {
  const { personId } = person;
  const everywhere = partitionsOf(cohortId);
  const only = (field: string) => ({ field, oneOf: [personId] });
  const written = (field: string) => Array.fromAsync(table.some(letters, everywhere, prefixOf.letter, only(field)));
  const paired = (field: string) => Array.fromAsync(table.some(pairs, everywhere, prefixOf.pair, only(field)));
  const [asJunior, asSenior, runs, own, ofAssistant] = await Promise.all([
    paired('junior'),
    paired('senior'),
    allRuns(table, cohortId),
    written('to.personId'),
    written('to.assistantOf'),
  ]);
  const visible = visibleToHr([...asJunior, ...asSenior], runs);
  const seen = visible.pairs.filter(visible.of);
  const [held, partners] = await Promise.all([
    Promise.all(
      seen.map(({ pairId }) => {
        const { pk } = keys.pair({ cohortId, pairId });
        return Array.fromAsync(table.list(sessions, [pk], `${prefixOf.session}${pairId}.`));
      }),
    ),
    table.getMany(
      participants,
      visible.pairs.map((pair) => ({ cohortId, personId: partnerIn(pair, personId) })),
    ),
  ]);
  return {
    visible,
    sessions: held.flat().sort((a, b) => b.date.localeCompare(a.date)),
    letters: [...own, ...ofAssistant].filter(visible.letter).sort((a, b) => b.plannedAt.localeCompare(a.plannedAt)),
    names: new Map(partners.map((each) => [each.personId, each.name])),
  };
}

export const partnerIn = ({ junior, senior }: Pick<Pair, 'junior' | 'senior'>, personId: PersonId): PersonId =>
  junior === personId ? senior : junior;

/** The last copy of the letter that asks whether one takes part. */
export async function lastConfirm({ needs, cohort: { cohortId }, person }: PersonVisit): Promise<Letter | undefined> {
  const copy = (sequence: number) => {
    const plan = {
      scope: cohortId,
      kind: 'confirm',
      to: { personId: person.personId },
      subject: {},
      sequence,
    } as const;
    return needs.table.get(letters, { scope: cohortId, letterId: letterIdOf(plan) });
  };
  let last: Letter | undefined;
  for (let sequence = 1; ; sequence++) {
    const next = await copy(sequence);
    if (!next) return last;
    last = next;
  }
}
