import type { Played } from '../../support/mail-wave.ts';

export interface Row {
  readonly name: string;
  readonly played: Played;
  /** On this machine. */
  readonly realSeconds: number;
  /** How many waves these are the sums of. */
  readonly waves: number;
}

/** Without faults a wave should take no longer than this, as a multiple of what SES's rate alone would take. */
export const most = 1.03;

const columns = [
  '',
  'waves',
  'letters',
  'accepted',
  'twice',
  'unknown',
  'parked',
  'wave s',
  'ideal s',
  'ratio',
  'real s',
];

/** A wave that stands beside its target carries it; a slower one is marked and fails nothing. */
export function table(rows: readonly Row[], targeted: ReadonlySet<string>): string {
  const cells = rows.map(({ name, played, realSeconds, waves }) => {
    const ratio = played.seconds / played.ideal;
    const target = targeted.has(name) ? ` ≤ ${most}${ratio > most ? ' !' : ''}` : '';
    return [
      name,
      String(waves),
      ...[played.letters, played.accepted, played.twice, played.unknown, played.parked].map(String),
      played.seconds.toFixed(1),
      played.ideal.toFixed(1),
      `${ratio.toFixed(3)}${target}`,
      realSeconds.toFixed(0),
    ];
  });
  const lines = [columns, ...cells];
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
