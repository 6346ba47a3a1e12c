import type { Instant } from '../../events/define.ts';
import { unnumbered } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { daysAfter } from '../time/minute.ts';
import { gone, type HrFacts, type Participant, type SelfTold } from './participant.ts';

/** What HR may correct of what a person says of themself, until the person has said it in person. */
export const selfByHr = ['callName', 'hours', 'schedulingContact'] as const satisfies readonly (keyof SelfTold)[];
export type SelfByHr = (typeof selfByHr)[number];

/** One person's facts, corrected at the desk. The person stays the same, whatever their name and address are. */
export interface ByHr extends Pick<Participant, 'name' | 'role' | 'address'> {
  readonly hr: Pick<HrFacts, 'level' | 'unit' | 'site'> & Partial<Pick<HrFacts, 'managerKey' | 'appraisedByKey'>>;
  readonly self: Pick<SelfTold, SelfByHr>;
}

/** So long a correction can be taken back by one press. */
const undoDays = 1;

/** HR's facts by which the hard rules of a pair are checked. */
export const ruleFacts = ['level', 'managerKey', 'appraisedByKey'] as const;

/** A correction of today counts until the next HR file, which is dated later. */
export function correctByHr(participant: Participant, { hr, self, ...news }: ByHr, at: Instant): Step<Participant> {
  if (gone(participant) || participant.state === 'done') return { refused: 'no longer takes part' };
  const { name, role, address, hr: known, self: said } = participant;
  const own = new Set<string>(participant.ownWords ?? []);
  const to: Participant = {
    ...participant,
    ...news,
    ...(known ? { hr: { ...known, ...hr } } : {}),
    self: {
      ...said,
      ...Object.fromEntries(selfByHr.filter((each) => !own.has(each)).map((each) => [each, self[each]])),
    },
  };
  if (JSON.stringify(withoutEmpty(to)) === JSON.stringify(withoutEmpty(participant))) return { refused: 'as before' };
  const mail = participant.mail === 'bounced' && to.address !== address ? 'ok' : participant.mail;
  return {
    to: {
      ...unnumbered(to),
      ...(to.hr ? { hr: { ...to.hr, toldAt: at } } : {}),
      mail,
      corrected: {
        at,
        was: { name, role, address, mail: participant.mail, self: said, ...(known ? { hr: known } : {}) },
      },
    },
  };
}

/** The last correction can be taken back for a day, unless a newer HR file has spoken since. */
export function undoOf({ corrected, hr }: Participant, at: Instant): Participant['corrected'] {
  if (!corrected || at > daysAfter(corrected.at, undoDays)) return undefined;
  return hr?.toldAt === undefined || hr.toldAt === corrected.at ? corrected : undefined;
}

export function undoCorrection(participant: Participant, at: Instant): Step<Participant> {
  const { corrected, ...rest } = unnumbered(participant);
  if (!corrected || !undoOf(participant, at)) return { refused: 'nothing to take back' };
  const { self, hr, mail: mailThen = 'ok', ...was } = corrected.was;
  const own = new Set<string>(participant.ownWords ?? []);
  const back = selfByHr.filter((each) => !own.has(each)).map((each) => [each, self[each]]);
  // Whether mail arrives is a matter of the address; who complained is written to at none.
  const moved = was.address !== participant.address && participant.mail !== 'complained';
  return {
    to: {
      ...rest,
      ...was,
      mail: moved ? mailThen : participant.mail,
      ...(hr ? { hr: { ...hr, toldAt: at } } : {}),
      self: { ...participant.self, ...Object.fromEntries(back) },
    },
  };
}

/** Absent from–to, or back at work: no first meeting is suggested in that time. */
export function setAway(participant: Participant, away: HrFacts['away'], at: Instant): Step<Participant> {
  if (gone(participant) || !participant.hr) return { refused: 'no longer takes part' };
  const { away: _away, ...hr } = participant.hr;
  return { to: { ...unnumbered(participant), hr: { ...hr, ...(away ? { away } : {}), toldAt: at } } };
}

/** Absent and empty are the same to a form. */
const withoutEmpty = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, each: unknown) => (each === '' || each === undefined ? undefined : each)));
