import type { Instant } from '../../events/define.ts';
import { PairBlocked } from '../../events/pair-blocked.ts';
import { PairUnblocked } from '../../events/pair-unblocked.ts';
import { keepEntry } from '../session/entry.ts';
import { unnumbered, withoutTimer } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import type { Pair } from './pair.ts';
import { pairStates } from './states.ts';

/**
 * A rule broke: the pair stops in this commit. Its two places stay held, because HR may have to correct the file and
 * let it go on; the coordinator who ends it frees them.
 */
export function blockPair(pair: Pair, rules: readonly string[], at: Instant): Step<Pair> {
  const state = pairStates.next(pair.state, 'blocked');
  if (!state) return { refused: `already ${pair.state}` };
  const { nextSession: _nextSession, ...rest } = withoutTimer(pair);
  const { pairId, cohortId } = pair;
  const { entry, says } = keepEntry(pair, undefined, at);
  const times = (pair.blocked?.times ?? 0) + 1;
  return {
    to: { ...rest, state, blocked: { rules: [...rules], at, times }, ...(entry ? { entry } : {}) },
    says: [PairBlocked({ pairId, cohortId, times }), ...says],
  };
}

/** HR's facts hold again, and a coordinator lets the two go on. Who is away pauses the pair as before. */
export function unblockPair(pair: Pair, someoneAway: boolean): Step<Pair> {
  const state = pairStates.next(pair.state, someoneAway ? 'unblockPaused' : 'unblock');
  if (!state || !pair.formedAt) return { refused: `already ${pair.state}` };
  const { pairId, cohortId } = pair;
  return { to: { ...unnumbered(pair), state }, says: [PairUnblocked({ pairId, cohortId })] };
}

/**
 * A rule stopped the pair before it formed: what the two were asked and answered is forgotten, as where one comes to nothing.
 * Only that a senior has said yes is known for as long as their page must not change.
 */
export function forgetConsent(pair: Pair): Step<Pair> {
  const { consent, ...rest } = unnumbered(pair);
  if (pair.state !== 'blocked' || pair.formedAt || !consent) return { refused: 'forgotten' };
  const { answer, closesAt } = consent.senior ?? {};
  return { to: answer === 'yes' && closesAt ? { ...rest, yesUntil: closesAt } : rest };
}
