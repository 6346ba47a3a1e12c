import type { HardRule } from '../rules.ts';

/** People who are alike in some facts are one class. */
export interface Classes<T> {
  /** Of each person. */
  readonly of: Int32Array;
  /** The facts of each class. */
  readonly facts: readonly T[];
}

/** Numbers people by what `keyOf` says of them, in the order in which they come. */
export function classesOf<P, T>(people: readonly P[], keyOf: (one: P) => unknown, factsOf: (one: P) => T): Classes<T> {
  const of = new Int32Array(people.length);
  const numbers = new Map<unknown, number>();
  const facts: T[] = [];
  for (const [index, one] of people.entries()) {
    const key = keyOf(one);
    let number = numbers.get(key);
    if (number === undefined) {
      number = facts.length;
      numbers.set(key, number);
      facts.push(factsOf(one));
    }
    of[index] = number;
  }
  return { of, facts };
}

/** A hard rule that could give way takes so many points away: more than all soft rules together give. */
export const wrong = 1_024;
/** Less than any sum of points and rules that could give way: these two can never be a pair. */
export const never = -16_384;

/** A hard rule that looks at classes only. */
export interface ClassRule {
  readonly rule: HardRule;
  /** Writes 1 for each class of seniors that this rule keeps from this class of juniors, else 0. */
  apart(juniorClass: number, into: Uint8Array): void;
}

/** Points, less `wrong` for each hard rule that is broken, of every class of juniors with every class of seniors. */
export interface Table {
  /** The row of this junior's class, by class of senior; holds until the next call. */
  rowOf(junior: number): Int16Array;
  /** The row of a class, as above. */
  rowOfClass(juniorClass: number): Int16Array;
  readonly juniors: Classes<unknown>;
  readonly seniors: Classes<unknown>;
  /** The hard rules in it, one by one: why somebody has no pair. */
  readonly rules: readonly ClassRule[];
  /** The class of each senior, in as few bytes as will do. */
  readonly column: Uint16Array | Int32Array;
}

/** 16 MB: beyond, rows are made anew when they are asked for. */
const mostCells = 8 * 1024 * 1024;

export function tableOf<J, S>(
  juniors: Classes<J>,
  seniors: Classes<S>,
  fill: (juniorClass: number, into: Int16Array) => void,
  rules: (rowOfClass: Table['rowOfClass']) => readonly ClassRule[],
): Table {
  const width = Math.max(1, seniors.facts.length);
  const slots = Math.max(1, Math.min(juniors.facts.length, Math.floor(mostCells / width)));
  const cells = new Int16Array(slots * width);
  const held = new Int32Array(slots).fill(-1);
  const rows: Int16Array[] = [];
  const rowOfClass = (juniorClass: number): Int16Array => {
    const slot = juniorClass % slots;
    // A view is made once: an engine makes one about as fast as it adds up a hundred pairs.
    const row = rows[slot] ?? cells.subarray(slot * width, (slot + 1) * width);
    rows[slot] = row;
    if (held[slot] !== juniorClass) {
      fill(juniorClass, row);
      held[slot] = juniorClass;
    }
    return row;
  };
  return {
    rowOf: (junior) => rowOfClass(juniors.of[junior] ?? 0),
    rowOfClass,
    juniors,
    seniors,
    rules: rules(rowOfClass),
    column: width <= 65_536 ? Uint16Array.from(seniors.of) : seniors.of,
  };
}

/** For a table with one hard rule: whatever has less than no points breaks it. */
export const onlyRule =
  (rule: HardRule) =>
  (rowOfClass: Table['rowOfClass']): ClassRule[] => [
    {
      rule,
      apart: (juniorClass, into) => {
        const row = rowOfClass(juniorClass);
        for (const [seniorClass, value] of row.entries()) into[seniorClass] = value < 0 ? 1 : 0;
      },
    },
  ];
