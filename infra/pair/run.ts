import type { Rules } from '../../shared/cohort/cohort.ts';
import type { Candidate } from '../../shared/pairing/input.ts';
import { type OnProgress, pair } from '../../shared/pairing/pairing.ts';
import type { Refusal } from '../../shared/pairing/pins.ts';
import { verify } from '../../shared/pairing/solver/verify.ts';
import { cohortId, type People, week } from './people.ts';
import { Refused } from './refused.ts';
import type { Found } from './result-json.ts';

export interface Verified {
  readonly proved: boolean;
  readonly says: readonly string[];
}

/** Pairs them; `verified` is there if it was asked for. */
export function run(
  { people, candidates, rules, seed }: { people: People; candidates: Candidate[]; rules: Rules; seed: number },
  onProgress: OnProgress,
): { found: Found; verified(): Verified } {
  const paired = pair({ cohortId, week, people: candidates, chain: people.chain }, rules, seed, onProgress);
  if (!paired.ok) throw new Refused('', ...paired.refused.map((each) => inWords(each, people)));
  const { problem, solution } = paired;
  return { found: paired, verified: () => verifiedOf(verify(problem, solution)) };
}

export function verifiedOf(faults: readonly string[]): Verified {
  return faults.length > 0
    ? { proved: false, says: faults.map((fault) => `not proved: ${fault}`) }
    : {
        proved: true,
        says: ['proved: nobody more can be paired; the worst pair cannot be better; the total cannot be higher'],
      };
}

const sides = { 'no-junior': 'nobody can take part as a junior', 'no-senior': 'nobody can take part as a senior' };

/** A reason why there can be no run: who and which rule. */
function inWords({ person, partner, rule }: Refusal, people: People): string {
  const id = (who: typeof person) => (who && people.of(who)?.employeeId) ?? who;
  if (!person) return rule === 'no-junior' || rule === 'no-senior' ? `${rule}: ${sides[rule]}` : rule;
  if (rule === 'reporting-cycle') return `${rule}: the reporting chain of ${id(person)} comes back to itself`;
  if (rule === 'beyond-capacity') return `${rule}: ${id(person)} is pinned more often than there are places`;
  return `${rule}: the pin of ${id(person)} and ${id(partner)} breaks this rule`;
}
