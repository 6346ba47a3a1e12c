import type { CohortId, LocalDate, PersonId, Role } from '../../events/ids.ts';
import type { HrFacts, WorkingHours } from '../participant/participant.ts';

/** What HR says of somebody, as far as a rule asks for it. */
export type Facts = Pick<
  HrFacts,
  'employeeKey' | 'managerKey' | 'appraisedByKey' | 'level' | 'unit' | 'site' | 'status'
>;

/** Somebody with a free place, with everything that a rule asks for. */
export interface Candidate {
  readonly person: PersonId;
  readonly role: Role;
  /** Absent: HR's facts have not come. */
  readonly hr?: Facts;
  readonly topics: readonly string[];
  readonly languages: readonly string[];
  readonly hours: readonly WorkingHours[];
  readonly timeZone: string;
  readonly meetingMode: 'any' | 'in person' | 'remote';
  /** Free places, at least 1. */
  readonly places: number;
  /** Has a pair already, so that another one helps less than a first one for somebody else. */
  readonly paired: boolean;
  readonly pleaseNot: readonly PersonId[];
  readonly pairedBefore: readonly PersonId[];
  /** How often this person was left out before. */
  readonly leftOut: number;
}

type Two = readonly [junior: PersonId, senior: PersonId];

/** Everything that a run looks at, in canonical order: equal facts are equal bytes. */
export interface PairingInput {
  readonly cohortId: CohortId;
  /** Working hours in different zones are compared in the week of this date. */
  readonly week: LocalDate;
  readonly people: readonly Candidate[];
  /** Employee → manager, for participants and people outside the programme. */
  readonly chain: readonly (readonly [employeeKey: string, managerKey: string])[];
  /** Pairs that there are, also those that wait for their answers: a pin of these two is kept already. */
  readonly together?: readonly Two[];
  /** Pairs of the proposal that this run replaces: of equally good results, one that keeps most of them. */
  readonly kept?: readonly Two[];
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The same facts in another order are the same input. Equal lists become one list: a large house then fits into
 * memory, and whoever compares people compares each list once.
 */
export function canonicalInput({ cohortId, week, people, chain, together, kept }: PairingInput): PairingInput {
  const texts = interner<string>((each) => each, byText);
  const hours = interner<WorkingHours>(({ weekday, from, to }) => ({ weekday, from, to }), byHours);
  const sortedPeople = people.map(
    (each): Candidate => ({
      person: each.person,
      role: each.role,
      ...(each.hr ? { hr: factsOf(each.hr) } : {}),
      topics: texts(each.topics),
      languages: texts(each.languages),
      hours: hours(each.hours),
      timeZone: each.timeZone,
      meetingMode: each.meetingMode,
      places: each.places,
      paired: each.paired,
      pleaseNot: sortedSet(each.pleaseNot),
      pairedBefore: sortedSet(each.pairedBefore),
      leftOut: each.leftOut,
    }),
  );
  return {
    cohortId,
    week,
    people: inOrder(sortedPeople, (a, b) => byText(a.person, b.person)),
    chain: inOrder([...new Map(chain)], ([a], [b]) => byText(a, b)),
    ...(together?.length ? { together: twosOf(together) } : {}),
    ...(kept?.length ? { kept: twosOf(kept) } : {}),
  };
}

const twosOf = (list: readonly Two[]): Two[] =>
  [...new Map(list.map((two) => [two.join(' '), two])).entries()]
    .sort(([a], [b]) => byText(a, b))
    .map(([, [junior, senior]]): Two => [junior, senior]);

/** Sorted, each once; lists with the same entries become the same list. */
function interner<T>(clean: (entry: T) => T, order: (a: T, b: T) => number) {
  const known = new Map<string, readonly T[]>();
  return (list: readonly T[]): readonly T[] => {
    const text = JSON.stringify(list);
    const made = known.get(text);
    if (made) return made;
    const entries = list.map(clean);
    const sorted = [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()].sort(order);
    const ofSorted = JSON.stringify(sorted);
    const canonical = known.get(ofSorted) ?? sorted;
    known.set(ofSorted, canonical).set(text, canonical);
    return canonical;
  };
}

const byHours = (a: WorkingHours, b: WorkingHours) =>
  a.weekday - b.weekday || byText(a.from, b.from) || byText(a.to, b.to);
const none: readonly never[] = [];
const sortedSet = <T extends string>(list: readonly T[]): readonly T[] =>
  list.length === 0 ? none : [...new Set(list)].sort(byText);

/** What comes out of a canonical file is in order already. */
function inOrder<T>(list: T[], order: (a: T, b: T) => number): T[] {
  for (const [at, each] of list.entries()) {
    const next = list[at + 1];
    if (next !== undefined && order(each, next) > 0) return list.sort(order);
  }
  return list;
}

const factsOf = ({ employeeKey, managerKey, appraisedByKey, level, unit, site, status }: Facts): Facts => ({
  employeeKey,
  managerKey,
  ...(appraisedByKey ? { appraisedByKey } : {}),
  level,
  ...(unit ? { unit } : {}),
  ...(site ? { site } : {}),
  status,
});
