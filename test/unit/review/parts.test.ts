import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../events/ids.ts';
import { diffOf, nameOf, sameResult } from '../../../functions/review/run/diff.ts';
import { hrefOf, readQuery, rowsOf } from '../../../functions/review/run/query.ts';
import { sentences } from '../../../functions/review/run/sentences.ts';
import type { Change, RunResult } from '../../../shared/pairing/run.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { participant } from '../../support/programme.ts';

const person = (name: string) => `per_${name.padEnd(16, '0')}` as PersonId;
const pair = (junior: string, senior: string, total = 50) => ({
  junior: person(junior),
  senior: person(senior),
  points: { topicFit: total },
  total,
  alternative: {},
});
const result = (...pairs: RunResult['pairs']): RunResult => ({ pairs, unmatched: [], refused: [] });
const count = String;

describe('the comparison of two results', () => {
  it('tells new pairs, gone ones, and who gained or lost a partner', () => {
    const diff = diffOf(result(pair('a', 'x'), pair('b', 'y')), result(pair('a', 'y'), pair('c', 'x')));
    expect([...diff.fresh]).toEqual([nameOf(pair('a', 'y')), nameOf(pair('c', 'x'))]);
    expect(diff.gone.map(nameOf)).toEqual([nameOf(pair('a', 'x')), nameOf(pair('b', 'y'))]);
    expect([diff.gained, diff.lost]).toEqual([[person('c')], [person('b')]]);
  });

  it('says when nothing changed', () => {
    expect(sameResult(diffOf(result(pair('a', 'x')), result(pair('a', 'x', 60))))).toBe(true);
  });
});

describe('what is asked to be seen', () => {
  const named = (id: string, role: 'junior' | 'senior', name: string, unit: string): [PersonId, Participant] => [
    person(id),
    {
      ...participant(role),
      schema: 1,
      version: 1,
      personId: person(id),
      name,
      hr: { employeeKey: '0'.repeat(32), managerKey: 'top', level: 2, unit, site: 'Kiel', status: 'active' },
    },
  ];
  const people = new Map([
    named('a', 'junior', 'Zoe Albers', 'IT'),
    named('b', 'junior', 'Änne Brandt', 'Sales'),
    named('x', 'senior', 'Xaver Grote', 'Finance'),
    named('y', 'senior', 'Yara Ilic', 'IT'),
  ]);
  const both = result(pair('a', 'x', 70), pair('b', 'y', 40));
  const seen = {
    people,
    fresh: new Set([nameOf(pair('b', 'y'))]),
    roles: { junior: 'Junior', senior: 'Senior' },
    language: 'de',
  } as const;
  const rows = (query: string) =>
    rowsOf(both, readQuery(new URLSearchParams(query), ['topicFit']), seen).map(({ total }) => total);

  it('is sorted by name, unless something else is asked', () => {
    expect(rows('')).toEqual([40, 70]);
    expect(rows('sort=senior')).toEqual([70, 40]);
    expect(rows('sort=weakest')).toEqual([40, 70]);
    expect(rows('sort=topicFit')).toEqual([70, 40]);
    expect(rows('sort=constructor')).toEqual([40, 70]);
  });

  it('is narrowed by words in names, units and sites, by points, and to what is new', () => {
    expect(rows('text=it+kiel')).toEqual([40, 70]);
    expect(rows('text=sales')).toEqual([40]);
    expect(rows('text=sales+albers')).toEqual([]);
    expect(rows('below=41')).toEqual([40]);
    expect(rows('only=changed')).toEqual([40]);
    expect(rows('only=pinned')).toEqual([]);
  });

  it('stands in the address, and what is usual does not', () => {
    const query = readQuery(new URLSearchParams('text=it&sort=weakest&page=3'), []);
    expect(hrefOf('/r', query)).toBe('/r?text=it&sort=weakest');
    expect(hrefOf('/r', query, { page: '2', text: '' })).toBe('/r?sort=weakest&page=2');
    expect(hrefOf('/r', readQuery(new URLSearchParams(), []))).toBe('/r');
  });
});

describe('the words of a result', () => {
  const { en, de } = sentences;
  const change = (more: Partial<Change>): Change => ({ partner: person('x'), rules: [], place: false, ...more });
  const helps = (more: Partial<Change>) => en.helps(change(more), 'Ms X', (name) => name, count);

  it('say how good it is', () => {
    expect(en.objective({ people: 168, worst: 41, total: 7_120 }, 2, 100, count)).toBe(
      '168 of 170 people get a partner; that is the most possible. The weakest pair has 41 of 100 points, the most possible for all at once. All pairs together: 7120 points.',
    );
    expect(de.objective({ people: 4, worst: 41, total: 90 }, 0, 100, count)).toMatch(/^Alle 4 Menschen bekommen/);
    expect(en.objective({ people: 0, worst: 0, total: 0 }, 3, 100, count)).toBe('Nobody gets a partner.');
  });

  it('say the first loss only, at least or exactly', () => {
    expect(en.cost({ people: 1, worst: 5, total: 9 }, false, count)).toBe(
      'at least one person would then be without a partner',
    );
    expect(en.cost({ people: 0, worst: 0, total: 7 }, false, count)).toBe('that costs the whole at least 7 points');
    expect(en.cost({ people: 0, worst: 0, total: 0 }, true, count)).toBe('that costs the whole nothing');
  });

  it('say the smallest change', () => {
    expect(helps({ rules: ['hours'], minOverlapHours: 1 })).toBe(
      'Could have a partner (Ms X) if 1 hour in common were enough.',
    );
    expect(helps({ place: true })).toBe('Could have a partner if Ms X took one more.');
    expect(helps({ rules: ['topic'], place: true })).toBe(
      'Could have a partner (Ms X) if the rule “topic” did not hold and Ms X took one more.',
    );
  });
});
