import type { Rules } from '../cohort/cohort.ts';
import { apartOf } from './apart/apart.ts';
import { type Count, emptyCount } from './apart/count.ts';
import type { Pool } from './pool.ts';
import { hoursTable } from './tables/hours.ts';
import { placeTable } from './tables/place.ts';
import { rankTable } from './tables/rank.ts';
import { never, type Table } from './tables/table.ts';
import { topicsTable } from './tables/topics.ts';

/**
 * The rules for whole rows. People are sorted into classes (sets of topics, working hours, places, ranks), each class
 * of juniors is judged once with each class of seniors, and a pair is then the sum of four table entries; rules about
 * two people lie in short lists. What a rule means stands in `rules.ts`.
 */
export interface Kernel {
  /** Points of this junior with every senior; −1: this pair can never be chosen. */
  row(junior: number, into: Int32Array): void;
  /** The same of a single pair. */
  points(junior: number, senior: number): number;
  /** As `row`, but points less `wrong` for each broken rule that could give way; `never` or less where none could. */
  judged(junior: number, into: Int32Array): void;
  readonly mostPoints: number;
  /** For each hard rule, how many of the other side it keeps from each of these people. */
  counts(of: Wanted): readonly Count[];
}

interface Wanted {
  readonly juniors: readonly number[];
  readonly seniors: readonly number[];
}

export function kernelOf(pool: Pool, rules: Rules): Kernel {
  const apart = apartOf(pool, rules);
  const topics = topicsTable(pool, rules);
  const hours = hoursTable(pool, rules);
  const place = placeTable(pool, rules);
  const rank = rankTable(pool, rules);
  const seniors = pool.seniors.length;
  const { column: topicsOf } = topics;
  const { column: hoursOf } = hours;
  const { column: placeOf } = place;
  const { column: rankOf } = rank;

  /** `clamp` −1 turns whatever is negative into −1, without a branch that a processor guesses wrong half of the time. */
  const fill = (junior: number, into: Int32Array, clamp: 0 | -1): void => {
    const byTopics = topics.rowOf(junior);
    const byHours = hours.rowOf(junior);
    const byPlace = place.rowOf(junior);
    const byRank = rank.rowOf(junior);
    for (let senior = 0; senior < seniors; senior++) {
      const points =
        (byTopics[topicsOf[senior] ?? 0] ?? 0) +
        (byHours[hoursOf[senior] ?? 0] ?? 0) +
        (byPlace[placeOf[senior] ?? 0] ?? 0) +
        (byRank[rankOf[senior] ?? 0] ?? 0);
      into[senior] = points | ((points >> 31) & clamp);
    }
    apart.mark(junior, into, clamp || never);
  };
  return {
    row: (junior, into) => fill(junior, into, -1),
    points: (junior, senior) => {
      const points =
        (topics.rowOf(junior)[topicsOf[senior] ?? 0] ?? 0) +
        (hours.rowOf(junior)[hoursOf[senior] ?? 0] ?? 0) +
        (place.rowOf(junior)[placeOf[senior] ?? 0] ?? 0) +
        (rank.rowOf(junior)[rankOf[senior] ?? 0] ?? 0);
      return points < 0 || apart.parts(junior, senior) ? -1 : points;
    },
    judged: (junior, into) => fill(junior, into, 0),
    mostPoints: Object.values(rules.weights).reduce((sum, weight) => sum + weight, 0),
    counts: (of) => [...apart.counts(), ...[topics, hours, rank].flatMap((table) => countsOf(pool, table, of))],
  };
}

/** Class by class: a rule that keeps two classes apart keeps all of the one from all of the other. */
function countsOf(pool: Pool, { rules, juniors, seniors }: Table, wanted: Wanted): Count[] {
  const [ofJuniors, ofSeniors] = [sizesOf(juniors), sizesOf(seniors)];
  return rules.map(({ rule, apart }) => {
    const perJunior = new Int32Array(ofJuniors.length);
    const perSenior = new Int32Array(ofSeniors.length);
    const row = new Uint8Array(ofSeniors.length);
    const asked = new Set(wanted.juniors.map((one) => juniors.of[one] ?? 0));
    for (const [junior, size] of ofJuniors.entries()) {
      if (wanted.seniors.length === 0 && !asked.has(junior)) continue;
      apart(junior, row);
      let away = 0;
      for (let senior = 0; senior < row.length; senior++) {
        const isApart = row[senior] ?? 0;
        away += isApart * (ofSeniors[senior] ?? 0);
        perSenior[senior] = (perSenior[senior] ?? 0) + isApart * size;
      }
      perJunior[junior] = away;
    }
    const count = emptyCount(rule, pool);
    for (const one of wanted.juniors) count.juniors[one] = perJunior[juniors.of[one] ?? 0] ?? 0;
    for (const one of wanted.seniors) count.seniors[one] = perSenior[seniors.of[one] ?? 0] ?? 0;
    return count;
  });
}

function sizesOf({ of, facts }: Table['juniors']): Int32Array {
  const sizes = new Int32Array(facts.length);
  for (const each of of) sizes[each] = (sizes[each] ?? 0) + 1;
  return sizes;
}
