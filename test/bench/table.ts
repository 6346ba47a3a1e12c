export interface Figures {
  readonly name: string;
  /** Milliseconds above an empty module. */
  readonly load: number;
  /** Bytes. */
  readonly size: number;
  readonly service: string | undefined;
  readonly failure: string;
}

/** People open these from a letter, on a phone, once: they must be there at once. */
const participantPages = new Set(['answer', 'confirm', 'enrol', 'help', 'me']);
const most = (name: string) => ({ load: 0.8, size: participantPages.has(name) ? 0.4 : 0.45 });

const columns = ['function', 'load', '≤', 'size', '≤', 'ms', 'KB', 'first call'] as const;

/** Ratios to the typical stack, beside what they should be at most. A figure above it is marked and fails nothing. */
export function table(
  typical: Figures,
  functions: readonly Figures[],
  { rounds, nothing }: { rounds: number; nothing: number },
): string {
  const row = (each: Figures) => {
    const limit = most(each.name);
    const mark = (value: number, ceiling: number) => `${value.toFixed(2)}${value > ceiling ? ' !' : '  '}`;
    return [
      each.name,
      mark(each.load / typical.load, limit.load),
      limit.load.toFixed(2),
      mark(each.size / typical.size, limit.size),
      limit.size.toFixed(2),
      each.load.toFixed(0),
      (each.size / 1000).toFixed(0),
      each.service ?? (each.failure ? `none: ${each.failure}` : 'none'),
    ];
  };
  const rows = [columns.map(String), ...functions.map(row)];
  const widths = columns.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0)));
  const lines = rows.map((cells) =>
    cells
      .map((cell, at) =>
        at === 0 || at === columns.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [
    `Load and first answered call above an empty module (${nothing.toFixed(0)} ms), and bundle size, as ratios to the typical stack`,
    `(${typical.load.toFixed(0)} ms, ${(typical.size / 1000).toFixed(0)} KB). Medians of ${rounds} interleaved rounds; “!” is above what it should be.`,
    '',
    ...lines,
  ].join('\n');
}
