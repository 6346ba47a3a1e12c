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

export const Run = z.object({
  ...aggregateFields,
  cohortId: CohortId,
  runId: RunId,
  state: z.enum(namesOf(runStates)),
  rules: Rules,
  seed: z.int(),
  requestedAt: Instant,
  /** SHA-256 over the canonical input, the rules and the seed: approval recomputes it. */
  digest: z.optional(z.string()),
  counts: z.optional(z.object({ pairs: z.int(), unmatched: z.int(), refused: z.int() })),
  pages: z._default(z.int(), 0),
  why: z.optional(z.string()),
});
export type Run = z.infer<typeof Run>;
export const runs = noun('run', Run, keys.run);

/** What a run found; lies in gzipped pages beside it. */
export const RunResult = z.object({
  pairs: z.array(
    z.object({ junior: PersonId, senior: PersonId, points: z.record(z.string(), z.number()), total: z.number() }),
  ),
  unmatched: z.array(z.object({ person: PersonId, reasons: z.record(z.string(), z.int()) })),
  refused: z.array(z.object({ person: PersonId, rule: z.string() })),
});
export type RunResult = z.infer<typeof RunResult>;
