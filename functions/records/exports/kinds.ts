import type { CohortId, PersonId } from '../../../events/ids.ts';
import { type CheckIn, checkIns } from '../../../shared/check-in/check-in.ts';
import { questions } from '../../../shared/check-in/questions.ts';
import { cohortOfPeople } from '../../../shared/desk/all-of.ts';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import type { Visible } from '../../../shared/pair/visible.ts';
import { sessions } from '../../../shared/session/session.ts';
import { hoursText } from '../../../shared/submission/hours.ts';
import { partitionsOf, prefixOf } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { tasks } from '../../../shared/task/task.ts';
import type { Row } from './csv.ts';

export interface Export {
  readonly header: readonly string[];
  readonly rows: (table: Table, cohortId: CohortId) => AsyncGenerator<Row>;
}

const day = (at: string | undefined) => at?.slice(0, 10);
const two = ['junior_id', 'junior', 'senior_id', 'senior'] as const;

/**
 * What may leave the desk: operational facts, as HR sees them on its pages. No topics (some tell of a life), no names of
 * people whom somebody does not want, nothing sealed, nothing of a question that is still open.
 */
export const exports = {
  participants: {
    header: [
      ...['employee_id', 'name', 'call_name', 'email', 'role', 'level', 'unit', 'site', 'status', 'away'],
      ...['languages', 'letter_language', 'time_zone', 'hours', 'capacity', 'scheduling_contact'],
      ...['state', 'invited', 'confirmed'],
    ],
    async *rows(table, cohortId) {
      for await (const { name, address, role, state, hr, self, capacity, ...rest } of cohortOfPeople(table, cohortId)) {
        const away = hr?.away && `${hr.away.from}/${hr.away.to}`;
        yield [
          ...[hr?.employeeId, name, self.callName, address, role, hr?.level, hr?.unit, hr?.site, hr?.status, away],
          ...[self.languages.join('|'), self.letterLanguage, self.timeZone, hoursText(self.hours), capacity],
          ...[self.schedulingContact, state, day(rest.invitedAt), day(rest.confirmedAt)],
        ];
      }
    },
  },
  pairs: {
    header: [...two, 'state', 'formed', 'sessions', 'last_session', 'next_session'],
    async *rows(table, cohortId) {
      const [visible, who] = await Promise.all([visibleOf(table, cohortId), namesIn(table, cohortId)]);
      for (const { junior, senior, state, formedAt, ...pair } of visible.pairs) {
        const met = formedAt ? pair.sessions : undefined;
        yield [...who(junior), ...who(senior), state, day(formedAt), met, pair.lastSession, pair.nextSession];
      }
    },
  },
  sessions: {
    header: [...two, 'date', 'state'],
    async *rows(table, cohortId) {
      const { visible, both } = await seen(table, cohortId);
      for await (const session of table.list(sessions, partitionsOf(cohortId), prefixOf.session)) {
        if (visible.of(session)) yield [...both(session.pairId), session.date, session.state];
      }
    },
  },
  'check-ins': {
    header: [...two, 'asked', 'state', 'asked_on', 'answered_on', 'met', 'moved_by'],
    async *rows(table, cohortId) {
      const { visible, both } = await seen(table, cohortId);
      for await (const one of table.list(checkIns, partitionsOf(cohortId), prefixOf.checkIn)) {
        if (!visible.of(one)) continue;
        const answers = [operational('P1', one), operational('P2', one)];
        yield [...both(one.pairId), one.role, one.state, day(one.askedAt), day(one.answeredAt), ...answers];
      }
    },
  },
  tasks: {
    header: ['kind', 'about_id', 'about', 'partner_id', 'partner', 'state', 'since', 'note'],
    async *rows(table, cohortId) {
      const [visible, who] = await Promise.all([visibleOf(table, cohortId), namesIn(table, cohortId)]);
      for await (const task of table.list(tasks, partitionsOf(cohortId), prefixOf.task)) {
        if (!visible.of(task.about)) continue;
        const { personId, partnerId } = task.about;
        yield [task.kind, ...who(personId), ...who(partnerId), task.state, day(task.createdAt), task.note];
      }
    },
  },
} as const satisfies Readonly<Record<string, Export>>;
export type ExportName = keyof typeof exports;

export const isExport = (name: string): name is ExportName => Object.hasOwn(exports, name);

const operational = (id: 'P1' | 'P2', { answers }: CheckIn): string | undefined =>
  questions[id].class === 'operational' ? answers?.[id] : undefined;

type Who = (personId: PersonId | undefined) => readonly [string | undefined, string | undefined];

/** Employee id and name of everybody: two words a person. */
async function namesIn(table: Table, cohortId: CohortId): Promise<Who> {
  const names = new Map<PersonId, readonly [string | undefined, string]>();
  for await (const { personId, name, hr } of cohortOfPeople(table, cohortId)) {
    names.set(personId, [hr?.employeeId, name]);
  }
  return (personId) => (personId && names.get(personId)) ?? [undefined, undefined];
}

async function seen(table: Table, cohortId: CohortId) {
  const [visible, who]: [Visible, Who] = await Promise.all([visibleOf(table, cohortId), namesIn(table, cohortId)]);
  const pairs = new Map(visible.pairs.map((pair) => [pair.pairId, pair]));
  const both = (pairId: (typeof visible.pairs)[number]['pairId']) => {
    const pair = pairs.get(pairId);
    return [...who(pair?.junior), ...who(pair?.senior)];
  };
  return { visible, both };
}
