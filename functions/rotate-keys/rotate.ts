import * as z from 'zod/mini';
import type { Instant } from '../../events/define.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import type { KeyRing } from '../../shared/keys/key-ring.dynamodb.ts';
import { knownEverywhereAfter, lastTokenExpires, type NamedKey } from '../../shared/keys/lifetime.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import { prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { type TokenType, tokenTypeNames } from '../../shared/token/types.ts';

export const RotateRequest = z.object({
  /** None: all. */
  families: z.array(z.string()),
});

export interface Needs {
  readonly ring: KeyRing;
  readonly table: Pick<Table, 'list'>;
  secret(): Uint8Array;
}

interface Told {
  readonly family: TokenType;
  readonly key: number;
}
export type Rotation =
  | {
      readonly added: readonly (Told & { readonly signsFrom: Instant })[];
      /** Rotated a moment ago: once is enough. */
      readonly fresh: readonly Told[];
      readonly kept: readonly (Told & { readonly until: Instant })[];
      readonly removed: readonly Told[];
    }
  | { readonly refused: string };

/** A call that came twice, or again after a crash, must not turn the ring twice. */
const once = 10 * 60_000;
/** The address that a reply goes to has one byte for it. */
const mostKeys = 255;

/**
 * Gives families of token keys a new key, and takes away the keys whose last token has expired. What is signed by a key in
 * between opens as before. The pepper and the sealing keys are in no family: people and answers hang on them for life.
 * Answers which keys there are, never a key.
 */
export async function rotate(
  { families }: z.infer<typeof RotateRequest>,
  { ring, table, secret }: Needs,
  { at }: Trigger,
): Promise<Rotation> {
  const wrong = families.filter((name) => !isFamily(name));
  if (wrong.length > 0) return { refused: refusal(wrong) };
  const wanted = families.length === 0 ? tokenTypeNames : tokenTypeNames.filter((type) => families.includes(type));
  const rings = new Map<TokenType, NamedKey[]>();
  for (const type of tokenTypeNames) rings.set(type, await ring.names(type));
  const full = wanted.filter((type) => (rings.get(type)?.at(-1)?.number ?? 0) >= mostKeys);
  if (full.length > 0) return { refused: `${full.join(', ')}: a family has at most ${mostKeys} keys` };

  const lastEnd = await lastEndOf(table);
  const signsFrom = later(at, knownEverywhereAfter);
  const [added, fresh, kept, removed]: [
    (Told & { signsFrom: Instant })[],
    Told[],
    (Told & { until: Instant })[],
    Told[],
  ] = [[], [], [], []];
  for (const [type, names] of rings) {
    const newest = names.at(-1);
    const all = [...names];
    if (wanted.includes(type)) {
      if (newest?.signsFrom !== undefined && later(newest.signsFrom, once) > at) {
        fresh.push({ family: type, key: newest.number });
      } else {
        const next = { number: (newest?.number ?? 0) + 1, signsFrom };
        await ring.add(type, next.number, signsFrom, secret());
        added.push({ family: type, key: next.number, signsFrom });
        all.push(next);
      }
    }
    for (const [place, { number }] of all.entries()) {
      const replaced = all[place + 1]?.signsFrom;
      if (replaced === undefined) continue;
      const until = lastTokenExpires(type, replaced, lastEnd);
      if (until > at) kept.push({ family: type, key: number, until });
      else {
        await ring.remove(type, number);
        removed.push({ family: type, key: number });
      }
    }
  }
  return { added, fresh, kept, removed };
}

const isFamily = (name: string) => tokenTypeNames.some((type) => type === name);

const refusal = (names: readonly string[]) =>
  names.includes('pepper')
    ? 'the pepper never rotates: it names every person, their history and what mail they stopped'
    : `there is no family ${names.join(', ')}; families are ${tokenTypeNames.join(', ')}`;

async function lastEndOf(table: Needs['table']): Promise<Instant | undefined> {
  let last: Instant | undefined;
  for await (const { endsAt } of table.list(cohorts, ['cohorts'], prefixOf.cohort)) {
    if (last === undefined || endsAt > last) last = endsAt;
  }
  return last;
}

const later = (at: Instant, milliseconds: number): Instant => new Date(Date.parse(at) + milliseconds).toISOString();
