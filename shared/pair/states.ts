import { states } from '../table/states.ts';

export const pairStates = states('pair', {
  proposed: {
    acceptedByJunior: 'accepted-by-junior',
    form: 'formed',
    fail: 'not-formed',
    expire: 'not-formed',
    blocked: 'blocked',
  },
  'accepted-by-junior': { form: 'formed', fail: 'not-formed', expire: 'not-formed', blocked: 'blocked' },
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
  blocked: { exit: 'exited', conclude: 'concluded' },
  concluded: {},
  exited: {},
  'not-formed': {},
});
export type PairState = keyof typeof pairStates.table;

/** States in which the two meet and are asked how it goes. */
export const openPair = ({ state }: { state: PairState }): boolean =>
  state === 'formed' || state === 'agreed' || state === 'active' || state === 'paused';
