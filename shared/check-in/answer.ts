import type { Instant } from '../../events/define.ts';
import { HelpRequested } from '../../events/help-requested.ts';
import { type Help, helpIdOf, helps } from '../help/help.ts';
import { type Draft, unnumbered, withoutTimer } from '../table/aggregate.ts';
import { type Change, type Commit, change } from '../table/commit.ts';
import type { CheckIn } from './check-in.ts';
import { type DataClass, type QuestionId, questions } from './questions.ts';
import { checkInStates } from './states.ts';

/** What a form says, sorted by who may learn it. */
export interface Given {
  readonly operational: Readonly<Record<string, string>>;
  readonly confidential: Readonly<Record<string, string>>;
  /** Whom to ask for help, and why; stored as requests of their own and nowhere else. */
  readonly help: readonly Pick<Help, 'contact' | 'about'>[];
}

const contacts = ['coordinator', 'independent contact'] as const;

/** True from asking until closing: so long an answer can be given and changed. */
export const canAnswer = ({ state, closesAt }: CheckIn, at: Instant): boolean =>
  (state === 'asked' || state === 'answered') && closesAt !== undefined && at < closesAt;

/** The answers of a form that the check-in really asks for; anything else is as if it were not there. */
export function readAnswers(
  asked: readonly QuestionId[],
  form: { get(name: string): string | null },
  asksFit = false,
): Given {
  const ofClass = (wanted: DataClass) =>
    Object.fromEntries(
      asked.flatMap((id) => {
        const value = form.get(id);
        const known = questions[id].class === wanted && value !== null && isChoice(id, value);
        return known ? [[id, value]] : [];
      }),
    );
  const { P7 } = ofClass('help');
  const fit = asksFit ? form.get('fit') : null;
  return {
    operational: ofClass('operational'),
    confidential: ofClass('confidential'),
    help: contacts.flatMap((contact) => [
      ...(P7 === contact ? [{ contact, about: 'call' as const }] : []),
      ...(fit === `change: ${contact}` ? [{ contact, about: 'fit' as const }] : []),
    ]),
  };
}

const isChoice = (id: QuestionId, value: string) => (questions[id].choices as readonly string[]).includes(value);

/** True where this form says something else than what stands. A question left open says nothing. */
export function differs(
  given: Given,
  operational: CheckIn['answers'] = {},
  confidential: Readonly<Record<string, string>> = {},
): boolean {
  const changed = (now: Given['operational'], before: Readonly<Record<string, string>>) =>
    Object.entries(now).some(([id, value]) => before[id] !== undefined && before[id] !== value);
  return changed(given.operational, operational) || changed(given.confidential, confidential);
}

/**
 * The answer as it then stands: the last one wins, nothing is due any more. Who may not seal gives what is sealed on as
 * it was.
 */
export function answered(
  checkIn: CheckIn,
  given: Pick<Given, 'operational'>,
  sealed: CheckIn['sealed'],
  at: Instant,
): Draft<CheckIn> | undefined {
  const state = checkInStates.next(checkIn.state, 'answer');
  if (!state || !canAnswer(checkIn, at)) return undefined;
  const { suspectAt: _suspectAt, ...rest } = withoutTimer(checkIn);
  return { ...rest, state, answers: { ...given.operational }, ...(sealed ? { sealed } : {}), answeredAt: at };
}

/** Not counted, but remembered: only a page rendered some seconds later counts. */
export function suspected(checkIn: CheckIn, at: Instant): Draft<CheckIn> {
  const rest = unnumbered(checkIn);
  return { ...rest, suspectAt: at };
}

/** The requests for help that this form makes and that are not there yet. */
export function helpWanted(
  { checkInId, cohortId, personId }: Pick<CheckIn, 'checkInId' | 'cohortId' | 'personId'>,
  given: Given,
  known: readonly Help[],
  at: Instant,
): { changes: Change[]; says: NonNullable<Commit['says']> } {
  const fresh = given.help
    .map(({ contact, about }) => ({ helpId: helpIdOf(checkInId, contact, about), contact, about }))
    .filter(({ helpId }) => !known.some((help) => help.helpId === helpId));
  return {
    changes: fresh.map((help) =>
      change(helps, help, undefined, { ...help, cohortId, personId, state: 'open', askedAt: at }),
    ),
    says: fresh.map(({ helpId }) => HelpRequested({ helpId })),
  };
}
