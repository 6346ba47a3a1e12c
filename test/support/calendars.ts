import { SessionCancelled } from '../../events/session-cancelled.ts';
import { SessionPlanned } from '../../events/session-planned.ts';
import { mayGoOut } from '../../functions/send-letters/may-go-out.ts';
import { read } from '../../functions/send-letters/read.ts';
import { calendarPart, type Invitation } from '../../shared/letter/invitation.ts';
import { type Letter, letters } from '../../shared/letter/letter.ts';
import { compose } from '../../shared/letter/render/compose.ts';
import { writeLetter } from '../../shared/letter/write.ts';
import type { CalendarEntry } from '../../shared/session/entry.ts';
import type { MemoryTable } from './memory-table.ts';
import { cohortId, noon, pairId, participant, programme } from './programme.ts';

export const envelope = { eventId: `evt_${'0'.repeat(32)}`, occurredAt: noon, correlationId: 'test' };
export const april = '2026-04-01T07:00:00.000Z';
export const may = '2026-05-06T16:00:00.000Z';
export const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ number: 1, sequence: 0, startsAt: april, minutes: 60, state: 'set' },
  ...more,
});
export const about = ({ number, ...rest }: Omit<CalendarEntry, 'state'>) => ({
  ...envelope,
  pairId,
  cohortId,
  entry: number,
  ...rest,
});
export const told = ({ state, ...rest }: CalendarEntry) => ({
  ...about(rest),
  detailType: state === 'set' ? SessionPlanned.detailType : SessionCancelled.detailType,
});

export const assisted = { self: { ...participant('senior').self, schedulingContact: 'assistenz@example.com' } };
export const now = (state: CalendarEntry, more: Parameters<typeof programme>[0] = {}) =>
  programme({ senior: assisted, ...more, pair: { entry: state, ...more.pair } });

export async function planned(memory: MemoryTable): Promise<Letter[]> {
  const ids = memory
    .said()
    .flatMap(({ detailType, detail }) => (detailType === 'letter.due.v1' ? [detail.letterId] : []));
  const found = await Promise.all(
    ids.map((letterId) =>
      memory.table.get(letters, { scope: cohortId, letterId: String(letterId) as Letter['letterId'] }),
    ),
  );
  return found.filter((each) => each !== undefined).sort((a, b) => a.kind.localeCompare(b.kind));
}
export const brief = ({ kind, to, subject }: Letter) => [
  kind,
  Object.values(to)[0],
  subject.meeting?.asks,
  subject.meeting?.sequence,
];

export const material = (letter: Letter, { table }: MemoryTable) =>
  read(letter, { table, identity: () => Promise.reject(new Error('not asked')), firstAdmin: '' });

/** As the sender of letters writes it. */
export async function written(letter: Letter, memory: MemoryTable) {
  const found = await material(letter, memory);
  const calendar = ({ from, ...rest }: Omit<Invitation, 'organizer'> & { readonly from: string }) =>
    calendarPart({ ...rest, organizer: { name: from, address: 'mail@example.com' } });
  const link = (type: string) => Promise.resolve(`https://mentoring.example.com/${type}/token`);
  const writing = { link, origin: 'https://mentoring.example.com', banner: null, draw: compose, calendar };
  return { verdict: mayGoOut(letter, found, noon), ...(await writeLetter(letter, found, writing)) };
}
