import { states } from '../table/states.ts';

/**
 * What the two answer lies beside the state: a no moves nothing. Whatever has not formed by then comes to nothing
 * together, when its run is settled.
 */
export const pairStates = states('pair', {
  proposed: { accept: 'accepted-by-junior', fail: 'not-formed', blocked: 'blocked' },
  'accepted-by-junior': { form: 'formed', fail: 'not-formed', blocked: 'blocked' },
  formed: {
    agree: 'agreed',
    meet: 'active',
    pause: 'paused',
    conclude: 'concluded',
    exit: 'exited',
    blocked: 'blocked',
  },
  agreed: { meet: 'active', pause: 'paused', conclude: 'concluded', exit: 'exited', blocked: 'blocked' },
  active: { meet: 'active', pause: 'paused', conclude: 'concluded', exit: 'exited', blocked: 'blocked' },
  paused: { resume: 'active', meet: 'active', conclude: 'concluded', exit: 'exited', blocked: 'blocked' },
  // Not by a return from a pause: only a coordinator lets it go on.
  blocked: { unblock: 'active', unblockPaused: 'paused', exit: 'exited', conclude: 'concluded' },
  concluded: {},
  exited: {},
  'not-formed': {},
});
export type PairState = keyof typeof pairStates.table;

/** States in which the two meet and are asked how it goes. */
export const openPair = ({ state }: { state: PairState }): boolean =>
  state === 'formed' || state === 'agreed' || state === 'active' || state === 'paused';

/** States in which the two are asked whether they want to be a pair. */
export const pendingPair = ({ state }: { state: PairState }): boolean =>
  state === 'proposed' || state === 'accepted-by-junior';
