import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Stage, startStage } from '../../infra/local/stage.ts';
import { synth } from '../../infra/synth.ts';
import { makeWave, type Played, playWave, type Wave } from '../support/mail-wave.ts';
import { crashesOf, faultOf } from './mail/crashes.ts';
import { type Row, table } from './mail/table.ts';
import { optionsOf } from './options.ts';

const values = optionsOf({
  letters: { type: 'string', default: '2000' },
  copies: { type: 'string', default: '10' },
  /** Letters of each wave in which a function dies. */
  small: { type: 'string', default: '20' },
  /** Calls of each function, at most, at which it dies. */
  places: { type: 'string', default: '60' },
  /** `plain`, `throttled` or `crashes`. */
  only: { type: 'string' },
});
const letters = Number(values.letters);
const copies = Number(values.copies);
const small = Number(values.small);
const wanted = (part: string) => values.only === undefined || values.only === part;

const seconds = () => performance.now() / 1000;
const rows: Row[] = [];
const wrong: string[] = [];

/** A third of a mixed wave is of the kind that goes out once more where nobody knows what became of it. */
const mixed = (count: number) => {
  const invited = Math.floor(count / 3) + ((count - Math.floor(count / 3)) % 2);
  return { pairs: (count - invited) / 2, invited };
};

async function play(name: string, stage: Stage, wave: Wave, goesWrong: () => void): Promise<void> {
  const began = seconds();
  const played = await playWave(stage, wave, { cold: true, goesWrong });
  rows.push({ name, played, realSeconds: seconds() - began, waves: 1 });
  wrong.push(...played.wrong.map((sentence) => `${name}: ${sentence}`));
  progress(name);
}

async function large(stage: Stage): Promise<string> {
  const name = `${letters} letters, every event ${copies} times, shuffled`;
  const wave = await makeWave(stage, { pairs: letters / 2, invited: 0 });
  const many = () => stage.faults.deliveries({ copies, batches: 1, shuffle: true });
  if (wanted('plain')) {
    await play(name, stage, wave, many);
    const { accepted = 0, twice = 0 } = rows.at(-1)?.played ?? {};
    if (accepted !== letters || twice > 0) wrong.push(`${name}: ${accepted} accepted, ${twice} of them twice`);
  }
  if (wanted('throttled')) {
    await play('  and SES throttles every tenth call', stage, wave, () => {
      many();
      for (let nth = 10; nth < letters * 1.2; nth += 10) {
        stage.faults.inject({ ...sending, when: 'before', effect: 'throttle', nth });
      }
    });
    await play('  and the table throttles every 200th call', stage, wave, () => {
      many();
      for (const operation of ['dynamodb:GetItem', 'dynamodb:TransactWriteItems', 'dynamodb:UpdateItem']) {
        for (let nth = 200; nth < letters * 50; nth += 200) {
          stage.faults.inject({ operation, when: 'before', effect: 'throttle', nth });
        }
      }
    });
  }
  return name;
}
const sending = { function: 'send-letters', operation: 'ses:SendRawEmail' } as const;

async function crashes(stage: Stage): Promise<void> {
  const wave = await makeWave(stage, mixed(small));
  const many = () => stage.faults.deliveries({ copies: 3, batches: 1, shuffle: true });
  const undisturbed = await playWave(stage, wave, { cold: true, goesWrong: many });
  wrong.push(...undisturbed.wrong);
  const all = crashesOf(stage.faults.calls, Number(values.places));
  const groups = Map.groupBy(all, (crash) => `${crash.function} dies ${crash.when} a call`);
  for (const [name, group] of groups) {
    const began = seconds();
    const played: Played[] = [];
    for (const [at, crash] of group.entries()) {
      progress(`${name}: ${at + 1} of ${group.length}`);
      let struck = () => 0;
      const goesWrong = () => {
        many();
        ({ struck } = stage.faults.inject(faultOf(crash)));
      };
      const one = await playWave(stage, wave, { cold: true, goesWrong });
      const where = `${crash.function} dies ${crash.when} call ${crash.nth} (${crash.operation})`;
      if (struck() !== 1) wrong.push(`${where}: not reached`);
      wrong.push(...one.wrong.map((sentence) => `${where}: ${sentence}`));
      played.push(one);
    }
    rows.push({ name, played: together(played), realSeconds: seconds() - began, waves: group.length });
  }
}

/** The sums of several waves; of their length the longest. */
function together(waves: readonly Played[]): Played {
  const sum = (of: (one: Played) => number) => waves.reduce((all, one) => all + of(one), 0);
  return {
    letters: sum((one) => one.letters),
    accepted: sum((one) => one.accepted),
    twice: sum((one) => one.twice),
    unknown: sum((one) => one.unknown),
    parked: sum((one) => one.parked),
    seconds: Math.max(...waves.map((one) => one.seconds)),
    ideal: waves[0]?.ideal ?? Number.NaN,
    wrong: [],
  };
}

function progress(text: string) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
  else if (!/ [^1] of|[1-9]\d of/.test(text)) process.stderr.write(`${text}\n`);
}

const directory = mkdtempSync(join(tmpdir(), 'bench-mail-'));
try {
  const assembly = await synth('local', directory, { check: false });
  const stage = await startStage({ assembly, mode: 'stepped', seed: 'bench' });
  let targeted = '';
  if (wanted('plain') || wanted('throttled')) targeted = await large(stage);
  if (wanted('crashes')) await crashes(stage);
  await stage.close();
  if (process.stderr.isTTY) progress('');
  console.log(`SES at 14 a second on the stage's clock. A wave lasts from the moment that falls due to the last acceptance;
the ideal is what SES's rate alone would take. The letters of the large waves are check-ins of ${letters / 2} pairs, which were
written into the table and not enrolled; from the schedule that rings to SES everything is real. Where a function
dies, each wave has ${small} letters only, every event 3 times, shuffled, and one death, at up to ${values.places} calls spread over the
fullest run of the function: of many waves the sums, and the longest. “Unknown” are letters of which the ledger says so; “twice” may only be those that say “send once more”.

${table(rows, new Set([targeted]))}
`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
for (const sentence of wrong.slice(0, 50)) console.log(`wrong: ${sentence}`);
if (wrong.length > 50) console.log(`… and ${wrong.length - 50} more`);
process.exitCode = wrong.length > 0 ? 1 : 0;
