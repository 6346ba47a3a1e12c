import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, PersonId, Role, SourceId, SubmissionId } from '../../events/ids.ts';
import { Address, Language } from '../cohort/cohort.ts';
import { WorkingHours } from '../participant/participant.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf, states } from '../table/states.ts';

export const submissionStates = states('submission', {
  received: { accept: 'accepted', wait: 'waits-for-hr', reject: 'rejected' },
  'waits-for-hr': { accept: 'accepted', reject: 'rejected' },
  rejected: { correct: 'corrected', takeBack: 'taken-back' },
  corrected: {},
  /** `release`: the file that it waited for was undone. */
  accepted: { takeBack: 'taken-back', release: 'waits-for-hr' },
  /** A line of a file that HR has undone. */
  'taken-back': {},
});

const text = z.string().check(z.maxLength(200));

/**
 * One person as a file, a form or a webhook tells of them, in our own words: every road ends in this shape.
 * A field that is absent was not told; it leaves what is known as it is.
 */
export const Told = z.object({
  employeeId: z.optional(text),
  name: text.check(z.minLength(1)),
  callName: z.optional(text),
  address: Address,
  /** Absent: a person outside the programme, a link of the reporting chain (files only). */
  role: z.optional(Role),
  level: z.optional(z.int().check(z.minimum(0), z.maximum(30))),
  unit: z.optional(text),
  site: z.optional(text),
  /** An employee id, or `-` for the top of the house. */
  managerId: z.optional(text),
  appraisedBy: z.optional(text),
  status: z.optional(z.enum(['active', 'on leave', 'left'])),
  away: z.optional(z.object({ from: z.string(), to: z.string() })),
  languages: z.optional(z.array(z.string().check(z.regex(/^[a-z]{2}$/)))),
  letterLanguage: z.optional(Language),
  timeZone: z.optional(z.string()),
  hours: z.optional(z.array(WorkingHours)),
  topics: z.optional(z.array(text)),
  capacity: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
  /** Employee ids or addresses. */
  pleaseNot: z.optional(z.array(text)),
  meetingMode: z.optional(z.enum(['any', 'in person', 'remote'])),
  schedulingContact: z.optional(Address),
});
export type Told = z.infer<typeof Told>;

export const Submission = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  submissionId: SubmissionId,
  state: z.enum(namesOf(submissionStates)),
  /**
   * `file` and `hr` (typed at the desk): HR facts, which override; `form` (ours) and `hook` (somebody else's, by a
   * source): what a person says of themself.
   */
  source: z.enum(['file', 'form', 'hook', 'hr']),
  /** Line of the file, for HR to find it. */
  line: z.optional(z.int()),
  /** Absent: what came could not be read, see `answers`. */
  told: z.optional(Told),
  receivedAt: Instant,
  personId: z.optional(PersonId),
  reason: z.optional(z.string()),
  /** Of a line that changed its person: into which version, and how they stood before (absent: not at all). */
  wrote: z.optional(z.object({ version: z.int(), before: z.optional(z.record(z.string(), z.unknown())) })),
  /** What the reason's wording names, such as a field. */
  reasonParams: z.optional(z.record(z.string(), z.string())),
  /** Through which form elsewhere it came. */
  sourceId: z.optional(SourceId),
  /** What came, word for word, where it could not be taken: HR can correct it, or read it again by a better mapping. */
  answers: z.optional(z.array(z.object({ key: z.string(), label: z.string(), values: z.array(z.string()) }))),
  /** What HR's correction became. */
  correctedAs: z.optional(SubmissionId),
});
export type Submission = z.infer<typeof Submission>;
export type ToldSubmission = Submission & { readonly told: Told };
export const isTold = (submission: Submission): submission is ToldSubmission => submission.told !== undefined;
/** HR speaks: its facts override what a person says of themself. */
export const fromHr = ({ source }: Pick<Submission, 'source'>): boolean => source === 'file' || source === 'hr';
export const submissions = noun('submission', Submission, keys.submission);

/** A person of an HR file who is outside the programme: only the two ids are kept. */
export const OutsideRow = z.object({ employeeId: text, managerId: text });
export type OutsideRow = z.infer<typeof OutsideRow>;
/** One good line of a checked HR file, as it waits in the upload's pages. */
export const HrRow = z.union([
  z.object({ line: z.int(), told: Told }),
  z.object({ line: z.int(), outside: OutsideRow }),
]);
export type HrRow = z.infer<typeof HrRow>;
