import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rules } from '../../../shared/cohort/cohort.ts';
import { type Candidate, canonicalInput, type PairingInput } from '../../../shared/pairing/input.ts';
import { exactCost, pair } from '../../../shared/pairing/pairing.ts';
import { poolOf } from '../../../shared/pairing/pool.ts';
import { judge } from '../../../shared/pairing/rules.ts';
import type { Change, Objective, RunResult } from '../../../shared/pairing/run.ts';
import { candidate, inputOf, paired, personId, resultOf, rules } from './candidates.ts';
import { populations, withPins } from './populations.ts';

const none: Omit<Change, 'partner' | 'place'> & Partial<Change> = { rules: [] };
type Unmatched = RunResult['unmatched'][number];

/** The input and the rules as they would be after the change that was suggested to this person. */
function changed(input: PairingInput, these: Rules, { person, smallestChange }: Unmatched): [PairingInput, Rules] {
  const { partner, rules: broken, minLevelGap, minOverlapHours, place } = smallestChange ?? none;
  const other = input.people.find((each) => each.person === partner);
  const people = input.people.map((each): Candidate => {
    if (each.person === partner && place) return { ...each, places: each.places + 1 };
    if (each.person !== person || !other) return each;
    return {
      ...each,
      ...(broken.includes('topic') ? { topics: [...each.topics, 'Common'] } : {}),
      ...(broken.includes('language') ? { languages: [...each.languages, 'it'] } : {}),
    };
  });
  return [
    {
      ...input,
      people: people.map((each) =>
        each.person === partner
          ? { ...each, topics: [...each.topics, 'Common'], languages: [...each.languages, 'it'] }
          : each,
      ),
    },
    Rules.parse({
      ...these,
      blocks: broken.includes('blocked')
        ? these.blocks.filter((two) => !two.includes(person) || !partner || !two.includes(partner))
        : these.blocks,
      minLevelGap: minLevelGap ?? these.minLevelGap,
      minOverlapHours: minOverlapHours ?? these.minOverlapHours,
    }),
  ];
}

const lexicographic = ({ people, worst, total }: Objective) =>
  people !== 0 ? [people] : worst !== 0 ? [0, worst] : [0, 0, total];
const noMore = (one: Objective, other: Objective) => {
  const [a, b] = [lexicographic(one), lexicographic(other)];
  for (const at of [0, 1, 2]) if ((a[at] ?? 0) !== (b[at] ?? 0)) return (a[at] ?? 0) < (b[at] ?? 0);
  return true;
};

describe('for everybody without a pair', () => {
  it('each rule is counted over the whole other side, and the suggested change gives them a pair and takes nobody else’s', () => {
    fc.assert(
      fc.property(populations, ({ input, rules: these }) => {
        const made = pair(input, these, 1);
        if (!made.ok) return;
        const pool = poolOf(canonicalInput(input));
        const { broken } = judge(canonicalInput(input), pool, these);
        for (const each of made.result.unmatched) {
          const counts: Record<string, number> = {};
          for (const junior of pool.juniors) {
            for (const senior of pool.seniors) {
              if (junior.person !== each.person && senior.person !== each.person) continue;
              const all = broken(junior, senior);
              for (const rule of all.length > 0 ? all : ['taken']) counts[rule] = (counts[rule] ?? 0) + 1;
            }
          }
          expect(each.reasons).toEqual(counts);
          const { smallestChange } = each;
          if (!smallestChange) continue;
          const isJunior = pool.juniors.some(({ person }) => person === each.person);
          const two = isJunior
            ? ([each.person, smallestChange.partner] as const)
            : ([smallestChange.partner, each.person] as const);
          const [then, relaxed] = changed(input, these, each);
          const others = made.result.pairs.map(({ junior, senior }) => [junior, senior] as const);
          // All pairs of before and the new one stand side by side.
          expect(pair(then, withPins(relaxed, [...others, two]), 1)).toMatchObject({ ok: true });
          const again = paired(then, withPins(relaxed, [two]));
          expect(again.objective.people).toBeGreaterThan(made.objective.people);
        }
      }),
      { numRuns: 12, seed: 2 },
    );
  });

  it('who is the only one left over is paired by a rerun after the change', () => {
    const close = candidate('k', 'junior', { hr: { level: 6 }, topics: ['AI', 'Law'] });
    const input = inputOf([candidate('j', 'junior'), close, candidate('s', 'senior'), candidate('t', 'senior')]);
    const [left] = resultOf(input).unmatched;
    expect(left).toMatchObject({
      person: personId('k'),
      reasons: { 'level-gap': 2 },
      smallestChange: { rules: ['level-gap'], minLevelGap: 1, place: false },
    });
    expect(resultOf(input, { ...rules, minLevelGap: 1 }).unmatched).toEqual([]);
  });

  it('one more place is suggested where a fitting partner is taken, with the one who fits best', () => {
    const few = inputOf([
      candidate('j', 'junior'),
      candidate('k', 'junior', { hr: { unit: 'senior' } }),
      candidate('s', 'senior'),
    ]);
    expect(resultOf(few).unmatched).toEqual([
      {
        person: personId('k'),
        reasons: { taken: 1 },
        smallestChange: { partner: personId('s'), rules: [], place: true },
      },
    ]);
  });

  it('HR’s own block is lifted where nothing softer helps, and the best of several', () => {
    const [j, s, t] = [personId('j'), personId('s'), personId('t')];
    const people = [
      candidate('j', 'junior', { topics: ['AI', 'Law'] }),
      candidate('s', 'senior', { topics: ['AI', 'Golf'] }),
      candidate('t', 'senior'),
    ];
    const blocks: Rules['blocks'] = [
      [s, j],
      [j, t],
    ];
    const helps = (of: typeof people) =>
      resultOf(inputOf(of), { ...rules, blocks }).unmatched.map(({ smallestChange }) => smallestChange);
    expect(helps(people)[0]).toEqual({ partner: t, rules: ['blocked'], place: false });
    // A third senior with whom the junior has no topic in common: to talk about that is less than to lift a block.
    const softer = candidate('u', 'senior', { topics: ['Golf'] });
    expect(helps([...people, softer])[0]).toMatchObject({ partner: personId('u'), rules: ['topic'] });
    // Nor does it help to lift a block where another rule keeps the two apart as well.
    const [junior, ...seniors] = people;
    if (!junior) throw new Error('somebody is missing');
    expect(helps([{ ...junior, pleaseNot: [s, t] }, ...seniors])).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['a wish not to be together', candidate('j', 'junior', { pleaseNot: [personId('s')] })],
    ['the reporting line', candidate('j', 'junior', { hr: { managerKey: 's' } })],
    ['an appraisal', candidate('j', 'junior', { hr: { appraisedByKey: 's' } })],
    ['levels that are the wrong way round', candidate('j', 'junior', { hr: { level: 9 } })],
    ['no half hour in common', candidate('j', 'junior', { timeZone: 'Asia/Tokyo' })],
  ])('nothing is suggested against %s', (_, junior) => {
    const [left] = resultOf(inputOf([junior, candidate('s', 'senior')])).unmatched;
    expect(left?.smallestChange).toBeUndefined();
  });
});

describe('the next best partner', () => {
  it('never costs less than the list says, and is nobody whom this person has already', () => {
    fc.assert(
      fc.property(populations, ({ input, rules: these }) => {
        const made = pair(input, these, 1);
        if (!made.ok) return;
        const couples = new Set(made.result.pairs.map(({ junior, senior }) => `${junior} ${senior}`));
        for (const { junior, senior, alternative } of made.result.pairs.slice(0, 3)) {
          for (const [two, told] of [
            [alternative.junior && ([junior, alternative.junior.partner] as const), alternative.junior],
            [alternative.senior && ([alternative.senior.partner, senior] as const), alternative.senior],
          ] as const) {
            if (!two || !told) continue;
            expect(couples.has(two.join(' '))).toBe(false);
            const exact = exactCost(input, these, 1, two, made.objective);
            if (!exact.ok) throw new Error('an alternative is allowed');
            expect(noMore(told.atLeast, exact.cost)).toBe(true);
          }
        }
      }),
      { numRuns: 25, seed: 3 },
    );
  });

  it('is absent for who has nobody else', () => {
    const { pairs } = resultOf(inputOf([candidate('j', 'junior'), candidate('s', 'senior')]));
    expect(pairs).toMatchObject([{ alternative: {} }]);
  });
});
