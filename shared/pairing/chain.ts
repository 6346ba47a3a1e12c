/** What is wrong with somebody's reporting chain, if anything. */
export type ChainFault = 'manager-unknown' | 'reporting-cycle';

/** Everybody above, at any distance. The chain must end at the top of the house, or rule 2 cannot be checked. */
export function chainAbove(
  managerKey: string,
  chain: ReadonlyMap<string, string>,
): { readonly above: ReadonlySet<string> } | { readonly fault: ChainFault } {
  const above = new Set<string>();
  for (let key = managerKey; key !== 'top'; ) {
    if (above.has(key)) return { fault: 'reporting-cycle' };
    above.add(key);
    const next = chain.get(key);
    if (next === undefined) return { fault: 'manager-unknown' };
    key = next;
  }
  return { above };
}
