import type { CheckInId, PairId, PersonId, Role } from '../../events/ids.ts';
import type { Bookmark } from '../../infra/local/control/bookmark.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { checkInIdOf, checkIns, monthOccasion } from '../../shared/check-in/check-in.ts';
import { roundOf } from '../../shared/check-in/questions.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { pairIdOf, pairs } from '../../shared/pair/pair.ts';
import { participants } from '../../shared/participant/participant.ts';
import { type Change, change } from '../../shared/table/commit.ts';
import { digest } from '../../shared/table/digest.ts';
import { tableOf } from './engine-agrees.ts';
import { invariants } from './invariants.ts';
import { cohort, cohortId, pair, participant } from './programme.ts';

/** When everybody of the wave is asked: a Monday at 09:00 in Berlin. */
const dueAt = '2026-03-02T08:00:00.000Z';
const dayBefore = '2026-03-01T08:00:00.000Z';
/** A new production account's. */
const perSecond = 14;
const hour = 3_600_000;

export interface Size {
  /** Both sides of each are asked how it goes: of such a letter no second copy is ever sent. */
  readonly pairs: number;
  /** Each is reminded to say whether they take part: that is sent once more if nobody knows what became of it. */
  readonly invited: number;
}

export interface Wave {
  readonly letters: number;
  /** The day before. */
  readonly at: Bookmark;
}

/**
 * A cohort whose letters all fall due at one moment. Its people, pairs and check-ins are written down by the nouns' own
 * commits and not enrolled, paired and asked for consent, which takes far longer than the wave; the wave itself is real,
 * from the schedule that rings to SES.
 */
export async function makeWave(stage: Stage, size: Size): Promise<Wave> {
  await stage.reset({ startAt: dayBefore });
  const { table, close } = await tableOf(stage);
  const command = { name: 'make a wave', by: 'test', at: dayBefore, why: 'test', correlationId: 'test' };
  const changes = [change(cohorts, { cohortId }, undefined, cohort), ...peopleOf(size)];
  // A commit takes a hundred items, and each of its aggregates brings an audit row.
  for (let from = 0; from < changes.length; from += 50) {
    if (!(await table.commit({ command, changes: changes.slice(from, from + 50) }))) throw new Error('written before');
  }
  await close();
  await stage.settle();
  return { letters: 2 * size.pairs + size.invited, at: await stage.bookmark() };
}

function peopleOf({ pairs: couples, invited }: Size): Change[] {
  return [
    ...Array.from({ length: couples }, (_, at) => coupleOf(at)).flat(),
    ...Array.from({ length: invited }, (_, at) => {
      const person = { ...personOf('junior', `invited${at}`, undefined), state: 'invited' as const, dueAt };
      return change(participants, person, undefined, person);
    }),
  ];
}

function coupleOf(at: number): Change[] {
  const [junior, senior] = [idOf('junior', String(at)), idOf('senior', String(at))];
  const pairId = pairIdOf(cohortId, junior, senior);
  const yes = { askedAt: dayBefore, closesAt: dueAt, answer: 'yes' as const, answeredAt: dayBefore };
  const formed = pair({ pairId, junior, senior, consent: { junior: yes, senior: yes } });
  const sides = (['junior', 'senior'] as const).flatMap((role) => {
    const person = personOf(role, String(at), pairId);
    const checkIn = {
      cohortId,
      pairId,
      checkInId: checkInIdOf(pairId, role, monthOccasion(1)) satisfies CheckInId,
      personId: person.personId,
      role,
      state: 'planned' as const,
      questions: roundOf(role, 1),
      askAt: dueAt,
      dueAt,
    };
    return [change(participants, person, undefined, person), change(checkIns, checkIn, undefined, checkIn)];
  });
  return [change(pairs, formed, undefined, formed), ...sides];
}

const idOf = (role: Role, name: string) => `per_${digest(`${role} ${name}`, 32)}` as PersonId;

const personOf = (role: Role, name: string, pairId: PairId | undefined) =>
  participant(role, {
    personId: idOf(role, name),
    address: `${role}${name}@nordwerk.example`,
    slots: pairId ? { [pairId]: 'held' } : {},
  });

export interface Played {
  readonly letters: number;
  /** Letters that SES took. */
  readonly accepted: number;
  /** Of them, more than once. */
  readonly twice: number;
  /** Letters that the ledger shows as unknown. */
  readonly unknown: number;
  readonly parked: number;
  /** From the moment that falls due to the last acceptance, on the stage's clock. */
  readonly seconds: number;
  /** What SES's rate alone would take. */
  readonly ideal: number;
  /** What must not be, in sentences. */
  readonly wrong: readonly string[];
}

/** Plays the wave with what goes wrong in it, until everything that was to be tried again has been. */
export async function playWave(
  stage: Stage,
  { letters, at }: Wave,
  { cold = false, goesWrong = () => {} }: { readonly cold?: boolean; readonly goesWrong?: () => void } = {},
): Promise<Played> {
  await stage.reset({ to: at, freshWorkers: cold });
  goesWrong();
  await stage.advanceTo(new Date(Date.parse(dueAt) + 26 * hour).toISOString());
  const items = await everything(stage);
  const ledger = ofKind(items, 'letter#');
  const copies = Map.groupBy(stage.mail(), ({ tags }) => tags.letterId ?? '');
  const last = stage.mail().at(-1)?.at ?? dueAt;
  const forgotten = ledger.filter(({ letterId, state }) => !copies.has(String(letterId)) && state !== 'unknown');
  return {
    letters,
    accepted: copies.size,
    twice: [...copies.values()].filter(({ length }) => length > 1).length,
    unknown: ledger.filter(({ state }) => state === 'unknown').length,
    parked: stage.parked(),
    seconds: (Date.parse(last) - Date.parse(dueAt)) / 1000,
    ideal: letters / perSecond,
    wrong: [
      ...(ledger.length === letters ? [] : [`${ledger.length} letters were planned instead of ${letters}`]),
      ...forgotten.map(({ kind, letterId, state }) => `${kind} ${letterId} was never accepted, and is ${state}`),
      ...(await invariants(stage)),
    ],
  };
}
