import { type Item, ofKind } from '../../infra/local/rehearse/table.ts';

/** A schedule may ring up to two minutes early. */
const early = 2 * 60_000;

/** 12. Nobody is in a pair without a yes of both. What has not formed comes to nothing together with its run. */
export function withConsent(items: readonly Item[]): string[] {
  const pairs = ofKind(items, 'pair#');
  const over = new Set(ofKind(items, 'cohort').flatMap(({ cohortId, closedAt }) => (closedAt ? [cohortId] : [])));
  const answersOf = ({ consent }: Item) => consent as Record<'junior' | 'senior', { answer?: string } | undefined>;
  return [
    ...pairs
      .filter(({ formedAt }) => formedAt !== undefined)
      .filter((pair) => answersOf(pair)?.junior?.answer !== 'yes' || answersOf(pair)?.senior?.answer !== 'yes')
      .map(({ pairId }) => `${pairId} formed without a yes of both`),
    ...pairs
      .filter(({ state, consent }) => state === 'not-formed' && consent !== undefined)
      .map(({ pairId }) => `${pairId} came to nothing, and what was said is still there`),
    ...ofKind(items, 'run#').flatMap(({ runId, cohortId, settledAt, consentDueAt }) => {
      const mine = pairs.filter((pair) => pair.runId === runId);
      const count = (states: readonly string[]) => mine.filter(({ state }) => states.includes(String(state))).length;
      if (settledAt === undefined)
        return count(['not-formed']) > 0 ? [`${runId} is not settled, and its pairs are`] : [];
      const inTime = Date.parse(String(settledAt)) + early >= Date.parse(String(consentDueAt));
      return [
        ...(count(['proposed', 'accepted-by-junior']) > 0 ? [`${runId} is settled, and still asks`] : []),
        ...(inTime || over.has(cohortId) || count(['not-formed']) === 0 ? [] : [`${runId} was settled too early`]),
      ];
    }),
  ];
}
