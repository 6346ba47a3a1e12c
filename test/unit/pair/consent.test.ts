import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../events/define.ts';
import type { Role } from '../../../events/ids.ts';
import {
  answerConsent,
  askSenior,
  bothSaidYes,
  type Decision,
  type Question,
  ring,
} from '../../../shared/pair/consent.ts';
import { consentDueAt, nextLook, questionAt } from '../../../shared/pair/deadlines.ts';
import { formPair } from '../../../shared/pair/form.ts';
import type { Pair } from '../../../shared/pair/pair.ts';
import { comeToNothing } from '../../../shared/pair/settle.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { cohort, participant, pair as sample } from '../../support/programme.ts';

const approved = '2026-01-15T10:00:00.000Z';
const timers = { consentReminder: 3, consentCloses: 7, consentSettles: 14 };
const berlin = { timeZone: 'Europe/Berlin', holidays: [], timers };
const question: Question = questionAt(approved, consentDueAt(approved, berlin), berlin);
const { formedAt: _formedAt, ...unformed } = sample();
const proposed: Pair = {
  ...unformed,
  schema: 1,
  version: 1,
  state: 'proposed',
  consent: { junior: question },
  dueAt: question.remindAt,
};

const made = (before: Pair, step: Step<Pair>): Pair =>
  'to' in step ? { ...step.to, schema: 1, version: before.version + 1 } : before;
const saysOf = (step: Step<Pair>) => ('to' in step ? (step.says ?? []).map(({ detailType }) => detailType) : []);

/** Plays answers in this order, one a minute; the senior is asked as soon as that is due. */
function after(...answers: readonly `${Role} ${Decision}`[]): Pair {
  return answers.reduce((pair, each, minute) => {
    const [role, answer] = each.split(' ') as [Role, Decision];
    const at: Instant = new Date(Date.parse(approved) + (minute + 1) * 60_000).toISOString();
    const answered = made(pair, answerConsent(pair, role, answer, at));
    return made(answered, askSenior(answered, questionAt(at, consentDueAt(approved, berlin), berlin)));
  }, proposed);
}

describe('the answers of two', () => {
  it.each([
    [['junior yes'], 'accepted-by-junior', true, false],
    [['junior no'], 'proposed', false, false],
    [['junior no', 'junior yes'], 'accepted-by-junior', true, false],
    [['junior yes', 'junior no'], 'accepted-by-junior', true, false],
    [['junior yes', 'senior yes'], 'accepted-by-junior', true, true],
    [['junior yes', 'senior no'], 'accepted-by-junior', true, false],
    [['junior yes', 'senior no', 'senior yes'], 'accepted-by-junior', true, true],
    [['junior yes', 'junior no', 'senior yes'], 'accepted-by-junior', true, false],
    [['junior yes', 'senior yes', 'junior no'], 'accepted-by-junior', true, false],
    [['junior yes', 'junior no', 'senior yes', 'junior yes'], 'accepted-by-junior', true, true],
    [['junior yes', 'senior yes', 'senior no'], 'accepted-by-junior', true, true],
    [['senior yes'], 'proposed', false, false],
  ] as const)('%j', (answers, state, seniorIsAsked, agreed) => {
    const pair = after(...answers);
    expect(pair.state).toBe(state);
    expect(pair.consent?.senior !== undefined).toBe(seniorIsAsked);
    expect(bothSaidYes(pair)).toBe(agreed);
  });

  it('are told by no event when they are a no, nor when they were said before', () => {
    const at = '2026-01-15T11:00:00.000Z';
    expect(saysOf(answerConsent(proposed, 'junior', 'yes', at))).toEqual(['pair.accepted.v1']);
    expect(saysOf(answerConsent(proposed, 'junior', 'no', at))).toEqual([]);
    expect(answerConsent(after('junior yes'), 'junior', 'yes', at)).toEqual({ refused: 'said already' });
  });

  it.each([
    ['a minute before the question closes', proposed, '2026-01-26T07:59:00.000Z', true],
    ['when it closes', proposed, '2026-01-26T08:00:00.000Z', false],
    ['of a pair that has formed', { ...after('junior yes', 'senior yes'), state: 'formed' }, approved, false],
    ['of a pair that was blocked meanwhile', { ...proposed, state: 'blocked' }, approved, false],
    ['of a pair that has come to nothing', made(proposed, comeToNothing(proposed)), approved, false],
  ] as const)('count or come too late: %s', (_, pair, at, counts) => {
    expect('to' in answerConsent(pair, 'junior', 'no', at)).toBe(counts);
  });

  it('are forgotten once the pair has come to nothing', () => {
    const pair = after('junior yes', 'senior no');
    expect(made(pair, comeToNothing(pair))).toMatchObject({ state: 'not-formed' });
    expect(JSON.stringify(made(pair, comeToNothing(pair)))).not.toMatch(/consent|dueAt/);
  });
});

describe('the reminder', () => {
  const rung = (pair: Pair, at: Instant) => ring(pair, at);
  const remindAt = '2026-01-20T08:00:00.000Z';

  it('comes on the third working day at nine, and once', () => {
    expect(proposed.dueAt).toBe(remindAt);
    expect(saysOf(rung(proposed, '2026-01-20T07:59:00.000Z'))).toEqual([]);
    expect(saysOf(rung(proposed, remindAt))).toEqual(['consent-reminder.due.v1']);
    expect(made(proposed, rung(proposed, remindAt)).dueAt).toBeUndefined();
  });

  it('goes to nobody who has answered, and to a senior whatever the junior says by then', () => {
    expect(after('junior no').dueAt).toBeUndefined();
    const withdrawn = after('junior yes', 'junior no');
    expect(withdrawn.dueAt).toBe(remindAt);
    expect(rung(withdrawn, remindAt)).toMatchObject({ says: [{ data: { role: 'senior' } }] });
  });
});

describe('deadlines', () => {
  const summer = { timeZone: 'America/New_York', holidays: ['2026-03-06', '2026-03-09'], timers };

  it.each([
    ['without holidays', '2026-01-15T10:00:00.000Z', berlin, '2026-02-04T08:00:00.000Z'],
    ['approved on a Saturday', '2026-01-17T10:00:00.000Z', berlin, '2026-02-05T08:00:00.000Z'],
    ['over two holidays and a change of the clock', '2026-03-02T15:00:00.000Z', summer, '2026-03-24T13:00:00.000Z'],
  ])('lie fourteen working days ahead, at nine on the clock of the cohort: %s', (_, at, when, due) => {
    expect(consentDueAt(at, when)).toBe(due);
  });

  it('leave room for two questions of seven working days', () => {
    expect(question.closesAt).toBe('2026-01-26T08:00:00.000Z');
    const last = questionAt('2026-01-26T07:59:00.000Z', consentDueAt(approved, berlin), berlin);
    expect(last.closesAt).toBe(consentDueAt(approved, berlin));
  });

  it('are those that the cohort sets', () => {
    const quick = { ...berlin, timers: { consentReminder: 1, consentCloses: 2, consentSettles: 5 } };
    const due = consentDueAt(approved, quick);
    expect(due).toBe('2026-01-22T08:00:00.000Z');
    expect(questionAt(approved, due, quick)).toEqual({
      askedAt: approved,
      remindAt: '2026-01-16T08:00:00.000Z',
      closesAt: '2026-01-19T08:00:00.000Z',
    });
  });

  it('are looked at each morning, the last time when they have come', () => {
    const due = consentDueAt(approved, berlin);
    expect(nextLook(approved, due, berlin)).toBe('2026-01-16T08:00:00.000Z');
    expect(nextLook('2026-02-03T08:00:00.000Z', due, berlin)).toBe(due);
  });
});

it('does not form a pair of which one has another role by now', () => {
  const who = (role: Role, now: Role = role) => ({
    ...participant(role, { slots: {}, role: now }),
    schema: 1,
    version: 1,
  });
  const of = (now: Role) => ({
    cohort: { ...cohort, schema: 1, version: 1 },
    pair: after('junior yes', 'senior yes'),
    junior: who('junior', now),
    senior: who('senior'),
  });
  const command = { name: 'form pair', by: 'test', at: approved, why: '', correlationId: 'test' };
  expect(formPair(of('junior'), command)).toMatchObject({ says: [{ detailType: 'pair.formed.v1' }] });
  expect(formPair(of('senior'), command)).toEqual({ refused: 'no place' });
});
