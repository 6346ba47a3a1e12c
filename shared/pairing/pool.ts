import type { PersonId } from '../../events/ids.ts';
import { type Chain, chainOf } from './chain.ts';
import type { Candidate, Facts, PairingInput } from './input.ts';
import { type Stretch, stretchesIn } from './overlap.ts';

/** Rules of a person: who breaks one cannot be judged, or does not take part now, and stays out of the run. */
export type PersonRule = 'waits-for-hr' | 'manager-unknown' | 'not-active';

/** A candidate who can be judged. */
export type Member = Candidate & { readonly hr: Facts };

/** Who takes part in a run; both sides in canonical order. */
export interface Pool {
  readonly juniors: readonly Member[];
  readonly seniors: readonly Member[];
  readonly refused: readonly { readonly person: PersonId; readonly rule: PersonRule }[];
  /**
   * Candidates on a circle of the reporting chain; where the circle is of outsiders only, those whose chain runs into
   * it. One circle makes the chain worthless as a whole: nobody can say which of its links is the wrong one.
   */
  readonly circling: readonly PersonId[];
  readonly chain: Chain;
  /** Working hours in UTC. */
  stretchesOf(member: Member): readonly Stretch[];
}

export function poolOf({ week, people, chain: links }: PairingInput): Pool {
  const chain = chainOf(links);
  const members: Member[] = [];
  const refused: { person: PersonId; rule: PersonRule }[] = [];
  const below: PersonId[] = [];
  const stretches = stretchesIn(week);
  for (const candidate of people) {
    const rule = isMember(candidate) ? ruleOf(candidate.hr, chain) : 'waits-for-hr';
    if (rule === 'reporting-cycle') below.push(candidate.person);
    else if (rule) refused.push({ person: candidate.person, rule });
    else if (isMember(candidate)) members.push(candidate);
  }
  const circling = below.length === 0 ? [] : people.filter(({ hr }) => hr && chain.circles(hr.employeeKey));
  return {
    juniors: members.filter(({ role }) => role === 'junior'),
    seniors: members.filter(({ role }) => role === 'senior'),
    refused,
    circling: circling.length > 0 ? circling.map(({ person }) => person) : below,
    chain,
    stretchesOf: ({ hours, timeZone }) => stretches(hours, timeZone),
  };
}

const isMember = (candidate: Candidate): candidate is Member => candidate.hr !== undefined;

function ruleOf({ status, managerKey }: Facts, chain: Chain) {
  if (status !== 'active') return 'not-active';
  if (managerKey === 'top') return undefined;
  const manager = chain.numberOf(managerKey);
  return manager < 0 ? 'manager-unknown' : chain.faultAt(manager);
}
