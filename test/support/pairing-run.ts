import type { CallRecord } from '../../infra/local/faults/faults.ts';
import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import { readResult } from '../../shared/pairing/result-pages.ts';
import { type Run, runs } from '../../shared/pairing/run.ts';
import { engineAgrees, tableOf } from './engine-agrees.ts';
import { invariants } from './invariants.ts';
import { minutes, type PairingDay } from './pairing-day.ts';
import { askedWithinCapacity } from './pairing-invariants.ts';
import { together } from './tabs.ts';

const runId = 'run_killedmidway';

/** Which function dies, after which of its calls. */
export interface Death {
  readonly function: string;
  readonly nth: number;
}

/** One run from HR's press to the last question; its function may die on the way, once. */
export async function oneRun({ stage, press, runs: path, confirmed }: PairingDay, death?: Death) {
  await stage.reset({ to: confirmed.at, seed: 'one run' });
  const injected = death && stage.faults.inject({ ...death, when: 'after', effect: 'crash' });
  await together(stage, [() => press(path, { run: runId })]);
  // Lambda tries again after a minute.
  await stage.advanceBy(minutes(2));
  await together(stage, [() => press(`${path}/${runId}`)]);
  await stage.advanceBy(minutes(2));
  const items = await everything(stage);
  const made = ofKind(items, 'run#').map((item) => runs.item.parse(item));
  const [run] = made;
  const { table, close } = await tableOf(stage);
  const wrong = [
    ...(await invariants(stage)),
    ...askedWithinCapacity(items),
    ...(await Promise.all(made.map((each) => engineAgrees(table, each)))).flat(),
  ];
  const result = run && (await readResult(table, run));
  await close();
  const calls: readonly CallRecord[] = [...stage.faults.calls];
  return {
    wrong,
    calls,
    struck: injected?.struck() ?? 0,
    run: run && timeless(run),
    result,
    pairs: ofKind(items, 'pair#').map(({ pairId, state, total, runId: of }) => ({ pairId, state, total, of })),
  };
}

/** When it ended differs by the minute of the second try. */
const timeless = ({ requestedAt: _asked, proposedAt, consentDueAt: _due, dueAt: _at, ...run }: Run) => ({
  ...run,
  proposed: proposedAt !== undefined,
});
