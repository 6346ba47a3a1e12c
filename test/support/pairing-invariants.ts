import { type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import { openPair, type PairState, pendingPair } from '../../shared/pair/states.ts';
import { unpackPage } from '../../shared/table/pages.ts';

const is = (state: (pair: { state: PairState }) => boolean) => (pair: Item) =>
  state({ state: String(pair.state) as PairState });
const ofPerson = (pairs: readonly Item[], id: string) =>
  pairs.filter(({ junior, senior }) => junior === id || senior === id);
const peopleOf = (items: readonly Item[]) =>
  new Map(ofKind(items, 'participant#').map((each) => [String(each.personId), each]));

/** 3. Nobody is in more pairs than they have places, or with themself; no two people twice; every place has its pair. */
export function withinCapacity(items: readonly Item[]): string[] {
  const pairs = ofKind(items, 'pair#');
  const pairOf = new Map(pairs.map((pair) => [String(pair.pairId), pair]));
  const open = pairs.filter(is(openPair));
  const couples = pairs.map(({ cohortId, junior, senior }) => `${cohortId} ${junior} ${senior}`);
  return [
    ...couples.filter((couple, place) => couples.indexOf(couple) !== place).map((couple) => `paired twice: ${couple}`),
    ...pairs.filter(({ junior, senior }) => junior === senior).map(({ pairId }) => `paired with themself: ${pairId}`),
    ...[...peopleOf(items)].flatMap(([id, { capacity, slots }]) => {
      const mine = ofPerson(open, id);
      const held = Object.keys(slots ?? {});
      return [
        ...(mine.length > Number(capacity)
          ? [`${id} is in ${mine.length} pairs and has room for ${capacity}`]
          : mine
              .filter(({ pairId }) => !held.includes(String(pairId)))
              .map(({ pairId }) => `${id} holds no slot for ${pairId}`)),
        ...held
          .filter((pairId) => pairOf.get(pairId)?.formedAt === undefined)
          .map((pairId) => `${id} holds a slot for ${pairId}, which never formed`),
      ];
    }),
  ];
}

/** A run that has been laid before HR is whole, the newest of its cohort or superseded, and no other is on the table. */
export function wholeRuns(items: readonly Item[]): string[] {
  const latest = new Map(ofKind(items, 'cohort#').map(({ cohortId, latestRunId }) => [cohortId, latestRunId]));
  const stored = new Map(items.map((item) => [item.sk, item]));
  return ofKind(items, 'run#').flatMap(({ runId, cohortId, state, pages, counts, digest }) => {
    const found = Array.from({ length: Number(pages) }, (_, number) =>
      stored.get(`run-page#${runId}#${String(digest).slice(0, 16)}#page#${String(number).padStart(4, '0')}`),
    );
    if (found.includes(undefined)) return [`${runId} lacks a page`];
    // As the stage's own DynamoDB keeps them: base64.
    const entries = found.flatMap((each) => [unpackPage(Buffer.from(String(each?.page ?? ''), 'base64'))].flat());
    const inPages = entries.filter((entry) => typeof entry === 'object' && entry !== null && 'pair' in entry).length;
    const counted = (counts as { pairs: number } | undefined)?.pairs;
    return [
      ...(counted !== undefined && counted !== inPages ? [`${runId} counts ${counted} pairs, and has ${inPages}`] : []),
      ...(state === 'proposed' && latest.get(cohortId) !== runId ? [`${runId} is proposed, and not the latest`] : []),
    ];
  });
}

/** Nobody is asked about more pairs than they have places left. Does not hold once HR has taken a place away. */
export function askedWithinCapacity(items: readonly Item[]): string[] {
  const taking = ofKind(items, 'pair#').filter((pair) => is(openPair)(pair) || is(pendingPair)(pair));
  return [...peopleOf(items)].flatMap(([id, { address, capacity }]) => {
    const { length } = ofPerson(taking, id);
    return length > Number(capacity) ? [`${address} has ${capacity} places, and ${length} pairs or questions`] : [];
  });
}

/** Whoever has heard a yes of both has a pair, unless one of the two has no place left for it. */
export function formedWherePossible(items: readonly Item[]): string[] {
  const people = peopleOf(items);
  const full = (id: unknown) => {
    const person = people.get(String(id));
    return Object.keys(person?.slots ?? {}).length >= Number(person?.capacity);
  };
  return ofKind(items, 'pair#').flatMap(({ pairId, state, junior, senior, consent }) => {
    const said = consent as Record<'junior' | 'senior', { answer?: string } | undefined> | undefined;
    const both = said?.junior?.answer === 'yes' && said.senior?.answer === 'yes';
    return both && state === 'accepted-by-junior' && !full(junior) && !full(senior)
      ? [`both said yes, and ${pairId} has not formed`]
      : [];
  });
}
