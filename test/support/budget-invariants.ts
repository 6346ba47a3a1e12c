import { type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { kindOf, letterKindNames } from '../../shared/letter/kinds.ts';
import { addDays, localDate } from '../../shared/time/local.ts';

const counted = new Set<string>(letterKindNames.filter((name) => kindOf(name).budget === 'counts'));

/** Nobody gets a second letter that counts within three days of their own calendar; a copy after an unknown is no second one. */
export function withinTheBudget(stage: Stage, items: readonly Item[]): string[] {
  const letters = new Map(ofKind(items, 'letter#').map((letter) => [String(letter.letterId), letter]));
  const zones = new Map(
    ofKind(items, 'participant#').map(({ personId, self }) => [
      String(personId),
      (self as { timeZone?: string } | undefined)?.timeZone ?? 'UTC',
    ]),
  );
  const mails = stage.mail().flatMap(({ tags, at }) => {
    const letter = letters.get(tags.letterId ?? '');
    const { personId } = (letter?.to ?? {}) as { personId?: string };
    return letter && personId && counted.has(String(letter.kind)) ? [{ personId, at, letter }] : [];
  });
  return [...Map.groupBy(mails, ({ personId }) => personId)].flatMap(([personId, hers]) => {
    const zone = zones.get(personId) ?? 'UTC';
    return hers.slice(1).flatMap(({ at, letter }, place) => {
      const before = hers[place];
      if (!before || before.letter.letterId === letter.letterId) return [];
      const next = addDays(localDate(before.at, zone), 3);
      return localDate(at, zone) >= next
        ? []
        : [`a ${letter.kind} came to ${personId} at ${at}, after a ${before.letter.kind} at ${before.at}`];
    });
  });
}
