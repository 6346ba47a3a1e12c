import type { PersonId, Role } from '../../../events/ids.ts';
import type { Rules } from '../../../shared/cohort/cohort.ts';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import { Select } from '../../../shared/desk/form.tsx';
import { words } from '../../../shared/desk/words.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { Texts } from './texts.ts';
import { Undo } from './undo.tsx';

interface Props {
  readonly visit: CohortVisit;
  readonly people: ReadonlyMap<PersonId, Participant>;
  readonly text: Texts;
}

/** More names than this in one list help nobody. */
const mostNames = 400;

/** Pins and blocks by name, each with its undo, and a way to add one. */
export function Twos({ visit, people, text }: Props) {
  const { rules } = visit.cohort;
  return (
    <section id="pairs">
      <h2>{text.pairs}</h2>
      <p class="quiet">{text.pairsHint}</p>
      <h3>{text.pins}</h3>
      <List visit={visit} people={people} text={text} list={rules.pins} empty={text.noPins} />
      <h3>{text.blocks}</h3>
      <List visit={visit} people={people} text={text} list={rules.blocks} empty={text.noBlocks} />
      {visit.member.role === 'reader' ? null : <Add visit={visit} people={people} text={text} />}
    </section>
  );
}

function List({ visit, people, text, list, empty }: Props & { list: Rules['pins']; empty: string }) {
  if (list.length === 0) return <p class="quiet">{empty}</p>;
  const name = (person: PersonId) => people.get(person)?.name ?? `– (${text.gone})`;
  return (
    <ul class="twos">
      {list.map(([junior, senior]) => (
        <li key={`${junior}${senior}`}>
          <span>
            {name(junior)} · {name(senior)}
          </span>
          {visit.member.role === 'reader' ? null : (
            <Undo
              visit={visit}
              back={visit.request.path}
              two={[junior, senior]}
              label={text.undo}
              says={text.undoOf(name(junior), name(senior))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Add({ visit, people, text }: Props) {
  const { language, cohort, request } = visit;
  const all = [...people.values()].filter(({ state }) => state === 'confirmed' || state === 'invited');
  if (all.length === 0) return null;
  if (all.length > mostNames) return <p class="quiet">{text.many}</p>;
  const options = (role: Role): (readonly [string, string])[] => [
    ['', text.choose],
    ...all
      .filter((each) => each.role === role)
      .sort((a, b) => a.name.localeCompare(b.name, language))
      .map(({ personId, name, hr }) => [personId, [name, hr?.unit].filter(Boolean).join(', ')] as const),
  ];
  return (
    <details>
      <summary>{text.add}</summary>
      <form method="post" action={`${homeOf(cohort.cohortId)}/rules/pairs`}>
        <input type="hidden" name="back" value={request.path} />
        <div class="columns">
          {(['junior', 'senior'] as const).map((role) => (
            <Select key={role} name={role} label={words[language].role[role]} value="" options={options(role)} />
          ))}
        </div>
        <div class="actions">
          <button type="submit" name="what" value="pin">
            {text.together}
          </button>
          <button type="submit" name="what" value="block" class="plain">
            {text.apart}
          </button>
        </div>
      </form>
    </details>
  );
}
