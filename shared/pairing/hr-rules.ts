import type { HrFacts } from '../participant/participant.ts';
import type { ChainFault } from './chain.ts';

/** The rules that rest on HR's facts alone: 1 to 3 of the programme's rules. They hold as long as the pair does. */
export const hrRules = ['level-gap', 'reporting-line', 'same-manager', 'appraisal'] as const;
export type HrRule = (typeof hrRules)[number];

/** Employee → manager, or `top`. */
export type Links = ReadonlyMap<string, string>;

/** Which of them these two break, as far as the chain is known. It may be broken off or run in a circle. */
export function brokenHrRules(
  junior: Pick<HrFacts, 'employeeKey' | 'managerKey' | 'appraisedByKey' | 'level'>,
  senior: Pick<HrFacts, 'employeeKey' | 'managerKey' | 'level'>,
  links: Links,
  minLevelGap: number,
): HrRule[] {
  const holds: Record<HrRule, boolean> = {
    'level-gap': senior.level - junior.level >= minLevelGap,
    'reporting-line':
      !above(junior.managerKey, links).has(senior.employeeKey) &&
      !above(senior.managerKey, links).has(junior.employeeKey),
    'same-manager': junior.managerKey === 'top' || junior.managerKey !== senior.managerKey,
    appraisal: junior.appraisedByKey !== senior.employeeKey,
  };
  return hrRules.filter((rule) => !holds[rule]);
}

/** Why nobody can say whether somebody is below somebody else: the way to the top of the house is not known. */
export function chainFault(managerKey: string, links: Links): ChainFault | undefined {
  const way = above(managerKey, links);
  if (way.has('top')) return undefined;
  const last = [...way].at(-1) ?? managerKey;
  return links.has(last) ? 'reporting-cycle' : 'manager-unknown';
}

/** Everybody on the way up, and `top` if it gets there. */
function above(managerKey: string, links: Links): ReadonlySet<string> {
  const met = new Set<string>();
  for (let key: string | undefined = managerKey; key !== undefined && !met.has(key); key = links.get(key)) met.add(key);
  return met;
}
