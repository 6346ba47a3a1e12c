import type { PersonId } from '../../events/ids.ts';
import type { Rules } from '../cohort/cohort.ts';
import { digest } from '../table/digest.ts';
import { canonicalInput, type PairingInput } from './input.ts';
import { type Judgement, judge, taken } from './rules.ts';
import type { RunResult } from './run.ts';
import { solve } from './solve.ts';

/**
 * One pairing run: who is paired, with points per rule; who is not, and which rules stood in the way how often; who
 * could not take part in the run. The same facts, rules and seed give the same bytes.
 */
export function pair(input: PairingInput, rules: Rules, seed: number): RunResult {
  const judgement = judge(canonicalInput(input), rules);
  // The solver takes the first of equal choices: a seeded order decides between equals, not the alphabet.
  const juniors = shuffled(judgement.juniors, seed);
  const seniors = shuffled(judgement.seniors, seed);
  const { broken, points } = judgement;
  const place = ({ places, paired }: { places: number; paired: boolean }) => ({ places, first: !paired });
  const chosen = solve({
    juniors: juniors.map(place),
    seniors: seniors.map(place),
    points: (j, s) => {
      const [junior, senior] = [juniors[j], seniors[s]];
      if (!junior || !senior || broken(junior, senior).length > 0) return undefined;
      return sum(points(junior, senior));
    },
  });
  const pairs = chosen
    .flatMap(([j, s]) => {
      const [junior, senior] = [juniors[j], seniors[s]];
      if (!junior || !senior) return [];
      const each = points(junior, senior);
      return [{ junior: junior.person, senior: senior.person, points: each, total: sum(each), alternative: {} }];
    })
    .sort((a, b) => b.total - a.total || order(a.junior, b.junior) || order(a.senior, b.senior));
  const matched = new Set(pairs.flatMap(({ junior, senior }) => [junior, senior]));
  return {
    pairs,
    unmatched: unmatchedOf(judgement, matched),
    refused: judgement.refused.map((each) => ({ ...each })),
  };
}

const sum = (points: Readonly<Partial<Record<string, number>>>): number =>
  Object.values(points).reduce<number>((total, each) => total + (each ?? 0), 0);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function shuffled<T extends { person: PersonId }>(people: readonly T[], seed: number): T[] {
  const keyed = people.map((each) => ({
    each,
    key: digest(`${seed}/${each.person}`),
  }));
  return keyed.sort((a, b) => order(a.key, b.key)).map(({ each }) => each);
}

/** Who has no pair at all after this run, and how many of the other side each rule kept away. */
function unmatchedOf({ juniors, seniors, broken }: Judgement, matched: ReadonlySet<PersonId>): RunResult['unmatched'] {
  const left = ({ person, paired }: { person: PersonId; paired: boolean }) => !paired && !matched.has(person);
  const count = (lists: readonly (readonly string[])[]) => {
    const reasons: Record<string, number> = {};
    for (const list of lists) {
      for (const rule of list.length > 0 ? list : [taken]) reasons[rule] = (reasons[rule] ?? 0) + 1;
    }
    return reasons;
  };
  return [
    ...juniors.filter(left).map((junior) => ({
      person: junior.person,
      reasons: count(seniors.map((senior) => broken(junior, senior))),
    })),
    ...seniors.filter(left).map((senior) => ({
      person: senior.person,
      reasons: count(juniors.map((junior) => broken(junior, senior))),
    })),
  ].sort((a, b) => order(a.person, b.person));
}
