import { once } from 'node:events';
import { type Order, readOrder, usage } from './order.ts';
import { type People, readPeople } from './people.ts';
import { showProgress } from './progress.ts';
import { Refused } from './refused.ts';
import { resultJson } from './result-json.ts';
import { readRules } from './rules-file.ts';
import { run } from './run.ts';
import { wordsOf } from './words.ts';

/** Bad lines of the file that are shown one by one. */
const mostBadLines = 20;

async function main(): Promise<number> {
  const order = readOrder(process.argv.slice(2));
  if (order === 'help') {
    console.log(usage);
    return 0;
  }
  const begun = performance.now();
  const people = await readAll(order);
  tellBadLines(people);
  const { rules, candidates } = readRules(order.rules, people);
  const progress = showProgress();
  try {
    const { found, verified } = run({ people, candidates, rules, seed: order.seed }, progress.at);
    const proof = order.verify ? verified() : undefined;
    progress.end();
    await print(order.json ? resultJson(found, people, proof) : [`${wordsOf(found, people, proof)}\n`]);
    for (const line of proof?.says ?? []) (order.json ? console.error : console.log)(line);
    // Never with the result: that is the same bytes each time.
    const megabytes = process.resourceUsage().maxRSS / 1_024;
    console.error(`${((performance.now() - begun) / 1_000).toFixed(1)} s, ${megabytes.toFixed(0)} MB at most`);
    return proof?.proved === false ? 1 : 0;
  } finally {
    progress.end();
  }
}

async function readAll({ people }: Order): Promise<People> {
  const progress = showProgress();
  try {
    return await readPeople(people, (share) => progress.at('reading', share));
  } finally {
    progress.end();
  }
}

function tellBadLines({ refused, ignoredColumns }: People): void {
  for (const { says } of refused.slice(0, mostBadLines)) console.error(says);
  if (refused.length > mostBadLines) console.error(`… and ${refused.length - mostBadLines} more lines`);
  if (ignoredColumns.length > 0) console.error(`ignored columns: ${ignoredColumns.join(', ')}`);
}

/** Waits where the reader is slower than we are: the result of a large house is large. */
async function print(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
}

// Whoever reads only the first lines has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  for (const line of error.lines) console.error(line);
  process.exitCode = 2;
}
