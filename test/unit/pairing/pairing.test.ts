import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../shared/pairing/digest.ts';
import type { Candidate, PairingInput } from '../../../shared/pairing/input.ts';
import { pair } from '../../../shared/pairing/pairing.ts';
import { candidate, inputOf, paired, personId, resultOf, rules } from './candidates.ts';
import { populations } from './populations.ts';

const reasonsOf = (junior: Candidate, senior: Candidate, chain: [string, string][] = []) =>
  resultOf(inputOf([junior, senior], chain)).unmatched[0]?.reasons;

describe('the hard rules', () => {
  const j = (changes: Parameters<typeof candidate>[2] = {}) => candidate('j', 'junior', changes);
  const s = (changes: Parameters<typeof candidate>[2] = {}) => candidate('s', 'senior', changes);

  it('let two people be paired who break none', () => {
    const { pairs } = resultOf(inputOf([j(), s()]));
    expect(pairs).toMatchObject([{ junior: personId('j'), senior: personId('s'), points: { differentUnit: 20 } }]);
    expect(pairs[0]?.total).toBe(Object.values(pairs[0]?.points ?? {}).reduce((sum, each) => sum + each, 0));
  });

  it.each([
    ['level-gap', j(), s({ hr: { level: 3 } })],
    ['reporting-line', j({ hr: { managerKey: 'm' } }), s(), ['m', 's']],
    ['reporting-line', j(), s({ hr: { managerKey: 'j' } })],
    ['same-manager', j({ hr: { managerKey: 'boss-senior' } }), s()],
    ['appraisal', j({ hr: { appraisedByKey: 's' } }), s()],
    ['language', j({ languages: ['en'] }), s()],
    ['hours', j({ hours: [{ weekday: 1, from: '09:00', to: '10:30' }] }), s()],
    ['hours', j({ timeZone: 'America/Los_Angeles' }), s()],
    ['topic', j({ topics: ['Sustainability'] }), s()],
    ['paired-before', j(), s({ pairedBefore: [personId('j')] })],
    ['please-not', j({ pleaseNot: [personId('s')] }), s()],
    ['please-not', j(), s({ pleaseNot: [personId('j')] })],
  ] as [string, Candidate, Candidate, [string, string]?][])(
    'keep two people apart by name: %s',
    (rule, junior, senior, link) => {
      expect(reasonsOf(junior, senior, link && [link])).toEqual({ [rule]: 1 });
    },
  );

  it('allow two people at the top who both have no manager', () => {
    expect(resultOf(inputOf([j({ hr: { managerKey: 'top' } }), s({ hr: { managerKey: 'top' } })])).pairs).toHaveLength(
      1,
    );
  });

  it('compare hours across zones on a common weekday', () => {
    const afternoon = [{ weekday: 2, from: '14:00', to: '16:00' }];
    const [berlin, london] = [j({ hours: afternoon }), s({ hours: afternoon, timeZone: 'Europe/London' })];
    expect(reasonsOf(berlin, london)).toEqual({ hours: 1 });
    const later = s({ hours: [{ weekday: 2, from: '13:00', to: '15:00' }], timeZone: 'Europe/London' });
    expect(resultOf(inputOf([berlin, later])).pairs).toHaveLength(1);
  });
});

describe('a person who cannot be judged or does not take part now', () => {
  it.each([
    ['manager-unknown', { hr: { managerKey: 'nobody' } }],
    ['not-active', { hr: { status: 'on leave' as const } }],
  ])('is refused by the rule, not the run: %s', (rule, changes) => {
    const others = [candidate('k', 'junior'), candidate('s', 'senior')];
    const result = resultOf(inputOf([candidate('j', 'junior', changes), ...others]));
    expect(result.refused).toEqual([{ person: personId('j'), rule }]);
    expect(result.pairs).toHaveLength(1);
    expect(result.unmatched).toEqual([]);
  });

  it('is refused where HR has said nothing yet', () => {
    const { hr: _, ...waiting } = candidate('j', 'junior');
    expect(resultOf(inputOf([waiting, candidate('k', 'junior'), candidate('s', 'senior')])).refused).toEqual([
      { person: personId('j'), rule: 'waits-for-hr' },
    ]);
  });
});

describe('a run', () => {
  const people = [
    ...['a', 'b', 'c', 'd'].map((name) => candidate(name, 'junior', { topics: name < 'c' ? ['AI'] : ['AI', 'Rare'] })),
    candidate('s', 'senior', { places: 2 }),
    candidate('t', 'senior', { topics: ['Rare'] }),
  ];

  it('gives the rare topic to somebody who offers it and counts why others are left', () => {
    const result = resultOf(inputOf(people));
    expect(result.pairs).toHaveLength(3);
    expect(result.unmatched).toHaveLength(1);
    expect(['c', 'd'].map(personId)).toContain(result.pairs.find(({ senior }) => senior === personId('t'))?.junior);
    const [left] = result.unmatched;
    expect(left?.reasons.taken).toBeGreaterThan(0);
  });

  it('helps somebody without a pair before somebody who has one', () => {
    const result = resultOf(
      inputOf([
        candidate('a', 'junior', { paired: true, leftOut: 2 }),
        candidate('b', 'junior', { hr: { unit: 'senior' } }),
        candidate('s', 'senior'),
      ]),
    );
    expect(result.pairs).toMatchObject([{ junior: personId('b') }]);
    expect(result.unmatched).toEqual([]);
  });

  it('leaves to the seed, and not to the alphabet, which of equal people is taken', () => {
    const equals = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => candidate(name, 'junior'));
    const takenBy = (seed: number) =>
      resultOf(inputOf([...equals, candidate('s', 'senior')]), rules, seed).pairs[0]?.junior;
    const taken = new Set(Array.from({ length: 12 }, (_, seed) => takenBy(seed)));
    expect(taken.size).toBeGreaterThan(2);
  });

  it('is the same, and has the same digest, whatever the order of the rows', () => {
    const [input, turned] = [inputOf(people), inputOf([...people].reverse())];
    expect(JSON.stringify(paired(turned, rules, 7).result)).toBe(JSON.stringify(paired(input, rules, 7).result));
    expect(paired(turned, rules, 7).digest).toBe(digestOf(input, rules, 7));
    expect(digestOf(turned, rules, 7)).toBe(digestOf(input, rules, 7));
    expect(digestOf(input, rules, 8)).not.toBe(digestOf(input, rules, 7));
    expect(digestOf(input, { ...rules, minLevelGap: 3 }, 7)).not.toBe(digestOf(input, rules, 7));
    expect(digestOf(inputOf(people.slice(1)), rules, 7)).not.toBe(digestOf(input, rules, 7));
  });

  it('has the same bytes however its lists are shuffled', () => {
    const turned = ({ people, chain, ...rest }: PairingInput): PairingInput => ({
      ...rest,
      people: [...people].reverse().map((each) => ({
        ...each,
        topics: [...each.topics].reverse(),
        languages: [...each.languages].reverse(),
        hours: [...each.hours].reverse(),
      })),
      chain: [...chain].reverse(),
    });
    fc.assert(
      fc.property(populations, ({ input, rules: these }) => {
        const bytes = (of: PairingInput) => {
          const { problem: _, solution: __, ...told } = { problem: 0, solution: 0, ...pair(of, these, 3) };
          return JSON.stringify(told);
        };
        expect(bytes(turned(input))).toBe(bytes(input));
      }),
      { numRuns: 25, seed: 4 },
    );
  });
});
