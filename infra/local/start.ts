import { readFileSync } from 'node:fs';
import { stages } from '../config.ts';
import { enrolSample } from './enrol-sample.ts';
import type { LogLine } from './machinery.ts';
import { readHrFile } from './rehearse/hr-file.ts';
import { refuseTakenPort } from './ses/inbox.ts';
import { type Stage, startStage } from './stage.ts';

const usage = `npm start               the app on this machine with a sample cohort, on real time until somebody moves the clock
npm start -- --empty    without the cohort, for whoever follows docs/hr-guide.md

PORT (4400) and INBOX_PORT (4410) choose the ports. Needs no account and no network.`;
const sample = new URL('../../test/data/cohort.csv', import.meta.url);
const { firstAdmin } = stages.local;
const ending = 'Ctrl-C stops the stage; nothing of it remains.';
let stage: Stage | undefined;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

try {
  const options = process.argv.slice(2);
  if (options.includes('--help')) {
    console.log(usage);
    process.exit();
  }
  const strange = options.find((option) => option !== '--empty');
  if (strange !== undefined) throw new Error(`there is no ${strange}: npm start, or npm start -- --empty`);
  const port = portOf('PORT', 4400);
  const inboxPort = portOf('INBOX_PORT', 4410);
  if (port === inboxPort) throw new Error('PORT and INBOX_PORT must differ.');
  // Before the build: whoever has forgotten a running stage should not wait for the news.
  await refuseTakenPort(port, 'PORT');
  await refuseTakenPort(inboxPort, 'INBOX_PORT');
  console.log('Building the functions and the template …');
  const origin = `http://localhost:${port}`;
  const assembly = await builtFor(origin);
  stage = await startStage({
    assembly,
    mode: 'real-time',
    port,
    inboxPort,
    onLog: showTroubles,
    onProblem: (sentence) => console.error(`! ${sentence}`),
  });
  const inbox = `http://localhost:${inboxPort}`;
  console.log(`\n${links(origin, inbox, stage.endpoint)}`);
  if (process.argv.includes('--empty')) console.log(fromEmptyDesk(origin, inbox));
  else {
    console.log('\nHR enrols a sample cohort:');
    await enrolSample({
      stage,
      origin,
      hrAddress: firstAdmin,
      file: readHrFile('cohort.csv', readFileSync(sample)),
      onStep: (step) => console.log(`  ✓ ${step}`),
      onLetters: showLetters,
    });
    console.log(whatNext(origin, inbox));
  }
} catch (error) {
  if (!stopping) await fail(error);
}

/** The CDK takes its time to load: the functions are bundled meanwhile. */
async function builtFor(origin: string): Promise<string> {
  const { buildAll } = await import('../build/build.ts');
  const [{ synth }] = await Promise.all([import('../synth.ts'), buildAll()]);
  return synth('local', undefined, { build: false, check: false, changes: { web: { origin } } });
}

function links(origin: string, inbox: string, endpoint: string): string {
  return [
    `  Front page   ${origin}   (the clock, and what is due)`,
    `  HR's desk    ${origin}/desk`,
    `  Inbox        ${inbox}`,
    `  AWS          ${endpoint}   (for \`npm run parked\` and its like: see docs/operations.md)`,
  ].join('\n');
}

function fromEmptyDesk(origin: string, inbox: string): string {
  const next = `Sign in at ${origin}/desk as ${firstAdmin}; the link comes to ${inbox}.`;
  return `\n${next} Then step by step: docs/hr-guide.md.\n\n${ending}`;
}

function whatNext(origin: string, inbox: string): string {
  return [
    '',
    'Your turn:',
    '',
    `  1. Open the inbox, ${inbox}, and say yes in the letter of one junior and one senior.`,
    `  2. Sign in at ${origin}/desk as ${firstAdmin}; the link comes to the same inbox. Pair the two.`,
    `  3. Move the clock at ${origin}, and watch the check-in letters come.`,
    '',
    ending,
  ].join('\n');
}

/** One line that counts where somebody watches, the end of it where a file does. */
function showLetters(arrived: number, of: number) {
  const done = arrived === of;
  if (process.stdout.isTTY) process.stdout.write(`\r  ${done ? '✓' : '…'} ${arrived} of ${of} letters have arrived`);
  else if (done) process.stdout.write(`  ✓ ${arrived} of ${of} letters have arrived`);
  if (done) process.stdout.write('\n');
}

function portOf(variable: string, usual: number): number {
  const given = process.env[variable];
  if (given === undefined || given === '') return usual;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${variable} is no port: ${given}`);
  return port;
}

/** Of what the functions log, only that which somebody should look at; warnings tell of what is tried again. */
function showTroubles({ function: name, line }: LogLine) {
  if (/"level":"(ERROR|CRITICAL)"/.test(line) || !line.startsWith('{')) console.error(`! ${name}: ${line}`);
}

/** The first time in good order; whoever asks again does not want to wait. */
function stop() {
  if (stopping) process.exit(130);
  stopping = true;
  void Promise.resolve(stage?.close()).finally(() => process.exit(0));
}

async function fail(error: unknown) {
  console.error(error instanceof Error ? error.message : error);
  await stage?.close();
  process.exit(1);
}
