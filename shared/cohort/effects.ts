import type { LocalDate } from '../../events/ids.ts';
import { gone, type Participant } from '../participant/participant.ts';
import type { Cohort, CohortSettings } from './cohort.ts';

/** What an edit does to people who are there already; worded by the page. */
export type Effect =
  | { readonly what: 'reminder'; readonly people: number; readonly days: number }
  | { readonly what: 'form closes' }
  | { readonly what: 'deadline'; readonly date: LocalDate; readonly people: number }
  | { readonly what: 'start'; readonly people: number }
  | { readonly what: 'end'; readonly date: LocalDate; readonly people: number }
  | { readonly what: 'topic gone'; readonly topic: string; readonly people: number }
  | { readonly what: 'questions' }
  | { readonly what: 'contacts' }
  | { readonly what: 'look' };

/** Before the launch nothing has been said to anybody, so an edit has no effect that HR must know. */
export function effectsOf(
  before: Cohort,
  after: CohortSettings,
  people: readonly Participant[],
  today: LocalDate,
): Effect[] {
  if (before.launchedAt === undefined) return [];
  const here = people.filter((each) => !gone(each) && each.state !== 'done');
  const waiting = here.filter(({ state, dueAt }) => state === 'invited' && dueAt !== undefined).length;
  const unanswered = here.filter(({ state }) => state === 'invited').length;
  const told = here.filter(({ invitedAt }) => invitedAt !== undefined).length;
  const days = after.timers.enrolmentReminder - before.timers.enrolmentReminder;
  const closes = (after.enrolmentDeadline < today || after.domains.length === 0) && wasOpen(before, today);
  const differs = (...fields: (keyof CohortSettings)[]) =>
    fields.some((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const { enrolmentReminder: _before, ...timersBefore } = before.timers;
  const { enrolmentReminder: _after, ...timersAfter } = after.timers;
  return [
    ...(days > 0 && waiting > 0 ? [{ what: 'reminder' as const, people: waiting, days }] : []),
    ...(closes ? [{ what: 'form closes' as const }] : []),
    ...(differs('enrolmentDeadline')
      ? [{ what: 'deadline' as const, date: after.enrolmentDeadline, people: unanswered }]
      : []),
    ...(differs('start') ? [{ what: 'start' as const, people: told }] : []),
    ...(differs('end') ? [{ what: 'end' as const, date: after.end, people: here.length }] : []),
    ...before.topics
      .filter((topic) => !after.topics.includes(topic))
      .map((topic) => ({
        what: 'topic gone' as const,
        topic,
        people: here.filter(({ self }) => self.topics.includes(topic)).length,
      }))
      .filter(({ people: chosenBy }) => chosenBy > 0),
    ...(JSON.stringify(timersBefore) === JSON.stringify(timersAfter) ? [] : [{ what: 'questions' as const }]),
    ...(differs('coordinators', 'independentContacts', 'replyTo') ? [{ what: 'contacts' as const }] : []),
    ...(differs('branding', 'addressForm') ? [{ what: 'look' as const }] : []),
  ];
}

const wasOpen = ({ domains, enrolmentDeadline }: Cohort, today: LocalDate) =>
  domains.length > 0 && enrolmentDeadline >= today;
