import type { PairingInput } from '../../shared/pairing/input.ts';

/** More pairs to score than this take longer than somebody waits for a page. */
const mostScored = 4_000_000;

/** So many people that a page cannot run the engine by itself. */
export function tooMany({ people }: PairingInput): boolean {
  const juniors = people.filter(({ role }) => role === 'junior').length;
  return juniors * (people.length - juniors) > mostScored;
}
