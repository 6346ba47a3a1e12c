import type { PersonId, Role } from '../../../events/ids.ts';
import type { RunResult } from '../../../shared/pairing/run.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import { nameOf } from './diff.ts';

export const parts = ['all', 'unmatched', 'changed', 'pinned'] as const;
type Part = (typeof parts)[number];

/** What HR asked to see of a run: all of it stands in the address, so that it can be kept and passed on. */
export interface Query {
  /** Text in a name, a unit, a site or a role. */
  readonly text: string;
  /** Only pairs with fewer points. */
  readonly below: number | undefined;
  readonly only: Part;
  /** `junior`, `senior`, `total` (best first), `weakest`, or a soft rule. */
  readonly sort: string;
  readonly page: string | null;
}

export function readQuery(asked: URLSearchParams, rules: readonly string[]): Query {
  const below = Number.parseInt(asked.get('below') ?? '', 10);
  const sort = asked.get('sort') ?? '';
  return {
    text: (asked.get('text') ?? '').trim().slice(0, 100),
    below: Number.isNaN(below) ? undefined : below,
    only: parts.find((part) => part === asked.get('only')) ?? 'all',
    sort: ['senior', 'total', 'weakest', ...rules].includes(sort) ? sort : 'junior',
    page: asked.get('page'),
  };
}

/** The same view with something else about it; what is as it always is stays out of the address. */
export function hrefOf(here: string, query: Query, other: Partial<Query> = {}): string {
  const { text, below, only, sort, page } = { ...query, page: null, ...other };
  const asked = new URLSearchParams();
  if (text) asked.set('text', text);
  if (below !== undefined) asked.set('below', String(below));
  if (only !== 'all') asked.set('only', only);
  if (sort !== 'junior') asked.set('sort', sort);
  if (page && page !== '1') asked.set('page', page);
  return asked.size > 0 ? `${here}?${asked}` : here;
}

export const narrowed = ({ text, below, only }: Query): boolean => text !== '' || below !== undefined || only !== 'all';

type Pair = RunResult['pairs'][number];
export interface Row extends Pair {
  readonly people: Readonly<Record<Role, Participant | undefined>>;
  readonly fresh: boolean;
}

interface Seen {
  readonly people: ReadonlyMap<PersonId, Participant>;
  /** Names of the pairs that the run before did not have. */
  readonly fresh: ReadonlySet<string>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly language: 'de' | 'en';
}

/** The pairs that were asked for, in the order that was asked for. */
export function rowsOf(result: RunResult, query: Query, { people, fresh, roles, language }: Seen): Row[] {
  const rows = result.pairs.map((pair) => ({
    ...pair,
    people: { junior: people.get(pair.junior), senior: people.get(pair.senior) },
    fresh: fresh.has(nameOf(pair)),
  }));
  const name = (row: Row, role: Role) => row.people[role]?.name ?? '';
  const byName = (role: Role) => (a: Row, b: Row) => name(a, role).localeCompare(name(b, role), language);
  const by = (points: (row: Row) => number) => (a: Row, b: Row) => points(b) - points(a) || byName('junior')(a, b);
  const orders: Readonly<Record<string, (a: Row, b: Row) => number>> = {
    junior: byName('junior'),
    senior: byName('senior'),
    total: by(({ total }) => total),
    weakest: by(({ total }) => -total),
  };
  return rows
    .filter((row) => query.below === undefined || row.total < query.below)
    .filter((row) => query.only !== 'changed' || row.fresh)
    .filter((row) => query.only !== 'pinned' || row.pinned === true)
    .filter(({ people: { junior, senior } }) => fits(query.text, [junior, senior], roles))
    .sort(orders[query.sort] ?? by(({ points }) => points[query.sort] ?? 0));
}

/** Every word must be found with one of these people. */
export function fits(
  text: string,
  people: readonly (Participant | undefined)[],
  roles: Readonly<Record<Role, string>>,
): boolean {
  const known = people
    .flatMap((each) => (each ? [each.name, each.hr?.unit ?? '', each.hr?.site ?? '', roles[each.role]] : []))
    .join('\n')
    .toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
}
