import type { Instant } from '../../../events/define.ts';
import type { Role } from '../../../events/ids.ts';
import type { Cohort } from '../../cohort/cohort.ts';
import { waitsForLetter } from '../../participant/invite.ts';
import { gone, type Participant } from '../../participant/participant.ts';
import { type Example, exampleFor, likelyPartner } from './example.ts';

const roles = ['junior', 'senior'] as const;

/** One real person of each role whose letters are shown: who waits for the first letter, in the cohort's own language if they can. */
export function chosen(people: readonly Participant[], { language }: Cohort): Participant[] {
  const here = people.filter((each) => !gone(each)).sort((a, b) => a.name.localeCompare(b.name));
  return roles.flatMap((role) => {
    const those = here.filter((each) => each.role === role);
    const waiting = those.filter(waitsForLetter);
    const [first] = [...waiting.filter(({ self }) => self.letterLanguage === language), ...waiting, ...those];
    return first ?? [];
  });
}

/** The one of them whom the page asks for, and somebody of the other role to be beside. */
export interface Shown {
  readonly me: Participant;
  readonly partner: Participant | undefined;
  readonly example: Example;
}

export function shownOf(
  people: readonly Participant[],
  cohort: Cohort,
  role: Role | undefined,
  at: Instant,
): Shown | undefined {
  const all = chosen(people, cohort);
  const me = all.find((each) => each.role === role) ?? all[0];
  if (!me) return undefined;
  const partner = likelyPartner(me, people);
  return { me, partner, example: exampleFor(me, partner, cohort, at) };
}
