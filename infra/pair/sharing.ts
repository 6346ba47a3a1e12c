/** Equal values kept once: 130,000 people have few different hours, sites and managers, and the heap is small. */
export function sharing() {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const objects = new Map<string, readonly object[]>();
  return {
    text(value: string): string {
      const known = texts.get(value);
      if (known === undefined) texts.set(value, value);
      return known ?? value;
    },
    texts: (value: readonly string[]) => kept(lists, value.join('|'), value),
    objects<T extends object>(value: readonly T[]): readonly T[] {
      // What is kept under this key has been a list of the same things.
      return kept(objects, JSON.stringify(value), value) as readonly T[];
    },
  };
}

function kept<T>(all: Map<string, T>, key: string, value: T): T {
  const known = all.get(key);
  if (known === undefined) all.set(key, value);
  return known ?? value;
}
