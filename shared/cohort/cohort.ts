import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, LocalDate, PersonId } from '../../events/ids.ts';
import { OwnWords } from '../letter/content/own-words.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf } from '../table/states.ts';
import { cohortStates } from './states.ts';

/** One line, whatever was sent: names and programmes stand in headers of letters, where a break would stop the letter. */
const oneLine = z.overwrite<string>((text) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim());
const shortText = z.string().check(oneLine, z.minLength(1), z.maxLength(120));
export const Address = z.string().check(z.trim(), z.toLowerCase(), z.email(), z.maxLength(254));
export const Language = z.enum(['de', 'en']);
export type Language = z.infer<typeof Language>;

/** Somebody a participant may turn to. Independent contacts never work at the desk. */
export const Contact = z.object({ name: shortText, address: Address });
export type Contact = z.infer<typeof Contact>;

/** Days, unless said otherwise. */
export const Timers = z.object({
  enrolmentReminder: z._default(z.int().check(z.minimum(1), z.maximum(60)), 7),
  checkInReminder: z._default(z.int().check(z.minimum(1), z.maximum(13)), 3),
  checkInCloses: z._default(z.int().check(z.minimum(2), z.maximum(60)), 14),
  /** Of the question whether two want to be a pair: working days, as is all that follows. */
  consentReminder: z._default(z.int().check(z.minimum(1), z.maximum(20)), 3),
  consentCloses: z._default(z.int().check(z.minimum(2), z.maximum(30)), 7),
  /** From the approval of a run until what came of its pairs is visible. Two questions, one after the other, fit in. */
  consentSettles: z._default(z.int().check(z.minimum(4), z.maximum(90)), 14),
});

/** Weight of each soft rule; 0 switches it off. */
export const Weights = z.object({
  topicFit: z._default(z.int().check(z.minimum(0), z.maximum(100)), 30),
  differentUnit: z._default(z.int().check(z.minimum(0), z.maximum(100)), 20),
  differentSite: z._default(z.int().check(z.minimum(0), z.maximum(100)), 10),
  hoursOverlap: z._default(z.int().check(z.minimum(0), z.maximum(100)), 15),
  meetingMode: z._default(z.int().check(z.minimum(0), z.maximum(100)), 10),
  waitlist: z._default(z.int().check(z.minimum(0), z.maximum(100)), 10),
  levelSpread: z._default(z.int().check(z.minimum(0), z.maximum(100)), 5),
});
export type Weights = z.infer<typeof Weights>;

/** A junior and a senior, by name of HR. */
const Two = z.tuple([PersonId, PersonId]);

/** What a pairing obeys. Whoever edits it raises `version`; a run keeps the rules that it was made with. */
export const Rules = z.object({
  version: z._default(z.int(), 1),
  minLevelGap: z._default(z.int().check(z.minimum(1), z.maximum(20)), 2),
  minOverlapHours: z._default(z.number().check(z.minimum(0.5), z.maximum(8)), 2),
  weights: Weights,
  /** These two become a pair, in the order junior, senior, unless a hard rule forbids it. */
  pins: z._default(z.array(Two).check(z.maxLength(500)), []),
  /** These two never become one; HR's own list, which nobody else sees. */
  blocks: z._default(z.array(Two).check(z.maxLength(500)), []),
});
export type Rules = z.infer<typeof Rules>;

/** What HR fills in. Defaults are made so that they can be accepted unread. */
export const cohortSettings = {
  name: shortText,
  goals: z._default(z.string().check(z.maxLength(2_000)), ''),
  /** What juniors may offer and seniors may want. */
  topics: z.array(shortText).check(z.minLength(1), z.maxLength(40)),
  tracks: z._default(z.array(shortText), []),
  language: Language,
  /** How German letters address people. */
  addressForm: z.enum(['du', 'sie']),
  timeZone: z.string().check(z.minLength(1), z.maxLength(60)),
  enrolmentDeadline: LocalDate,
  start: LocalDate,
  end: LocalDate,
  sessions: z._default(z.int().check(z.minimum(1), z.maximum(24)), 6),
  /** Months between two check-ins without a session. */
  cadenceMonths: z._default(z.int().check(z.minimum(1), z.maximum(6)), 1),
  rules: Rules,
  capacity: z._default(z.int().check(z.minimum(1), z.maximum(10)), 1),
  coordinators: z.array(Contact).check(z.minLength(1), z.maxLength(10)),
  independentContacts: z.array(Contact).check(z.minLength(1), z.maxLength(10)),
  sponsor: z.optional(shortText),
  replyTo: z.optional(Address),
  /** Local dates on which nobody is asked to meet. */
  holidays: z._default(z.array(LocalDate), []),
  branding: z.object({
    programme: z._default(shortText, 'Reverse Mentoring'),
    colour: z._default(z.string().check(z.regex(/^#[0-9a-f]{6}$/)), '#1f5f8b'),
    /** Lines below every letter. Empty: a greeting in the letter's language and the programme's name. */
    signature: z._default(z.string().check(z.maxLength(200), z.regex(/^[\P{Cc}\n]*$/u)), ''),
    /** A picture that is on the web already: mail programs show nothing else. The same for everybody, so it tells of nobody. */
    logo: z.optional(
      z.object({
        src: z.string().check(z.maxLength(500), z.regex(/^https:\/\/[!#-;=?-[\]-_a-z~]+$/)),
        alt: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
      }),
    ),
  }),
  timers: Timers,
  replyByMail: z._default(z.boolean(), false),
  /** Mail domains that may enrol by the form. Empty: the form is closed. */
  domains: z._default(z.array(z.string().check(z.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/))), []),
} as const;

export const CohortSettings = z.object(cohortSettings);
export type CohortSettings = z.infer<typeof CohortSettings>;

export const Cohort = z.object({
  ...aggregateFields,
  ...cohortSettings,
  cohortId: CohortId,
  state: z.enum(namesOf(cohortStates)),
  createdAt: Instant,
  launchedAt: z.optional(Instant),
  endsAt: Instant,
  closedAt: z.optional(Instant),
  /** "Stop all letters" of this cohort. */
  lettersStopped: z._default(z.boolean(), false),
  /** HR's own words in letters, by language. */
  letterTexts: z.optional(z.object({ de: z.optional(OwnWords), en: z.optional(OwnWords) })),
  /** The pairing run that HR looks at, and the one whose pairs were formed last. */
  latestRunId: z.optional(z.string()),
});
export type Cohort = z.infer<typeof Cohort>;

export const cohorts = noun('cohort', Cohort, keys.cohort);

/** Nothing goes to a participant before HR has launched. */
export const launched = (cohort: Cohort): boolean => cohort.launchedAt !== undefined;
