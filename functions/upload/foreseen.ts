import { allOf, allParticipants } from '../../shared/desk/all-of.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { type VisiblePair, visibleToHr } from '../../shared/pair/visible.ts';
import { runs } from '../../shared/pairing/run.ts';
import { outsiders } from '../../shared/participant/participant.ts';
import { remembering } from '../../shared/person/identity.ts';
import { type Diff, diffOf } from '../../shared/submission/diff.ts';
import { type Effects, effectsOf } from '../../shared/submission/effects.ts';
import type { UploadContent } from '../../shared/submission/upload-pages.ts';
import { prefixOf } from '../../shared/table/keys.ts';
import { employeeIds } from './values.ts';
import type { CohortVisit } from './visit.ts';

const allPairs = allOf(pairs, prefixOf.pair);
const allRuns = allOf(runs, prefixOf.run);
const allOutsiders = allOf(outsiders, prefixOf.outsider);

interface Foreseen {
  readonly diff: Diff;
  readonly effects: Effects;
  readonly ids: ReadonlyMap<string, string>;
}

/** What committing these lines would change, and what would follow. */
export async function foreseen(
  { needs: { table, keys }, cohort }: CohortVisit,
  { rows, rejected }: Pick<UploadContent, 'rows' | 'rejected'>,
): Promise<Foreseen> {
  const { cohortId } = cohort;
  const [people, identity, known, made, outside] = await Promise.all([
    allParticipants(table, cohortId),
    keys.identity(),
    allPairs(table, cohortId),
    allRuns(table, cohortId),
    allOutsiders(table, cohortId),
  ]);
  const names = remembering(identity);
  const visible = visibleToHr(known, made);
  const asked = visible.pairs.filter(({ state }) => state === 'waiting');
  const waiting = new Set(asked.flatMap(({ junior, senior }) => [junior, senior]));
  const gapOf = new Map(made.map(({ runId, rules }) => [runId, rules.minLevelGap]));
  const rejectedIds = rejected.flatMap(({ employeeId }) => employeeId || []);
  const diff = diffOf(rows, people, { ...cohort, waiting }, names, rejectedIds);
  const before = {
    people,
    outsiders: outside.filter(({ takenBack }) => !takenBack),
    pairs: visible.pairs,
    gapsOf: ({ runId }: VisiblePair) => [cohort.rules.minLevelGap, gapOf.get(runId) ?? cohort.rules.minLevelGap],
  };
  const changes = diff.lines.some(({ kind }) => kind === 'changed');
  return {
    diff,
    effects: effectsOf(diff, rows, before, names),
    ids: changes ? employeeIds(people, rows, names) : new Map(),
  };
}
