import type { Kernel } from '../kernel.ts';
import type { Member } from '../pool.ts';
import type { Prepared } from '../prepare.ts';
import { taken } from '../rules.ts';
import type { Change, RunResult } from '../run.ts';
import { never } from '../tables/table.ts';

type Unmatched = RunResult['unmatched'][number];
type Pairs = readonly (readonly [junior: number, senior: number])[];

/**
 * Who has no pair at all, how many of the other side each rule keeps away, and the smallest change that would help:
 * one more place for an allowed partner (all of theirs are taken, or the two would be a pair), else the partner with a
 * free place whom the fewest rules keep away, of those rules that may ever give way; else, as the last resort, the
 * partner with a free place whom only HR's own block keeps away. Either way nobody loses a pair: all pairs of the run
 * and this one stand side by side.
 */
export interface LeftOver {
  /** To be called once for each junior, with the points of all pairs. */
  visit(junior: number, points: Int32Array): void;
  /** To be called after that. */
  unmatched(): Unmatched[];
}

/** Of one person without a pair: how many partners are allowed, and the best change seen so far. */
interface Lonely {
  readonly at: number;
  allowed: number;
  value: number;
  tie: number;
  partner: number;
}
const lonely = (at: number): Lonely => ({ at, allowed: 0, value: Math.floor(never / 2), tie: 0, partner: -1 });

function offer(one: Lonely, partner: number, value: number, tie: number): void {
  if (value < one.value || (value === one.value && tie <= one.tie)) return;
  one.value = value;
  one.tie = tie;
  one.partner = partner;
}

export function leftOverOf({ pool, problem, kernel, judgement }: Prepared, chosen: Pairs): LeftOver {
  const { juniors, seniors } = problem;
  const [freeJuniors, freeSeniors] = [juniors.places.slice(), seniors.places.slice()];
  for (const [junior, senior] of chosen) {
    freeJuniors[junior] = (freeJuniors[junior] ?? 0) - 1;
    freeSeniors[senior] = (freeSeniors[senior] ?? 0) - 1;
  }
  const alone = ({ places, first }: typeof juniors, free: Int32Array) =>
    Array.from(free.keys()).filter((at) => first[at] === 1 && free[at] === places[at]);
  const lonelySeniors = alone(seniors, freeSeniors).map(lonely);
  const lonelyJuniors = new Map(alone(juniors, freeJuniors).map((at) => [at, lonely(at)]));
  const tieOf = (junior: number, senior: number) => ((juniors.tie[junior] ?? 0) ^ (seniors.tie[senior] ?? 0)) >>> 0;

  const visit = (junior: number, points: Int32Array): void => {
    const one = lonelyJuniors.get(junior);
    if (one) {
      for (let senior = 0; senior < points.length; senior++) {
        const each = points[senior] ?? -1;
        if (each < 0) continue;
        one.allowed++;
        offer(one, senior, each, tieOf(junior, senior));
      }
    }
    for (const other of lonelySeniors) {
      const each = points[other.at] ?? -1;
      if (each < 0) continue;
      other.allowed++;
      offer(other, junior, each, tieOf(junior, other.at));
    }
  };

  /** Those without any allowed partner, among those of the other side who have a place left. */
  const seekAmongFree = () => {
    const row = new Int32Array(seniors.places.length);
    const isolated = lonelySeniors.filter(({ allowed }) => allowed === 0);
    const open = Array.from(freeSeniors.keys()).filter((at) => (freeSeniors[at] ?? 0) > 0);
    for (const [junior, free] of freeJuniors.entries()) {
      const one = lonelyJuniors.get(junior);
      const seeks = one?.allowed === 0 && open.length > 0;
      if (!seeks && (free === 0 || isolated.length === 0)) continue;
      kernel.judged(junior, row);
      if (seeks) for (const senior of open) offer(one, senior, row[senior] ?? never, tieOf(junior, senior));
      if (free > 0) for (const other of isolated) offer(other, junior, row[other.at] ?? never, tieOf(junior, other.at));
    }
  };

  /** Those for whom nothing softer helps. */
  const seekAmongBlocked = () => {
    const blocked = (one: Lonely, own: readonly Member[], others: readonly Member[], free: Int32Array) => {
      const member = own[one.at];
      if (!member || one.allowed > 0 || one.partner >= 0) return;
      for (const name of judgement.blockedFrom(member.person)) {
        const at = others.findIndex(({ person }) => person === name);
        const other = others[at];
        if (!other || (free[at] ?? 0) === 0) continue;
        const [junior, senior] = own === pool.juniors ? [member, other] : [other, member];
        if (judgement.broken(junior, senior).some((rule) => rule !== 'blocked')) continue;
        const points = Object.values(judgement.points(junior, senior)).reduce((sum, each) => sum + each, 0);
        offer(one, at, points, own === pool.juniors ? tieOf(one.at, at) : tieOf(at, one.at));
      }
    };
    for (const one of lonelyJuniors.values()) blocked(one, pool.juniors, pool.seniors, freeSeniors);
    for (const one of lonelySeniors) blocked(one, pool.seniors, pool.juniors, freeJuniors);
  };

  const changeFor = (junior: number, senior: number, { allowed }: Lonely): Omit<Change, 'partner'> | undefined => {
    const [one, other] = [pool.juniors[junior], pool.seniors[senior]];
    if (!one || !other) return undefined;
    if (allowed > 0) return { rules: [], place: true };
    const rules = judgement.broken(one, other);
    return {
      rules,
      ...(rules.includes('level-gap') ? { minLevelGap: other.hr.level - one.hr.level } : {}),
      ...(rules.includes('hours') ? { minOverlapHours: Math.floor(judgement.overlap(one, other) / 0.6) / 100 } : {}),
      place: false,
    };
  };

  return {
    visit,
    unmatched() {
      if (lonelyJuniors.size + lonelySeniors.length === 0) return [];
      seekAmongFree();
      seekAmongBlocked();
      const counts = kernel.counts({ juniors: [...lonelyJuniors.keys()], seniors: lonelySeniors.map(({ at }) => at) });
      return [
        ...[...lonelyJuniors.values()].flatMap((one) => {
          const change = changeFor(one.at, one.partner, one);
          return entryOf(pool.juniors[one.at], reasonsOf(counts, 'juniors', one), pool.seniors[one.partner], change);
        }),
        ...lonelySeniors.flatMap((one) => {
          const change = changeFor(one.partner, one.at, one);
          return entryOf(pool.seniors[one.at], reasonsOf(counts, 'seniors', one), pool.juniors[one.partner], change);
        }),
      ].sort((a, b) => (a.person < b.person ? -1 : 1));
    },
  };
}

function reasonsOf(counts: ReturnType<Kernel['counts']>, side: 'juniors' | 'seniors', { at, allowed }: Lonely) {
  const reasons: Record<string, number> = {};
  for (const count of counts) {
    const many = count[side][at] ?? 0;
    if (many > 0) reasons[count.rule] = many;
  }
  if (allowed > 0) reasons[taken] = allowed;
  return reasons;
}

type Named = { readonly person: Unmatched['person'] } | undefined;
function entryOf(
  member: Named,
  reasons: Unmatched['reasons'],
  partner: Named,
  change: Omit<Change, 'partner'> | undefined,
): Unmatched[] {
  if (!member) return [];
  return [
    {
      person: member.person,
      reasons,
      ...(partner && change ? { smallestChange: { partner: partner.person, ...change } } : {}),
    },
  ];
}
