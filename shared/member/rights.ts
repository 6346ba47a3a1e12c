import type { CohortId } from '../../events/ids.ts';

export const memberRoles = ['admin', 'coordinator', 'reader'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Whose rights are asked for. An admin's cohorts are all, whatever the list says. */
export interface Reach {
  readonly role: MemberRole;
  readonly cohorts: 'all' | readonly CohortId[];
}

/** `sees only`: the page is there, and what it would change is not for this role. */
type Extent = 'everywhere' | 'own cohorts' | 'sees only' | 'nowhere';

/** The one table of what may be done at the desk: each of its routes asks for one of these rights. */
export const rights = {
  'come in': { admin: 'everywhere', coordinator: 'everywhere', reader: 'everywhere' },
  'see a cohort': { admin: 'everywhere', coordinator: 'own cohorts', reader: 'own cohorts' },
  'change a cohort': { admin: 'everywhere', coordinator: 'own cohorts', reader: 'sees only' },
  /** Who did and looked at what; and everybody's facts as a file. */
  'see the audit': { admin: 'everywhere', coordinator: 'own cohorts', reader: 'nowhere' },
  'export people': { admin: 'everywhere', coordinator: 'own cohorts', reader: 'nowhere' },
  'create a cohort': { admin: 'everywhere', coordinator: 'nowhere', reader: 'nowhere' },
  'stop the letters of all cohorts': { admin: 'everywhere', coordinator: 'nowhere', reader: 'nowhere' },
  'see colleagues': { admin: 'everywhere', coordinator: 'everywhere', reader: 'nowhere' },
  'hand over own work': { admin: 'everywhere', coordinator: 'everywhere', reader: 'nowhere' },
  'manage the staff': { admin: 'everywhere', coordinator: 'nowhere', reader: 'nowhere' },
  /** What nobody has thought about yet: a new page is an admin's until its route says more. */
  'do anything else': { admin: 'everywhere', coordinator: 'nowhere', reader: 'nowhere' },
} as const satisfies Readonly<Record<string, Readonly<Record<MemberRole, Extent>>>>;
export type Right = keyof typeof rights;

export type Verdict = 'may' | 'sees only' | 'nothing there';

/** Pure: whether this member has the right, in this cohort where it is about one. */
export function verdictOn({ role, cohorts }: Reach, right: Right, cohortId?: string): Verdict {
  const extent: Extent = rights[right][role];
  if (extent === 'everywhere') return 'may';
  if (extent === 'nowhere') return 'nothing there';
  if (cohorts !== 'all' && !cohorts.some((each) => each === cohortId)) return 'nothing there';
  return extent === 'own cohorts' ? 'may' : 'sees only';
}

export const may = (member: Reach, right: Right, cohortId?: string): boolean =>
  verdictOn(member, right, cohortId) === 'may';

/** What a route asks for that names no right: within a cohort to look asks less than to post. */
export function rightOfPath(method: 'GET' | 'POST', path: string): Right {
  if (!/^\/desk\/cohorts\/:cohort(\/|$)/.test(path)) return 'do anything else';
  return method === 'GET' ? 'see a cohort' : 'change a cohort';
}
