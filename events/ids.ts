import * as z from 'zod/mini';

/**
 * The ids of the domain. None can be turned back into a name or an address: a person's id is an HMAC under the
 * stage's pepper, everything else is random or derived from such ids.
 */
const id = <const Prefix extends string>(prefix: Prefix) =>
  z.string().check(z.regex(new RegExp(`^${prefix}_[0-9a-z]{8,40}$`)));

export const CohortId = id('coh').brand<'CohortId'>();
export type CohortId = z.infer<typeof CohortId>;
export const PersonId = id('per').brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const PairId = id('pair').brand<'PairId'>();
export type PairId = z.infer<typeof PairId>;
export const RunId = id('run').brand<'RunId'>();
export type RunId = z.infer<typeof RunId>;
export const SubmissionId = id('sub').brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof SubmissionId>;
export const UploadId = id('upl').brand<'UploadId'>();
export type UploadId = z.infer<typeof UploadId>;
export const LetterId = id('let').brand<'LetterId'>();
export type LetterId = z.infer<typeof LetterId>;
export const RoundId = id('rnd').brand<'RoundId'>();
export type RoundId = z.infer<typeof RoundId>;
export const TaskId = id('task').brand<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;
export const HelpId = id('help').brand<'HelpId'>();
export type HelpId = z.infer<typeof HelpId>;
/** A form elsewhere that sends us what people fill in. It stands in an address: random, and not to be guessed. */
export const SourceId = id('src').brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;
/** Somebody who may open the desk. */
export const MemberId = id('mem').brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;
export const HandOverId = id('hov').brand<'HandOverId'>();
export type HandOverId = z.infer<typeof HandOverId>;

export const Role = z.enum(['junior', 'senior']);
/** Rights follow power, not the word mentor: the junior mentors, the senior learns. */
export type Role = z.infer<typeof Role>;

/** A local calendar date, `2026-03-02`. */
export const LocalDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
export type LocalDate = z.infer<typeof LocalDate>;

/** `<pairId>.<role>.<occasion>`: one round of questions to one side of one pair. */
export const CheckInId = z
  .string()
  .check(
    z.regex(
      /^pair_[0-9a-z]{8,40}\.(junior|senior)\.(month-\d{2,3}|session-\d{4}-\d{2}-\d{2}|round-rnd_[0-9a-z]{8,40})$/,
    ),
  )
  .brand<'CheckInId'>();
export type CheckInId = z.infer<typeof CheckInId>;

/** `<pairId>.<local date>`: a pair meets at most once a day. */
export const SessionId = z
  .string()
  .check(z.regex(/^pair_[0-9a-z]{8,40}\.\d{4}-\d{2}-\d{2}$/))
  .brand<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;

/**
 * Where a thing with a timer or a letter belongs: a cohort, or one of the stage's own places. `help` is apart so
 * that nothing which HR can see ever lists a help request.
 */
export const Scope = z.union([CohortId, z.enum(['stage', 'help'])]);
export type Scope = z.infer<typeof Scope>;
/** Where a fan-out goes on: opaque to everybody but the function that wrote it. */
export const Cursor = z.optional(z.string().check(z.maxLength(1024)));
