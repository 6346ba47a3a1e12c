/**
 * 32 bits that look random, from the seed and who somebody is: they decide between equally good choices, so that no
 * alphabet does. FNV-1a, then the final mix of MurmurHash3.
 */
export function tieOf(seed: number, person: string): number {
  let hash = 0x811c9dc5 ^ seed ^ Math.floor(seed / 2 ** 32);
  for (let at = 0; at < person.length; at++) hash = Math.imul(hash ^ person.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
