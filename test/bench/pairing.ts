import { optionsOf } from './options.ts';
import { largest } from './pairing/largest.ts';
import {
  type Comparison,
  compare,
  enoughRounds,
  medianOf,
  mostMegabytes,
  type Round,
  roundsOf,
} from './pairing/process.ts';

const values = optionsOf({
  rounds: { type: 'string', default: String(enoughRounds) },
  only: { type: 'string' },
  /** Also 100,000 juniors and 30,000 seniors: minutes. */
  largest: { type: 'boolean', default: false },
});

interface Case {
  readonly name: string;
  readonly ours: Round;
  readonly theirs: Round;
  /** Both must find the same. */
  readonly same: boolean;
  /** The ratio should be at most this. A higher one is marked and fails nothing. */
  readonly most?: number;
}

const square = (kind: string, n: number, most?: number): Case => ({
  name: `n = ${n}, ${kind}: ours / munkres`,
  ours: ['ours', kind, String(n)],
  theirs: ['munkres', kind, String(n)],
  same: true,
  ...(most === undefined ? {} : { most }),
});
const whole = (juniors: number, seniors: number, places: number, most: number): Case => {
  const size = [juniors, seniors, places].map(String);
  return {
    name: `${size.join(' × ')}: whole run / plain pass`,
    ours: ['run', ...size],
    theirs: ['plain', ...size],
    same: true,
    most,
  };
};

const cases: readonly Case[] = [
  square('random', 1_000),
  square('random', 5_000, 0.15),
  square('scores', 2_000),
  square('house', 2_000),
  whole(1_000, 1_000, 1, 4),
  whole(1_000, 300, 4, 4),
  whole(5_000, 5_000, 1, 2.5),
  whole(5_000, 1_500, 4, 2.5),
  whole(10_000, 3_000, 4, 2),
  {
    name: 'n = 5000: many ties / random costs',
    ours: ['ours', 'ties', '5000'],
    theirs: ['ours', 'random', '5000'],
    same: false,
    most: 1.2,
  },
];

console.log(
  'case                                             ratio  of rounds  should be   ours ms  other ms   MB   MB',
);
for (const each of cases.filter(({ name }) => !values.only || name.includes(values.only))) {
  const found = await compare(each.ours, each.theirs, { same: each.same, rounds: Number(values.rounds) }, progress);
  progress('');
  console.log(lineOf(each, found));
}
if (values.largest) {
  const { seconds, megabytes, says } = await largest(progress);
  progress('');
  console.log(
    `\n100000 × 30000 × 4 by npm run pair: ${seconds.toFixed(0)} s (aim: 60), ${megabytes.toFixed(0)} MB (at most 512)`,
  );
  console.log(says);
}

function lineOf({ name, most }: Case, found: Comparison): string {
  const { ours, theirs } = found;
  const [mine, other] = [medianOf(ours), medianOf(theirs)];
  const ratio = mine / other;
  return [
    name.padEnd(48),
    `${ratio.toFixed(2)}${most !== undefined && ratio > most ? ' !' : '  '}`.padStart(6),
    roundsOf(found).padEnd(10),
    (most === undefined ? '' : `≤ ${most}`).padStart(8),
    mine.toFixed(0).padStart(10),
    other.toFixed(0).padStart(9),
    mostMegabytes(ours).toFixed(0).padStart(5),
    mostMegabytes(theirs).toFixed(0).padStart(4),
  ].join(' ');
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
