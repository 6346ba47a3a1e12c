import type { PersonId, Role } from '../../../events/ids.ts';
import type { Language } from '../../../shared/cohort/cohort.ts';
import { onePage } from '../../../shared/desk/one-page.ts';
import type { Standing } from '../../../shared/desk/standing.ts';
import type { Missing } from '../../../shared/desk/words.ts';
import type { Participant } from '../../../shared/participant/participant.ts';
import type { ParticipantState } from '../../../shared/participant/states.ts';

export type Part = ParticipantState | Standing;

/** What HR looks for. Absent: whatever it is. */
export interface Asked {
  readonly text: string;
  readonly role?: Role | undefined;
  readonly part?: Part | undefined;
  readonly site?: string | undefined;
  readonly missing?: Missing | undefined;
  /** With whom the page begins; absent: at the beginning. */
  readonly from?: Pick<Participant, 'name' | 'personId'> | undefined;
}

export interface Facts {
  readonly partsOf: (person: Participant) => readonly Part[];
  readonly missingOf: (person: Participant) => readonly Missing[];
}

/** One page of a cohort's people by name, and how many there are of each kind in the whole cohort. */
export interface Directory {
  readonly total: number;
  readonly matching: number;
  /** How many that match come before this page. */
  readonly before: number;
  readonly rows: readonly Participant[];
  /** With whom the page before and the next one begin. */
  readonly previous?: PersonId | undefined;
  readonly next?: PersonId | undefined;
  readonly counts: {
    readonly role: ReadonlyMap<string, number>;
    readonly part: ReadonlyMap<string, number>;
    readonly site: ReadonlyMap<string, number>;
    readonly missing: ReadonlyMap<string, number>;
  };
}

export const perPage = 50;

/**
 * Names lie in the participants and nowhere else (no index of names, no name in a key), so everybody is looked at as
 * they stream by. What is kept is the page, the one before it, and the counts: however large the cohort is.
 */
export async function directory(
  people: AsyncIterable<Participant>,
  asked: Asked,
  { partsOf, missingOf }: Facts,
  language: Language,
): Promise<Directory> {
  const compare = byName(language);
  const fits = finder(asked.text);
  const counts = { role: tally(), part: tally(), site: tally(), missing: tally() };
  const page = onePage<Named, Participant>({ perPage, compare, from: asked.from });
  let total = 0;
  for await (const person of people) {
    const [parts, missing, site] = [partsOf(person), missingOf(person), person.hr?.site];
    total++;
    counts.role.add(person.role);
    for (const part of parts) counts.part.add(part);
    for (const what of missing) counts.missing.add(what);
    if (site) counts.site.add(site);
    if (asked.role && person.role !== asked.role) continue;
    if (asked.part && !parts.includes(asked.part)) continue;
    if (asked.site && site !== asked.site) continue;
    if (asked.missing && !missing.includes(asked.missing)) continue;
    if (!fits(person)) continue;
    page.add(person);
  }
  const { rows, matching, before, previous, next } = page.found;
  return {
    total,
    matching,
    before,
    rows,
    next: next?.personId,
    previous: previous?.personId,
    counts: { role: counts.role.of, part: counts.part.of, site: counts.site.of, missing: counts.missing.of },
  };
}

type Named = Pick<Participant, 'name' | 'personId'>;

function byName(language: Language): (a: Named, b: Named) => number {
  const { compare } = new Intl.Collator(language);
  return (a, b) => compare(a.name, b.name) || a.personId.localeCompare(b.personId);
}

/** More kinds than anybody chooses from are not told apart. */
const mostKinds = 300;

function tally() {
  const of = new Map<string, number>();
  return {
    of,
    add(what: string): void {
      if (of.size < mostKinds || of.has(what)) of.set(what, (of.get(what) ?? 0) + 1);
    },
  };
}

/** Without case, accents and umlauts: who types `Muller` or `Müller` finds both. */
export const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();

/** Parts of a name, a call name or an address, in any order; or the whole employee id. */
function finder(text: string): (person: Participant) => boolean {
  const parts = folded(text)
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return () => true;
  const whole = parts.join(' ');
  return ({ name, address, self, hr }) => {
    const told = folded(`${name} ${self.callName ?? ''} ${address}`);
    return parts.every((part) => told.includes(part)) || folded(hr?.employeeId ?? '') === whole;
  };
}
