import type { PersonId } from '../../events/ids.ts';
import { type House, recheck } from '../pair/recheck.ts';
import { openPair } from '../pair/states.ts';
import type { VisiblePair } from '../pair/visible.ts';
import type { HrRule } from '../pairing/hr-rules.ts';
import type { Outsider, Participant } from '../participant/participant.ts';
import type { Identity } from '../person/identity.ts';
import type { Draft } from '../table/aggregate.ts';
import type { Diff } from './diff.ts';
import type { HrRow } from './submission.ts';

/** What a commit would do to pairs that meet. */
export interface Effects {
  readonly leaving: readonly { readonly person: string; readonly partner: string }[];
  readonly breaking: readonly { readonly junior: string; readonly senior: string; readonly rules: readonly HrRule[] }[];
}

interface Before {
  readonly people: readonly Draft<Participant>[];
  readonly outsiders: readonly Pick<Outsider, 'employeeKey' | 'managerKey'>[];
  /** As HR may see them: who is asked about a pair stays out of this, or its place here would tell an answer. */
  readonly pairs: readonly VisiblePair[];
  /** The level gaps that a pair is held to. */
  gapsOf(pair: VisiblePair): readonly number[];
}

/** Judges the open pairs by the facts before and after the file, as the check after a commit does. Pure. */
export function effectsOf(diff: Diff, rows: readonly HrRow[], before: Before, names: Identity): Effects {
  const open = before.pairs.flatMap((pair) =>
    pair.state !== 'waiting' && openPair({ state: pair.state }) ? [{ ...pair, state: pair.state }] : [],
  );
  if (open.length === 0) return { leaving: [], breaking: [] };
  const changed = new Map<PersonId, Draft<Participant>>(
    diff.lines.flatMap((line) => ('after' in line ? [[line.after.personId, line.after] as const] : [])),
  );
  const known = new Map(before.people.map((each) => [each.personId, each]));
  const outside = new Map(before.outsiders.map(({ employeeKey, managerKey }) => [employeeKey, managerKey]));
  const now = houseOf(known, outside);
  const told = rows.flatMap((row) =>
    'outside' in row
      ? [[names.employeeKey(row.outside.employeeId), managerKeyOf(row.outside.managerId, names)] as const]
      : [],
  );
  const then = houseOf(new Map([...known, ...changed]), new Map([...outside, ...told]));
  const nameOf = (personId: PersonId) => (changed.get(personId) ?? known.get(personId))?.name ?? '–';

  const leaving = open.flatMap(({ junior, senior }) =>
    [
      [junior, senior],
      [senior, junior],
    ]
      .filter(([one]) => one !== undefined && changed.get(one)?.state === 'left')
      .map(([one = junior, other = senior]) => ({ person: nameOf(one), partner: nameOf(other) })),
  );
  const breaking = open.flatMap((pair) => {
    const gaps = before.gapsOf(pair);
    const after = recheck(pair, then, gaps);
    if (after.now !== 'broken' || recheck(pair, now, gaps).now === 'broken') return [];
    return [{ junior: nameOf(pair.junior), senior: nameOf(pair.senior), rules: after.rules }];
  });
  return { leaving, breaking };
}

const managerKeyOf = (managerId: string, names: Identity) => (managerId === '-' ? 'top' : names.employeeKey(managerId));

/** As the re-check reads it: a participant's own facts are newer than an outsider's of an earlier file. */
function houseOf(people: ReadonlyMap<PersonId, Draft<Participant>>, outside: ReadonlyMap<string, string>): House {
  const links = new Map(outside);
  for (const { hr } of people.values()) if (hr) links.set(hr.employeeKey, hr.managerKey);
  return { people, links };
}
