import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stages } from '../config.ts';
import { readHrFile } from '../local/rehearse/hr-file.ts';
import { rehearsal } from '../local/rehearse/rehearsal.ts';
import { everything } from '../local/rehearse/table.ts';
import { type Stage, startStage } from '../local/stage.ts';
import { synth } from '../synth.ts';
import { type Counted, countedFile, readPrices, type Work } from './counted.ts';
import { add, type Units, unitsOf } from './units.ts';

const day = 86_400_000;
const months = 6;
/** HR pairs when the reminder has had its week; goodbyes and the last outcomes come after the last day. */
const daysToConfirm = 14;
const daysAfterEnd = 3;
const people = new URL('../../test/data/cohort.csv', import.meta.url);
const byTheClock = ['sweep', 'redrive'];

interface Tally {
  readonly work: Map<string, Work>;
  readonly units: Units;
}

/** Counts what a stage does, as it does it. */
function meter() {
  let tally: Tally = { work: new Map(), units: {} };
  const workOf = (name: string): Work => {
    const known = tally.work.get(name) ?? { runs: 0, cold: 0, calls: 0, logBytes: 0 };
    tally.work.set(name, known);
    return known;
  };
  return {
    workOf,
    units: (more: Units) => add(tally.units, more),
    /** What was counted until now; counts from nothing again. */
    take(): Tally {
      const taken = tally;
      tally = { work: new Map(), units: {} };
      return taken;
    },
  };
}

/** The runs of all functions, and how many came after so long a pause that AWS would start the function anew. */
function countRuns(stage: Stage, workOf: (name: string) => Work, from: number, coldAfter: number): number {
  const last = new Map<string, number>();
  let seq = from;
  for (const entry of stage.trace(from)) {
    seq = entry.seq;
    if (entry.kind !== 'run') continue;
    const at = Date.parse(entry.at);
    const work = workOf(entry.function);
    work.runs++;
    if (at - (last.get(entry.function) ?? Number.NEGATIVE_INFINITY) > coldAfter) work.cold++;
    last.set(entry.function, at);
  }
  return seq;
}

/** Plays a programme of half a year on the local stage, and counts what AWS would charge for. */
export async function count(): Promise<Counted> {
  const directory = mkdtempSync(join(tmpdir(), 'cost-'));
  const counter = meter();
  const folder = new Map<string, string>();
  try {
    const assembly = await synth('local', directory, { check: false });
    const stage = await startStage({
      assembly,
      mode: 'stepped',
      seed: 'cost',
      onLog: ({ function: name, line }) => {
        counter.workOf(name).logBytes += Buffer.byteLength(line);
      },
      onCall(call, operation, answer) {
        const name = folder.get(call.role);
        if (!name) return;
        counter.workOf(name).calls++;
        // What runs by the clock is counted by itself: here the clock jumps over most of its runs.
        if (!byTheClock.includes(name)) {
          counter.units(unitsOf(operation, call.body.toString('utf8'), answer.body.toString()));
        }
      },
    });
    try {
      for (const { logicalId } of stage.resources('AWS::IAM::Role')) folder.set(logicalId, folderOfRole(logicalId));
      return await play(stage, counter);
    } finally {
      await stage.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function play(stage: Stage, counter: ReturnType<typeof meter>): Promise<Counted> {
  const file = readHrFile('cohort.csv', readFileSync(people));
  const origin = typeof stages.local.web === 'object' && 'origin' in stages.local.web ? stages.local.web.origin : '';
  const { launch, pairUp, cohort, town } = rehearsal({
    stage,
    origin,
    hrAddress: stages.local.firstAdmin,
    file,
    seed: 'cost',
  });
  const liveUntil = async (time: number) => {
    town.begin(() => Promise.resolve(), time);
    await town.live(() => stage.now() >= time);
  };
  await launch();
  await liveUntil(stage.now() + daysToConfirm * day);
  await pairUp();
  await liveUntil(Date.parse(`${cohort().end}T00:00:00Z`) + daysAfterEnd * day);
  const coldAfter = readPrices().assumed['seconds until a function is cold'] * 1_000;
  let seq = countRuns(stage, counter.workOf, 0, coldAfter);
  const { work, units } = counter.take();
  const storedBytes = Buffer.byteLength(JSON.stringify(await everything(stage)));

  const atRest: Counted['atRest'] = {};
  for (const name of byTheClock) {
    stage.invokeLater(name, {});
    await stage.settle();
    seq = countRuns(stage, counter.workOf, seq, coldAfter);
    const one = counter.take().work.get(name);
    atRest[name] = { calls: one?.calls ?? 0, logBytes: one?.logBytes ?? 0, units: restingUnits(name, one?.calls ?? 0) };
  }
  return {
    at: new Date().toISOString().slice(0, 10),
    people: file.people.length,
    months,
    work: Object.fromEntries([...work].sort(([one], [other]) => (one < other ? -1 : 1))),
    units,
    storedBytes,
    atRest,
  };
}

/** When nothing is due, a query costs the least that there is; redrive asks its queue once. */
const restingUnits = (name: string, calls: number): Units =>
  name === 'redrive' ? { 'queue requests': 1, 'dynamodb read units': calls - 1 } : { 'dynamodb read units': calls };

/** `OnPairFormedRole` → `on-pair-formed` */
const folderOfRole = (logicalId: string) =>
  logicalId
    .replace(/Role$/, '')
    .replaceAll(/(?<=.)([A-Z])/g, '-$1')
    .toLowerCase();

export async function countAnew(): Promise<Counted> {
  const counted = await count();
  writeFileSync(countedFile, `${JSON.stringify(counted, undefined, 2)}\n`);
  return counted;
}
