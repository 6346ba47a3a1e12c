import type { Participant, SelfTold } from './participant.ts';

/** The fields that somebody has told in person, now that they say this: a later HR file leaves them alone. */
export function ownWords(before: Pick<Participant, 'self' | 'ownWords'>, self: SelfTold): string[] {
  const fields = Object.keys({ ...before.self, ...self }) as (keyof SelfTold)[];
  const said = fields.filter((field) => JSON.stringify(before.self[field]) !== JSON.stringify(self[field]));
  return [...new Set([...(before.ownWords ?? []), ...said])].sort();
}
