import { PairAccepted } from '../../events/pair-accepted.ts';
import { PairingRequested } from '../../events/pairing-requested.ts';
import { type Random, seededRandom } from '../../infra/local/clock/random.ts';
import { everything, type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { runs } from '../../shared/pairing/run.ts';
import { engineAgrees, tableOf } from './engine-agrees.ts';
import { invariants } from './invariants.ts';
import { minutes, type PairingDay } from './pairing-day.ts';
import { askedWithinCapacity, formedWherePossible } from './pairing-invariants.ts';
import { together } from './tabs.ts';

const sixteen = (wave: string) =>
  Array.from({ length: 16 }, (_, place) => `run_${wave}${String(place).padStart(8, '0')}`);

/** HR starts run after run and approves what is proposed, while somebody leaves and the proposing dies midway. */
export async function runsTogether(day: PairingDay, seed: string): Promise<string[]> {
  const { stage, press, send, confirmed } = day;
  await stage.reset({ to: confirmed.at, seed });
  stage.faults.deliveries({ copies: 2, shuffle: true });
  const random = seededRandom(seed);
  const said: number[] = [];
  const act = async (...deeds: (() => Promise<number>)[]) =>
    said.push(...(await together(stage, shuffled(deeds, random))));
  const start = (run: string) => () => press(day.runs, { run });
  const approve = (run: string) => () => press(`${day.runs}/${run}`);
  const one = (odds: number) => random.next() < odds;

  const first = sixteen('first');
  await act(
    ...first.map(start),
    ...first.slice(0, 2).map(start),
    ...(one(0.5) ? [() => send(confirmed.forms.leave)] : []),
  );

  stage.faults.deliveries({ copies: 1 });
  if (one(0.7)) {
    const nth = 1 + Math.floor(random.next() * 24);
    stage.faults.inject({ function: 'on-pairing-approved', when: 'after', effect: 'crash', nth, times: 2 });
  }
  await say(
    day,
    PairingRequested,
    first.map((runId) => ({ runId })),
  );
  const made = await runsOf(stage);
  await act(
    ...made.map(approve),
    ...made.slice(-1).flatMap((run) => [approve(run), approve(run)]),
    ...sixteen('more').slice(0, 3).map(start),
  );

  await act(...sixteen('again').map(start), ...(await runsOf(stage)).slice(-2).map(approve));
  for (let round = 0; round < 3; round++) {
    await act(...(await runsOf(stage, 'proposed')).flatMap((run) => [approve(run), approve(run)]));
    await stage.advanceBy(minutes(2));
  }
  const items = await everything(stage);
  return [...(await wrongAfter(day, items, said)), ...askedWithinCapacity(items)];
}

/** All answers come in one moment, among them those about two pairs for one place, and HR starts sixteen further runs. */
export async function answersTogether(day: PairingDay, seed: string): Promise<string[]> {
  const { stage, press, send, asked } = day;
  await stage.reset({ to: asked.at, seed });
  stage.faults.deliveries({ shuffle: true });
  const random = seededRandom(seed);
  const { juniorsYes, juniorsNo, seniorsYes } = asked.forms;
  const pairIds = ofKind(await everything(stage), 'pair#').map(({ pairId }) => ({ pairId }));
  await say(day, PairAccepted, pairIds);
  const secondThought = random.pick(juniorsNo);
  const further = sixteen('further');
  const deeds = [
    ...[...seniorsYes, ...juniorsYes, ...(secondThought ? [secondThought] : [])].map((form) => () => send(form)),
    ...further.map((run) => () => press(day.runs, { run })),
  ];
  const said = await together(stage, shuffled(deeds, random));
  await say(
    day,
    PairingRequested,
    further.map((runId) => ({ runId })),
  );
  const proposed = await runsOf(stage, 'proposed');
  said.push(
    ...(await together(
      stage,
      proposed.map((run) => () => press(`${day.runs}/${run}`)),
    )),
  );
  await stage.advanceBy(minutes(5));
  const items = await everything(stage);
  return [...(await wrongAfter(day, items, said)), ...formedWherePossible(items)];
}

const runsOf = async (stage: Stage, state?: string) =>
  ofKind(await everything(stage), 'run#')
    .filter((run) => state === undefined || run.state === state)
    .map(({ runId }) => String(runId));

/** The same event once more, from nowhere: as a replay would bring it. */
async function say(
  { stage, cohortId }: PairingDay,
  { detailType }: { readonly detailType: string },
  details: readonly object[],
): Promise<void> {
  for (const [place, detail] of details.entries()) {
    const envelope = {
      eventId: `evt_${String(place).padStart(32, '0')}`,
      occurredAt: new Date(stage.now()).toISOString(),
      correlationId: 'again',
    };
    stage.put({
      bus: 'reverse-mentoring-local',
      source: 'reverse-mentoring',
      detailType,
      detail: { ...detail, cohortId, ...envelope },
    });
  }
}

/** What does not hold once everything has come to rest. */
async function wrongAfter(day: PairingDay, items: readonly Item[], said: readonly number[]): Promise<string[]> {
  const { stage, cohortId } = day;
  const { table, close } = await tableOf(stage);
  const made = ofKind(items, 'run#').map((item) => runs.item.parse(item));
  const disagreeing = await Promise.all(made.map((run) => engineAgrees(table, run)));
  await close();
  const [cohort] = ofKind(items, 'cohort#');
  return [
    ...(await invariants(stage)),
    ...disagreeing.flat(),
    ...said.filter((status) => status >= 500).map((status) => `a page answered ${status}`),
    ...stage
      .trace()
      .flatMap((entry) =>
        entry.kind === 'run' && entry.state === 'failed' && !entry.error?.includes('crashed')
          ? [`${entry.function}: ${entry.error}`]
          : [],
      ),
    ...made.filter(({ state }) => state === 'requested').map(({ runId }) => `${runId} never came to an end`),
    ...(cohort?.state === 'consent' ? [] : [`the cohort ${cohortId} is in ${cohort?.state}`]),
    ...ofKind(items, 'pair#')
      .filter(({ runId }) => !made.some((run) => run.runId === runId && run.state === 'approved'))
      .map(({ pairId }) => `${pairId} comes from a run that nobody approved`),
    ...made
      .filter(({ state, proposedAt }) => state === 'approved' && !proposedAt)
      .map(({ runId }) => `${runId} was never proposed to the end`),
  ];
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((each) => ({ each, at: random.next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
}
