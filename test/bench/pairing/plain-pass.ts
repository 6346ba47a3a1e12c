import type { PlainInput } from './plain-sides.ts';

/** What one pass over every pair finds. */
export interface PlainPass {
  /** Pairs that no hard rule forbids. */
  readonly allowed: number;
  /** Points of all of them together. */
  readonly points: number;
}

const plentyOfOverlap = 20 * 60;
const wideSpread = 4;

/**
 * The yardstick of the pairing bench: one loop over every pair, all rules, on typed arrays. Nothing clever and nothing
 * wasteful: the cheapest rules first, no pair looked at any further once a rule forbids it. What a run of the engine
 * costs is told as a multiple of this, so whoever changes it says why it is not slower.
 * `each` is told of every allowed pair; without it the pass only counts.
 */
export function plainPass(
  input: PlainInput,
  each?: (junior: number, senior: number, points: number) => void,
): PlainPass {
  const { juniors: J, seniors: S, rarity, apart, rules } = input;
  const { weights, minLevelGap } = rules;
  const minOverlap = rules.minOverlapHours * 60;
  const [juniorCount, seniorCount] = [J.level.length, S.level.length];
  /** The last junior who may not meet this senior. */
  const apartFrom = new Int32Array(seniorCount).fill(-1);
  let allowed = 0;
  let sum = 0;
  for (let j = 0; j < juniorCount; j++) {
    const level = at(J.level, j);
    const languages = at(J.languages, j);
    const [low, high] = [at(J.topicsLow, j), at(J.topicsHigh, j)];
    const [employee, manager, appraisedBy] = [at(J.employee, j), at(J.manager, j), at(J.appraisedBy, j)];
    const [treeFrom, treeTo] = [at(J.treeFrom, j), at(J.treeTo, j)];
    const [unit, site, mode, leftOut] = [at(J.unit, j), at(J.site, j), at(J.mode, j), at(J.leftOut, j)];
    const [hoursFrom, hoursTo] = [at(J.hoursAt, j), at(J.hoursAt, j + 1)];
    for (const senior of apart.get(j) ?? []) apartFrom[senior] = j;
    for (let s = 0; s < seniorCount; s++) {
      const gap = at(S.level, s) - level;
      if (gap < minLevelGap) continue;
      if ((languages & at(S.languages, s)) === 0) continue;
      const lowCommon = low & at(S.topicsLow, s);
      const highCommon = high & at(S.topicsHigh, s);
      if ((lowCommon | highCommon) === 0) continue;
      const otherFrom = at(S.treeFrom, s);
      if (otherFrom <= treeFrom ? treeFrom < at(S.treeTo, s) : otherFrom < treeTo) continue;
      if (manager >= 0 && manager === at(S.manager, s)) continue;
      if (appraisedBy >= 0 && appraisedBy === at(S.employee, s)) continue;
      if (employee === at(S.employee, s)) continue;
      if (at(apartFrom, s) === j) continue;

      let a = hoursFrom;
      let b = at(S.hoursAt, s);
      const end = at(S.hoursAt, s + 1);
      let week = 0;
      let best = 0;
      let today = 0;
      let ofToday = 0;
      while (a < hoursTo && b < end) {
        const [day, other] = [at(J.weekday, a), at(S.weekday, b)];
        if (day === other) {
          const common = Math.min(at(J.to, a), at(S.to, b)) - Math.max(at(J.from, a), at(S.from, b));
          if (common > 0) {
            week += common;
            ofToday = day === today ? ofToday + common : common;
            today = day;
            if (ofToday > best) best = ofToday;
          }
          if (at(J.to, a) < at(S.to, b)) a++;
          else b++;
        } else if (day < other) a++;
        else b++;
      }
      if (best < minOverlap) continue;

      let common = 0;
      for (let bits = lowCommon; bits !== 0; bits &= bits - 1)
        common += weightAt(rarity, 31 - Math.clz32(bits & -bits));
      for (let bits = highCommon; bits !== 0; bits &= bits - 1)
        common += weightAt(rarity, 63 - Math.clz32(bits & -bits));
      const otherSite = site >= 0 && at(S.site, s) >= 0 && site !== at(S.site, s);
      const otherMode = at(S.mode, s);
      const modesClash = mode + otherMode === 3 && mode !== 0 && otherMode !== 0;
      const inPerson = mode === 1 || otherMode === 1;
      let points = Math.round(weights.topicFit * Math.min(1, common / (weightAt(S.topicWeight, s) || 1)));
      if (unit >= 0 && at(S.unit, s) >= 0 && unit !== at(S.unit, s)) points += weights.differentUnit;
      if (otherSite) points += weights.differentSite;
      points += Math.round(weights.hoursOverlap * Math.min(1, week / plentyOfOverlap));
      if (!modesClash && !(inPerson && otherSite)) points += weights.meetingMode;
      points += Math.round(weights.waitlist * ((leftOut + at(S.leftOut, s)) / 4));
      points += Math.round(weights.levelSpread * Math.min(1, Math.max(0, (gap - minLevelGap) / wideSpread)));
      allowed++;
      sum += points;
      each?.(j, s, points);
    }
  }
  return { allowed, points: sum };
}

/** Every index is in range; inlined, these cost nothing. One for each kind of array, so that neither has to ask. */
const at = (array: Int32Array, index: number): number => array[index] ?? 0;
const weightAt = (array: Float64Array, index: number): number => array[index] ?? 0;
