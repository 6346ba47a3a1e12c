import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { stages } from '../../config.ts';
import { Mistyped, plainly, tellUsage } from '../../plainly.ts';
import { synth } from '../../synth.ts';
import { type Stage, startStage } from '../stage.ts';
import { type HrFile, readHrFile } from './hr-file.ts';
import { showProgress } from './progress.ts';
import { rehearsal } from './rehearsal.ts';
import { failed, type Report, reportOf } from './report.ts';
import { wordsOf } from './words.ts';

const usage = `npm run rehearse -- --cohort FILE.csv [--seed N] [--until closed|paired|<days>] [--report FILE.json]

Plays a cohort from its first letter on a local stage whose clock jumps from one due moment to the next. People are
simulated by opening and answering their mail. Exits with 1 if anything was parked or lost.`;

const day = 86_400_000;
/** HR pairs when the reminder has had its week. */
const daysToConfirm = 14;
/** Two questions, one after the other, each for seven working days; the last morning settles. */
const daysToPair = 23;
/** Goodbyes and the last outcomes of letters come after the last day. */
const daysAfterEnd = 3;

interface Asked {
  file: string;
  seed: string;
  /** Days from the launch on, or one of two moments. */
  until: 'closed' | 'paired' | number;
  report: string | undefined;
}

/** What somebody asks for; `help` where they want to be told first, nothing where that cannot be understood. */
function asked(): Asked | 'help' | undefined {
  const { values } = parseArgs({
    options: {
      cohort: { type: 'string' },
      seed: { type: 'string', default: '1' },
      until: { type: 'string', default: 'closed' },
      report: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { cohort, seed, until, report } = values;
  const days = Number(until);
  const moment = until === 'closed' || until === 'paired' ? until : days > 0 ? days : undefined;
  if (values.help) return 'help';
  return cohort === undefined || moment === undefined ? undefined : { file: cohort, seed, until: moment, report };
}

/** Read before anything is built: whoever mistyped should not wait for the news. */
function fileOf(file: string): HrFile {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Mistyped(error instanceof Error ? `${file}: ${error.message}` : file);
  }
  const hrFile = readHrFile(basename(file), bytes);
  if (hrFile.people.length === 0) throw new Mistyped(`${file} names nobody with a role and an address`);
  return hrFile;
}

async function play(stage: Stage, hrFile: HrFile, { seed, until }: Asked): Promise<Report> {
  const { web, firstAdmin } = stages.local;
  const origin = typeof web === 'object' && 'origin' in web ? web.origin : 'http://localhost:4400';
  const from = new Date(stage.now()).toISOString();
  const { town, people, launch, pairUp, cohort } = rehearsal({
    stage,
    origin,
    hrAddress: firstAdmin,
    file: hrFile,
    seed,
  });
  await launch();
  const launched = stage.now();
  const end = Date.parse(`${cohort().end}T00:00:00Z`) + daysAfterEnd * day;
  const last =
    typeof until === 'number'
      ? launched + until * day
      : until === 'paired'
        ? launched + (daysToConfirm + daysToPair) * day
        : end;
  const progress = showProgress(launched, last);
  const at = (now: number) => progress.at(now, { letters: stage.mail().length });
  const liveUntil = async (time: number) => {
    town.begin(() => Promise.resolve(), time);
    await town.live(() => stage.now() >= time, at);
  };
  await liveUntil(Math.min(launched + daysToConfirm * day, last));
  if (last > stage.now()) await pairUp();
  await liveUntil(last);
  progress.end();
  return reportOf({ stage, people, seed, from });
}

async function main(): Promise<number> {
  const order = asked();
  if (!order || order === 'help') return tellUsage(usage, order === 'help');
  const hrFile = fileOf(order.file);
  const begun = performance.now();
  const directory = mkdtempSync(join(tmpdir(), 'rehearse-'));
  try {
    const assembly = await synth('local', directory, { check: false });
    const stage = await startStage({ assembly, mode: 'stepped', seed: order.seed });
    try {
      const report = await play(stage, hrFile, order);
      console.log(wordsOf(report));
      if (order.report !== undefined) writeFileSync(order.report, `${JSON.stringify(report, undefined, 2)}\n`);
      console.error(`${((performance.now() - begun) / 1000).toFixed(1)} s`);
      return failed(report) ? 1 : 0;
    } finally {
      await stage.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

await plainly('rehearse', main);
