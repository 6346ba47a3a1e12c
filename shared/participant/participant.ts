import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, LocalDate, PairId, PersonId, Role, UploadId } from '../../events/ids.ts';
import { Address, Language } from '../cohort/cohort.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf } from '../table/states.ts';
import { participantStates } from './states.ts';

const text = z.string().check(z.maxLength(200));
/** HMAC of an employee id: the reporting chain is walked over these. */
export const EmployeeKey = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** `HH:MM` to `HH:MM` on one weekday, local to the person. 1 is Monday. */
export const WorkingHours = z.object({
  weekday: z.int().check(z.minimum(1), z.maximum(7)),
  from: z.string().check(z.regex(/^\d{2}:\d{2}$/)),
  to: z.string().check(z.regex(/^\d{2}:\d{2}$/)),
});
export type WorkingHours = z.infer<typeof WorkingHours>;

/** What the HR file says; it overrides what a person says. */
export const HrFacts = z.object({
  employeeId: z.optional(text),
  employeeKey: EmployeeKey,
  level: z.int().check(z.minimum(0), z.maximum(30)),
  unit: z.optional(text),
  site: z.optional(text),
  /** `top`: the head of the house has no manager. */
  managerKey: z.union([EmployeeKey, z.literal('top')]),
  appraisedByKey: z.optional(EmployeeKey),
  status: z.enum(['active', 'on leave', 'left']),
  away: z.optional(z.object({ from: LocalDate, to: LocalDate })),
  /** When HR checked the file that said so: an older file that comes late changes nothing. */
  toldAt: z.optional(Instant),
});
export type HrFacts = z.infer<typeof HrFacts>;

const Mail = z.enum(['ok', 'bounced', 'complained']);
const MeetingMode = z.enum(['any', 'in person', 'remote']);

/** What a person says of themself. */
export const SelfTold = z.object({
  callName: z.optional(text),
  topics: z.array(text),
  languages: z.array(z.string().check(z.regex(/^[a-z]{2}$/))),
  letterLanguage: Language,
  timeZone: z.string().check(z.minLength(1), z.maxLength(60)),
  hours: z.array(WorkingHours),
  capacity: z.int().check(z.minimum(1), z.maximum(10)),
  /** HMACs of employee ids or addresses of people one does not want to be paired with. */
  pleaseNot: z.array(EmployeeKey),
  meetingMode: z._default(MeetingMode, 'any'),
  schedulingContact: z.optional(Address),
});
/** What of it a form said. */
const Typed = z.extend(z.partial(SelfTold), { meetingMode: z.optional(MeetingMode) });
export type Typed = z.infer<typeof Typed>;
export type SelfTold = z.infer<typeof SelfTold>;

export const Participant = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  personId: PersonId,
  role: Role,
  state: z.enum(namesOf(participantStates)),
  name: text,
  address: Address,
  /** Absent: came by the form and waits for HR's facts. */
  hr: z.optional(HrFacts),
  self: SelfTold,
  /** The pairs that hold one of this person's places. Forming a pair needs `size(slots) < capacity`. */
  slots: z.record(PairId, z.literal('held')),
  capacity: z.int().check(z.minimum(1), z.maximum(10)),
  /** Kinds of letter that this person stopped. */
  stopped: z.array(z.string()),
  invitedAt: z.optional(Instant),
  confirmedAt: z.optional(Instant),
  /** The last yes or no, and when something that looked like a machine pressed Save (see `web/suspicion.ts`). */
  decidedAt: z.optional(Instant),
  suspectAt: z.optional(Instant),
  /** Fields of `self` that the person told in person (form, own page): a later file no longer changes them. */
  ownWords: z.optional(z.array(z.string())),
  /** What a form said after the person was enrolled: anybody can send one, so it counts once they say so by their letter. */
  typed: z.optional(z.object({ at: Instant, self: Typed })),
  /** Raised at each pause and each return: receipts are told apart by it. */
  pauses: z._default(z.int(), 0),
  /** What HR corrected last at the desk, and how it was before: for its undo. */
  corrected: z.optional(
    z.object({
      at: Instant,
      was: z.object({
        name: text,
        role: Role,
        address: Address,
        hr: z.optional(HrFacts),
        self: SelfTold,
        /** Absent in corrections of before it was kept. */
        mail: z.optional(Mail),
      }),
    }),
  ),
  /** Who scheduled for them before, and until which change: their calendars are told. Nobody: without an address. */
  assistantsBefore: z.optional(z.array(z.object({ change: z.int(), address: z.optional(Address) }))),
  /** No mail any more after a hard bounce or a complaint. */
  mail: z._default(Mail, 'ok'),
});
export type Participant = z.infer<typeof Participant>;

export const participants = noun('participant', Participant, keys.participant);

/** Somebody of the HR file who is outside the programme: kept only as a link of the reporting chain. */
export const Outsider = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  employeeKey: EmployeeKey,
  managerKey: z.union([EmployeeKey, z.literal('top')]),
  /** The file that said so, and what stood there before it: for its undo. */
  was: z.optional(z.object({ uploadId: UploadId, managerKey: z.optional(z.union([EmployeeKey, z.literal('top')])) })),
  /** The file that brought this link was undone, and there was none before: it is none. */
  takenBack: z.optional(z.literal(true)),
});
export type Outsider = z.infer<typeof Outsider>;
export const outsiders = noun('outsider', Outsider, keys.outsider);

/** How to address the person: the call name if there is one. */
export const callNameOf = ({ self, name }: Participant): string => self.callName || name.split(' ')[0] || name;

/** After one of these no letter goes out, except the one receipt. */
export const gone = ({ state }: Pick<Participant, 'state'>): boolean =>
  state === 'left' || state === 'withdrawn' || state === 'declined' || state === 'erased' || state === 'taken-back';

/** Whose calendar a letter of an assistant is for: of whoever schedules now, or did until that change. */
export const assistantOf = (
  { self, assistantsBefore = [] }: Participant,
  until: number | undefined,
): string | undefined =>
  until === undefined ? self.schedulingContact : assistantsBefore.find(({ change }) => change === until)?.address;
