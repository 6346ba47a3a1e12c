import { type CohortId, PersonId, Role } from '../../../events/ids.ts';
import { standings } from '../../../shared/desk/standing.ts';
import { type Missing, words } from '../../../shared/desk/words.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { participantStates } from '../../../shared/participant/states.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import type { Asked, Part } from './directory.ts';

const isPart = (asked: string): asked is Part =>
  Object.hasOwn(participantStates.table, asked) || standings.some((each) => each === asked);
const isMissing = (asked: string): asked is Missing => Object.hasOwn(words.en.missing, asked);

/** What the address asks for; what makes no sense is not asked. A page begins with a person: an address holds no name. */
export async function askedIn(query: URLSearchParams, table: Table, cohortId: CohortId): Promise<Asked> {
  const [state = '', missing = '', site = ''] = ['state', 'missing', 'site'].map((name) => query.get(name) ?? '');
  const personId = PersonId.safeParse(query.get('from')).data;
  return {
    text: (query.get('q') ?? '').slice(0, 200),
    role: Role.safeParse(query.get('role')).data,
    part: isPart(state) ? state : undefined,
    site: site === '' ? undefined : site.slice(0, 200),
    missing: isMissing(missing) ? missing : undefined,
    from: personId && (await table.get(participants, { cohortId, personId })),
  };
}

/** The same question as an address, beginning with somebody else. */
export function hrefOf(home: string, { text, role, part, site, missing }: Asked, from?: PersonId): string {
  const query = new URLSearchParams();
  const parts = { q: text, role, state: part, site, missing, from };
  for (const [name, value] of Object.entries(parts)) if (value) query.set(name, value);
  const asked = query.toString();
  return asked === '' ? home : `${home}?${asked}`;
}
