/** One page of a list that streams by, and where the pages beside it begin. */
export interface OnePage<T> {
  readonly rows: readonly T[];
  readonly matching: number;
  /** How many that match come before this page. */
  readonly before: number;
  /** With what the page before and the next one begin. */
  readonly previous?: T | undefined;
  readonly next?: T | undefined;
}

/**
 * Takes a list one by one, in whatever order, and keeps the page that begins with `from` and the one before it: so
 * much and no more, however long the list is. A page that begins with something, and not with a number, stays the same
 * while the list grows at its top.
 */
export function onePage<Place, T extends Place>({
  perPage,
  compare,
  from,
}: {
  readonly perPage: number;
  readonly compare: (a: Place, b: Place) => number;
  readonly from?: Place | undefined;
}) {
  const page = first<T>(perPage + 1, compare);
  const earlier = first<T>(perPage, (a, b) => compare(b, a));
  let [matching, before] = [0, 0];
  return {
    add(one: T): void {
      matching++;
      if (from === undefined || compare(one, from) >= 0) page.add(one);
      else {
        before++;
        earlier.add(one);
      }
    },
    get found(): OnePage<T> {
      return {
        rows: page.list.slice(0, perPage),
        matching,
        before,
        previous: earlier.list.at(-1),
        next: page.list[perPage],
      };
    },
  };
}

/** The first so many of what is added, in order. */
function first<T>(most: number, compare: (a: T, b: T) => number) {
  const list: T[] = [];
  return {
    list,
    add(one: T): void {
      const last = list[most - 1];
      if (last !== undefined && compare(one, last) >= 0) return;
      const place = list.findIndex((each) => compare(one, each) < 0);
      list.splice(place < 0 ? list.length : place, 0, one);
      if (list.length > most) list.pop();
    },
  };
}
