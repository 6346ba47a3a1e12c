import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../shared/cohort/cohort.ts';
import type { Candidate, PairingInput } from '../../../shared/pairing/input.ts';
import { exactCost, pair } from '../../../shared/pairing/pairing.ts';
import { candidate, inputOf, paired, personId, rules } from './candidates.ts';

const [j, k, s, t] = ['j', 'k', 's', 't'].map(personId);
if (!j || !k || !s || !t) throw new Error('four names');
const people = [
  candidate('j', 'junior'),
  candidate('k', 'junior', { topics: ['Rare'] }),
  candidate('s', 'senior'),
  candidate('t', 'senior', { topics: ['AI', 'Rare'] }),
];
const pinning = (...pins: Rules['pins']): Rules => ({ ...rules, pins });
const refusedOf = (input: PairingInput, these: Rules = rules) => {
  const made = pair(input, these, 1);
  return made.ok ? 'made' : made.refused;
};
const couples = (input: PairingInput, these: Rules) =>
  paired(input, these).result.pairs.map(({ junior, senior }) => [junior, senior]);

describe('a pin', () => {
  it('makes two people a pair, although another choice were better, and says so', () => {
    const input = inputOf([...people, candidate('u', 'senior', { topics: ['Rare'], hr: { unit: 'junior' } })]);
    const free = paired(input).result.pairs.find(({ junior }) => junior === k);
    const { pairs } = paired(input, pinning([k, personId('u')])).result;
    expect(free).toMatchObject({ senior: t });
    expect(pairs.find(({ junior }) => junior === k)).toMatchObject({ senior: personId('u'), pinned: true });
  });

  it('that breaks hard rules refuses the run by both people and each rule', () => {
    expect(refusedOf(inputOf(people), pinning([k, s]))).toEqual([{ person: k, partner: s, rule: 'topic' }]);
    const blocked = { ...pinning([j, s]), blocks: [[j, s]] as Rules['blocks'] };
    expect(refusedOf(inputOf(people), blocked)).toEqual([{ person: j, partner: s, rule: 'blocked' }]);
  });

  it('of somebody who is not in the pool refuses the run by name', () => {
    const gone = personId('gone');
    expect(refusedOf(inputOf(people), pinning([j, gone]))).toEqual([{ person: gone, partner: j, rule: 'not-in-pool' }]);
    const away = [candidate('j', 'junior', { hr: { status: 'on leave' } }), ...people.slice(1)];
    expect(refusedOf(inputOf(away), pinning([j, s]))).toEqual([{ person: j, partner: s, rule: 'not-in-pool' }]);
  });

  it('too many for one person refuses the run by name, and twice the same counts once', () => {
    expect(refusedOf(inputOf(people), pinning([j, t], [k, t]))).toEqual([{ person: t, rule: 'beyond-capacity' }]);
    expect(couples(inputOf(people), pinning([j, s], [j, s]))).toContainEqual([j, s]);
  });

  it('of two who are a pair already is kept already', () => {
    const gone = personId('gone');
    const input = { ...inputOf(people), together: [[j, gone]] as const };
    expect(refusedOf(input, pinning([j, gone]))).toBe('made');
  });
});

describe('a block', () => {
  it('keeps two people apart in whichever order they are named', () => {
    const two = [candidate('j', 'junior'), candidate('s', 'senior')];
    for (const blocks of [[[j, s]], [[s, j]]] as Rules['blocks'][]) {
      expect(paired(inputOf(two), { ...rules, blocks }).result.unmatched).toMatchObject([
        { person: j, reasons: { blocked: 1 } },
        { person: s, reasons: { blocked: 1 } },
      ]);
    }
  });
});

describe('a run that cannot be made', () => {
  const of = (changes: Partial<Record<string, Parameters<typeof candidate>[2]>>): Candidate[] =>
    people.map((each) => ({ ...each, ...candidateChanges(each, changes) }));
  const candidateChanges = (each: Candidate, changes: Partial<Record<string, Parameters<typeof candidate>[2]>>) => {
    const name = each.hr?.employeeKey ?? '';
    return changes[name] ? candidate(name, each.role, changes[name]) : {};
  };

  it('names the people on a circle of the reporting chain, not those below it', () => {
    const circle = of({
      j: { hr: { managerKey: 't' } },
      s: { hr: { managerKey: 'j' } },
      t: { hr: { managerKey: 's' } },
    });
    const below = candidate('b', 'junior', { hr: { managerKey: 'j' } });
    expect(refusedOf(inputOf([...circle, below]))).toEqual(
      [j, s, t].map((person) => ({ person, rule: 'reporting-cycle' })),
    );
    expect(refusedOf(inputOf(of({ j: { hr: { managerKey: 'j' } } })))).toEqual([
      { person: j, rule: 'reporting-cycle' },
    ]);
  });

  it('names those who run into a circle of outsiders, and leaves one alone that nobody meets', () => {
    const circle: [string, string][] = [
      ['x', 'y'],
      ['y', 'x'],
    ];
    expect(refusedOf(inputOf(people, circle))).toBe('made');
    expect(refusedOf(inputOf(of({ k: { hr: { managerKey: 'x' } } }), circle))).toEqual([
      { person: k, rule: 'reporting-cycle' },
    ]);
  });

  it('says which side is empty, also where everybody on it had to be left out', () => {
    const side = (role: Candidate['role']) => people.filter((each) => each.role === role);
    expect(refusedOf(inputOf(side('junior')))).toEqual([{ rule: 'no-senior' }]);
    expect(refusedOf(inputOf(side('senior')))).toEqual([{ rule: 'no-junior' }]);
    const waiting = side('junior').map(({ hr: _, ...rest }): Candidate => rest);
    expect(pair(inputOf([...waiting, ...side('senior')]), rules, 1)).toMatchObject({
      refused: [{ rule: 'no-junior' }],
      without: [
        { person: j, rule: 'waits-for-hr' },
        { person: k, rule: 'waits-for-hr' },
      ],
    });
  });
});

describe('the exact cost of a pair', () => {
  it('is what the whole loses when these two are a pair whatever else', () => {
    // k can only be with t: with j and t a pair, k has nobody, nor has s anybody but then also j no more.
    expect(exactCost(inputOf(people), rules, 1, [j, t])).toEqual({
      ok: true,
      cost: { people: 2, worst: expect.any(Number), total: expect.any(Number) },
    });
    expect(exactCost(inputOf(people), rules, 1, [j, s])).toEqual({ ok: true, cost: { people: 0, worst: 0, total: 0 } });
  });

  it('cannot be told of a pair that a rule forbids', () => {
    expect(exactCost(inputOf(people), rules, 1, [k, s])).toEqual({
      ok: false,
      refused: [{ person: k, partner: s, rule: 'topic' }],
    });
  });
});
