import type { Instant } from '../../../events/define.ts';
import { CheckInId, PersonId, RunId } from '../../../events/ids.ts';
import { type CheckIn, checkInIdOf } from '../../check-in/check-in.ts';
import { roundOf } from '../../check-in/questions.ts';
import type { Cohort } from '../../cohort/cohort.ts';
import { firstDates } from '../../pair/first-dates.ts';
import { type Pair, pairIdOf } from '../../pair/pair.ts';
import { gone, type Participant } from '../../participant/participant.ts';
import { type Session, sessionIdOf } from '../../session/session.ts';
import { atLocal, localDate } from '../../time/local.ts';
import { daysAfter } from '../../time/minute.ts';

/** What may become of this person: enough of a future to write every letter about it. Nothing of it is saved. */
export interface Example {
  readonly me: Participant;
  readonly partner: Participant;
  readonly pair: Pair;
  readonly checkIn: CheckIn;
  readonly session: Session;
}

/** With nobody to be paired with, an invented partner stands in. */
export function exampleFor(me: Participant, found: Participant | undefined, cohort: Cohort, at: Instant): Example {
  const partner = found ?? invented(me);
  const [junior, senior] = me.role === 'junior' ? [me, partner] : [partner, me];
  const { cohortId } = cohort;
  const opening = atLocal(cohort.start, '09:00', cohort.timeZone);
  const formedAt = opening > at ? opening : at;
  const question = { askedAt: at, closesAt: daysAfter(at, 9) };
  const pair: Pair = {
    schema: 1,
    version: 1,
    cohortId,
    pairId: pairIdOf(cohortId, junior.personId, senior.personId),
    junior: junior.personId,
    senior: senior.personId,
    runId: RunId.parse('run_example0'),
    state: 'formed',
    points: {},
    total: 0,
    formedAt,
    consent: { junior: question, senior: question },
    firstDates: firstDates(junior, senior, formedAt, cohort),
    sessions: cohort.sessions,
    months: { junior: 0, senior: 0 },
  };
  const askAt = daysAfter(formedAt, 30);
  const checkIn: CheckIn = {
    schema: 1,
    version: 1,
    cohortId,
    pairId: pair.pairId,
    // A round that nobody can ask, so that the link never meets a check-in that is there.
    checkInId: CheckInId.parse(checkInIdOf(pair.pairId, me.role, 'round-rnd_example0')),
    personId: me.personId,
    role: me.role,
    state: 'asked',
    questions: [...roundOf(me.role, 0)],
    askAt,
    askedAt: askAt,
    answers: { P1: 'yes' },
    closesAt: daysAfter(askAt, cohort.timers.checkInCloses),
  };
  const session: Session = {
    schema: 1,
    version: 1,
    cohortId,
    pairId: pair.pairId,
    sessionId: sessionIdOf(pair.pairId, localDate(askAt, cohort.timeZone)),
    date: localDate(askAt, cohort.timeZone),
    state: 'logged',
    logs: { [me.role]: { minutes: 60, movedBy: 'nobody', at: askAt } },
  };
  return { me, partner, pair, checkIn, session };
}

/** Somebody of the other role with whom there is most to talk about, and who does not lead or report to this person. */
export function likelyPartner(me: Participant, people: readonly Participant[]): Participant | undefined {
  const inCommon = ({ self }: Participant) => self.topics.filter((topic) => me.self.topics.includes(topic)).length;
  const [best] = people
    .filter((each) => each.role !== me.role && each.personId !== me.personId && !gone(each) && !inLine(me, each))
    .sort((a, b) => inCommon(b) - inCommon(a) || a.name.localeCompare(b.name));
  return best;
}

const inLine = ({ hr: one }: Participant, { hr: other }: Participant): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one.managerKey === other.employeeKey || other.managerKey === one.employeeKey);

/** In a cohort that has nobody of the other role yet. */
function invented(me: Participant): Participant {
  const { callName: _callName, schedulingContact: _contact, ...self } = me.self;
  const { hr: _hr, ...rest } = me;
  return {
    ...rest,
    personId: PersonId.parse('per_example0'),
    role: me.role === 'junior' ? 'senior' : 'junior',
    name: self.letterLanguage === 'de' ? 'Alex Beispiel' : 'Alex Example',
    address: 'alex@example.org',
    self,
  };
}
