import type { PersonId } from '../../events/ids.ts';
import type { Objective, RunResult } from '../../shared/pairing/run.ts';
import type { People } from './people.ts';

export interface Found {
  readonly result: RunResult;
  readonly objective: Objective;
  readonly digest: string;
}

type Alternative = NonNullable<RunResult['pairs'][number]['alternative']['junior']>;
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Everybody who could not take part, by the file and by the rules, in an order that the file does not choose. */
export function refusedOf({ result }: Found, people: People): { person: string; rule: string }[] {
  return [
    ...people.refused.map(({ person, rule }) => ({ person, rule })),
    ...result.refused.map(({ person, rule }) => ({ person: idIn(people)(person), rule })),
  ].sort((a, b) => order(a.person, b.person) || order(a.rule, b.rule));
}

const idIn = (people: People) => (person: PersonId) => people.of(person)?.employeeId ?? person;

/** What the verifier says; absent: it was not asked, and the solver's own proofs stand. */
export type Proof = { readonly proved: boolean } | undefined;

/**
 * Without `--verify` it rests on what the solver guarantees: it does not come to an end before its certificates of all
 * three levels are complete. That they hold for every pair is not looked at once more then: that is another look at
 * all pairs, and what `--verify` is for.
 */
export const isOptimal = (proof: Proof): boolean => proof?.proved ?? true;

/**
 * The result for programs, in pieces: one line for each person or pair, so that 100,000 of them are never one text.
 * `alternative` names the next best partner of each of the two, and what a pair with that partner would at least cost
 * the whole; null where neither has one.
 */
export function* resultJson(found: Found, people: People, proof: Proof): Generator<string> {
  const { result, objective, digest } = found;
  const id = idIn(people);
  const withSenior = (each: Alternative | undefined) =>
    each && { junior: { senior: id(each.partner), atLeast: each.atLeast } };
  const withJunior = (each: Alternative | undefined) =>
    each && { senior: { junior: id(each.partner), atLeast: each.atLeast } };

  yield '{\n  "pairs": [';
  yield* lines(result.pairs, ({ junior, senior, points, total, alternative }) => ({
    junior: id(junior),
    senior: id(senior),
    points,
    total,
    alternative:
      alternative.junior || alternative.senior
        ? { ...withSenior(alternative.junior), ...withJunior(alternative.senior) }
        : null,
  }));
  yield '],\n  "unmatched": [';
  yield* lines(result.unmatched, ({ person, reasons, smallestChange }) => ({
    person: id(person),
    reasons,
    smallestChange: smallestChange ? { ...smallestChange, partner: id(smallestChange.partner) } : null,
  }));
  yield '],\n  "refused": [';
  yield* lines(refusedOf(found, people), (each) => each);
  yield `],\n  "objective": ${JSON.stringify(objective)},\n  "optimal": ${isOptimal(proof)},\n`;
  yield `  "digest": ${JSON.stringify(digest)}\n}\n`;
}

function* lines<T>(list: readonly T[], shape: (each: T) => unknown): Generator<string> {
  for (const [at, each] of list.entries()) yield `${at > 0 ? ',' : ''}\n    ${JSON.stringify(shape(each))}`;
  if (list.length > 0) yield '\n  ';
}
