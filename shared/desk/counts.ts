export function countsBy<T, K extends string>(list: readonly T[], key: (each: T) => K): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const each of list) counts[key(each)] = (counts[key(each)] ?? 0) + 1;
  return counts;
}

/** The same of a list that streams by; `undefined` is not counted. */
export async function countsIn<T, K extends string>(
  list: AsyncIterable<T>,
  key: (each: T) => K | undefined,
): Promise<{ readonly counts: Partial<Record<K, number>>; readonly total: number }> {
  const counts: Partial<Record<K, number>> = {};
  let total = 0;
  for await (const each of list) {
    const name = key(each);
    if (name === undefined) continue;
    counts[name] = (counts[name] ?? 0) + 1;
    total++;
  }
  return { counts, total };
}
