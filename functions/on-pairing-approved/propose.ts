import { PairProposed } from '../../events/pair-proposed.ts';
import { PairingApproved } from '../../events/pairing-approved.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { type Question, withTimer } from '../../shared/pair/consent.ts';
import { questionAt } from '../../shared/pair/deadlines.ts';
import { pairIdOf, pairs } from '../../shared/pair/pair.ts';
import { proposed } from '../../shared/pair/settle.ts';
import { readResultPage } from '../../shared/pairing/result-pages.ts';
import { type Run, type RunResult, runs } from '../../shared/pairing/run.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import { type Command, unnumbered } from '../../shared/table/aggregate.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

export interface Needs {
  readonly table: Table;
}

const sideBySide = 8;
const spareMilliseconds = 60_000;

/** Proposes each pair of the approved run, page by page; what does not fit the time goes on by event. */
export async function propose(
  { cohortId, runId, cursor }: EventOf<typeof PairingApproved>,
  { table }: Needs,
  trigger: Trigger,
): Promise<Outcome> {
  const run = await table.get(runs, { cohortId, runId });
  const cohort = await table.get(cohorts, { cohortId });
  if (run?.state !== 'approved' || !run.consentDueAt) return done('not approved', { runId });
  if (run.settledAt !== undefined) return done('settled before', { runId });
  if (!cohort || !canEnd(cohort.state)) return done('the cohort has ended', { runId });
  const question = questionAt(trigger.at, run.consentDueAt, cohort);
  const command = trigger.command('propose pair');
  const [startPage = 0, startPair = 0] = (cursor ?? '0.0').split('.').map(Number);
  let count = 0;
  for (let page = startPage; page < run.pages; page++) {
    const found = (await readResultPage(table, run, page)).pairs;
    for (let at = page === startPage ? startPair : 0; at < found.length; at += sideBySide) {
      // At least one step each time, or a short time-out would hand on for ever.
      if (count > 0 && trigger.remaining() < spareMilliseconds) {
        await handOn(table, command, run, `${page}.${at}`);
        return done('handed on', { runId, proposed: count });
      }
      const batch = found.slice(at, at + sideBySide);
      await Promise.all(batch.map((each) => proposeOne(table, command, run, each, question)));
      count += batch.length;
    }
  }
  await table.change(runs, run, trigger.command('all pairs proposed'), (current) => proposed(current, trigger.at));
  return done('proposed', { runId, proposed: count });
}

/**
 * The junior's question is a part of it from the start. The same two people are the same pair, so a duplicate finds it
 * there and says nothing again.
 */
async function proposeOne(
  table: Table,
  command: Command,
  { cohortId, runId }: Run,
  { junior, senior, points, total }: RunResult['pairs'][number],
  question: Question,
): Promise<void> {
  const pairId = pairIdOf(cohortId, junior, senior);
  const draft = withTimer({
    cohortId,
    pairId,
    junior,
    senior,
    runId,
    state: 'proposed',
    points,
    total,
    sessions: 0,
    months: { junior: 0, senior: 0 },
    consent: { junior: question },
  });
  await table.change(pairs, draft, command, (current) =>
    current ? { refused: 'known' } : { to: draft, says: [PairProposed({ cohortId, pairId })] },
  );
}

async function handOn(table: Table, command: Command, { cohortId, runId }: Run, cursor: string): Promise<void> {
  await table.change(runs, { cohortId, runId }, command, (current) => {
    if (!current) return { refused: 'gone' };
    const to = unnumbered(current);
    return { to, says: [PairingApproved({ cohortId, runId, cursor })] };
  });
}
