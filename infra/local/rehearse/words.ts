import { failed, type Report } from './report.ts';

type Counts = Readonly<Record<string, number>>;

/** The report as people read it in a terminal. */
export function wordsOf(report: Report): string {
  const { participants, pairs, sessions, checkIns, people, letters, parked, lost, problems } = report;
  return [
    `From ${report.from} to ${report.to} (seed ${report.seed}): cohort ${report.cohort}, ${report.messagesAccepted} messages.`,
    '',
    line('participants', participants),
    line('pairs', pairs),
    line('sessions', sessions),
    line('check-ins', checkIns),
    line('by hand', people),
    '',
    'Letters',
    ...Object.entries(letters).map(([kind, states]) => `  ${line(kind, states)}`),
    '',
    `unknown ${report.unknown} · parked ${parked.length} · lost ${lost.length} · problems ${problems.length}`,
    ...[...parked, ...lost, ...problems].map((each) => `  ${each}`),
    failed(report) ? 'The rehearsal has failed.' : 'Nothing was parked or lost.',
  ].join('\n');
}

function line(title: string, counts: Counts): string {
  const found = Object.entries(counts).map(([word, count]) => `${count} ${word}`);
  return `${title.padEnd(18)} ${found.join(', ') || 'none'}`;
}
