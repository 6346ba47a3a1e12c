import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, PersonId, RunId } from '../../events/ids.ts';
import { Rules } from '../cohort/cohort.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { namesOf, states } from '../table/states.ts';

export const runStates = states('run', {
  requested: { propose: 'proposed', fail: 'failed', supersede: 'superseded' },
  proposed: { approve: 'approved', supersede: 'superseded' },
  approved: {},
  superseded: {},
  failed: {},
});

/** What is best, in this order: people who get a first pair, points of the worst pair, points of all pairs. */
export const Objective = z.object({ people: z.int(), worst: z.int(), total: z.int() });
export type Objective = z.infer<typeof Objective>;

export const Run = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  runId: RunId,
  state: z.enum(namesOf(runStates)),
  rules: Rules,
  seed: z.int(),
  requestedAt: Instant,
  /** The proposal that this one took the place of: it is shown as what it changes against that. */
  replaces: z.optional(RunId),
  /** SHA-256 over the canonical input, the rules and the seed: approval recomputes it. */
  digest: z.optional(z.string()),
  counts: z.optional(z.object({ pairs: z.int(), unmatched: z.int(), refused: z.int() })),
  objective: z.optional(Objective),
  pages: z._default(z.int(), 0),
  /** Gzipped pages with the canonical input, so that an alternative can be computed exactly. */
  inputPages: z.optional(z.int()),
  why: z.optional(z.string()),
  /** Until then HR sees "waiting" for each of its pairs, whatever has been answered. Set by the approval. */
  consentDueAt: z.optional(Instant),
  /** All of its pairs have been proposed. */
  proposedAt: z.optional(Instant),
  /** From here on the outcome of its pairs is visible to HR. */
  settledAt: z.optional(Instant),
  /** Whoever was left without a pair has been told: a replay tells nobody who came to be alone later. */
  toldAt: z.optional(Instant),
});
export type Run = z.infer<typeof Run>;
export const runs = noun('run', Run, keys.run);

/**
 * The next best partner of one person, and what a pair with that partner would cost the whole: at least so many people
 * without a pair, so many points of the worst pair, so many points of the total (each counts only where those before
 * it are 0).
 */
export const Alternative = z.object({ partner: PersonId, atLeast: Objective });
export type Alternative = z.infer<typeof Alternative>;

/** What would leave room for a pair of an unmatched person without taking anybody else's. */
export const Change = z.object({
  partner: PersonId,
  /** Hard rules that would have to give way for these two. */
  rules: z.array(z.string()),
  /** The value with which the rule would hold, where a rule has one. */
  minLevelGap: z.optional(z.int()),
  minOverlapHours: z.optional(z.number()),
  /** One more place for the partner. */
  place: z.boolean(),
});
export type Change = z.infer<typeof Change>;

/** What a run found; lies in gzipped pages beside it. */
export const RunResult = z.object({
  pairs: z.array(
    z.object({
      junior: PersonId,
      senior: PersonId,
      points: z.record(z.string(), z.int()),
      total: z.int(),
      pinned: z.optional(z.boolean()),
      /** Absent for a side that has no other partner. */
      alternative: z._default(z.object({ junior: z.optional(Alternative), senior: z.optional(Alternative) }), {}),
    }),
  ),
  unmatched: z.array(
    z.object({
      person: PersonId,
      /** How many of the other side each rule kept away. */
      reasons: z.record(z.string(), z.int()),
      smallestChange: z.optional(Change),
    }),
  ),
  refused: z.array(z.object({ person: PersonId, rule: z.string(), partner: z.optional(PersonId) })),
});
export type RunResult = z.infer<typeof RunResult>;
