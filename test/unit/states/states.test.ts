import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInStates } from '../../../shared/check-in/states.ts';
import { cohortStates } from '../../../shared/cohort/states.ts';
import { helpStates } from '../../../shared/help/help.ts';
import { letterStates } from '../../../shared/letter/states.ts';
import { recheckStates } from '../../../shared/pair/recheck-round.ts';
import { pairStates } from '../../../shared/pair/states.ts';
import { runStates } from '../../../shared/pairing/run.ts';
import { parkedStates } from '../../../shared/parked/parked.ts';
import { participantStates } from '../../../shared/participant/states.ts';
import { sessionStates } from '../../../shared/session/session.ts';
import { submissionStates } from '../../../shared/submission/submission.ts';
import { type States, states } from '../../../shared/table/states.ts';
import { taskStates } from '../../../shared/task/task.ts';

/** A state table when its own names are forgotten. */
type AnyStates = States<string, string>;
const forgetful = (table: unknown) => table as AnyStates;

const tables: AnyStates[] = [
  checkInStates,
  cohortStates,
  helpStates,
  letterStates,
  pairStates,
  parkedStates,
  participantStates,
  recheckStates,
  runStates,
  sessionStates,
  submissionStates,
  taskStates,
].map(forgetful);

const movesOf = ({ table }: AnyStates) => [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];

describe.each(tables)('the states of a $name', (each) => {
  const names = Object.keys(each.table);
  const [first = ''] = names;

  it('stay in the table whatever is asked of them, and end where nothing leads out', () => {
    const moves = fc.constantFrom(...movesOf(each), 'a move that nobody knows');
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(moves, { maxLength: 40 }), (from, asked) => {
        let state = from;
        for (const move of asked) {
          const next = each.next(state, move);
          if (next === undefined) continue;
          expect(each.final(state)).toBe(false);
          expect(names).toContain(next);
          state = next;
        }
      }),
    );
  });

  it('can all be reached from the first one', () => {
    const reached = new Set([first]);
    for (const state of reached) {
      for (const next of Object.values(each.table[state] ?? {})) if (next) reached.add(next);
    }
    expect(names.filter((name) => !reached.has(name))).toEqual([]);
  });
});

describe('a state table', () => {
  it('takes for a move nothing that every object inherits', () => {
    for (const move of ['constructor', 'toString', '__proto__']) {
      expect(forgetful(taskStates).next('open', move)).toBeUndefined();
    }
  });

  it('refuses at once a move that leads nowhere', () => {
    const dangling = { open: { close: 'shut' }, closed: {} };
    expect(() => states('door', dangling as never)).toThrow('door: open —close→ shut leads nowhere');
  });
});
