import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, PersonId, type Scope } from '../../events/ids.ts';
import type { Command } from './aggregate.ts';
import { type Key, keys } from './keys.ts';

/** A row of the desk's log: what a member did (`command`) or looked at (`view`). */
export const LogRow = z.object({
  pk: z.string(),
  sk: z.string(),
  by: z.string(),
  at: Instant,
  command: z.optional(z.string()),
  view: z.optional(z.string()),
  why: z._default(z.string(), ''),
  /** Kinds of what it changed. */
  nouns: z._default(z.array(z.string()), []),
  people: z._default(z.array(PersonId), []),
});
export type LogRow = z.infer<typeof LogRow>;

export const byMember = ({ by }: Pick<Command, 'by'>): boolean => by.startsWith('hr:');

interface Changed {
  readonly noun: string;
  readonly key: Key;
  readonly after: Record<string, unknown>;
}

/** What a commit by a member leaves in the log of its cohort; what belongs to none is the stage's. */
export function logRow(command: Command, id: string, changes: readonly Changed[]): Key & Record<string, unknown> {
  const scope = changes.map(cohortOf).find((each) => each !== undefined) ?? 'stage';
  const { name, by, at, why, correlationId } = command;
  const people = [...new Set(changes.flatMap(({ after }) => peopleIn(after)))].slice(0, 100);
  const nouns = [...new Set(changes.map(({ noun }) => noun))];
  return { ...keys.log({ scope, at, id }), schema: 1, command: name, by, at, why, correlationId, nouns, people };
}

/** A letter calls its cohort a scope. */
const cohortOf = ({ after }: Changed): Scope | undefined => CohortId.safeParse(after.cohortId ?? after.scope).data;

const About = z.object({ personId: z.optional(z.string()), partnerId: z.optional(z.string()) });
const Named = z.object({
  ...About.shape,
  junior: z.optional(z.string()),
  senior: z.optional(z.string()),
  about: z.optional(About),
  to: z.optional(About),
});

/** Whom an aggregate is about, whatever its kind calls them. */
function peopleIn(after: Record<string, unknown>): PersonId[] {
  const { success, data } = Named.safeParse(after);
  if (!success) return [];
  const { personId, junior, senior, about, to } = data;
  return [personId, junior, senior, about?.personId, about?.partnerId, to?.personId].flatMap(
    (each) => PersonId.safeParse(each).data ?? [],
  );
}
