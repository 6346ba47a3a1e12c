/** Several lists as one, in their order; all of them are asked for their first page at once. */
export async function* sideBySide<T>(lists: readonly AsyncGenerator<T>[]): AsyncGenerator<T> {
  const firsts = await Promise.all(lists.map((list) => list.next()));
  for (const [place, list] of lists.entries()) {
    for (let one = firsts[place]; one && !one.done; one = await list.next()) yield one.value;
  }
}
