import type { PersonId } from '../../events/ids.ts';
import type { Language } from '../../shared/cohort/cohort.ts';
import { words } from './words.ts';

interface Obstacle {
  readonly person?: PersonId | undefined;
  readonly partner?: PersonId | undefined;
  readonly rule: string;
}

/** Why a run cannot be made, each with the people it is about. */
export function Obstacles({
  list,
  name,
  language,
}: {
  list: readonly Obstacle[];
  name: (personId: PersonId) => string;
  language: Language;
}) {
  const { broken } = words[language];
  return (
    <ul>
      {list.map(({ person, partner, rule }) => (
        <li key={`${person}${partner}${rule}`}>
          {person ? (
            <>
              <strong>{[person, ...(partner ? [partner] : [])].map(name).join(' · ')}</strong>:{' '}
            </>
          ) : null}
          {broken[rule] ?? rule}
        </li>
      ))}
    </ul>
  );
}
