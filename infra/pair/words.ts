import type { PersonId } from '../../events/ids.ts';
import type { Change } from '../../shared/pairing/run.ts';
import type { People } from './people.ts';
import { type Found, refusedOf } from './result-json.ts';

/** A terminal is not read any further; `--json` has everybody. */
const mostLines = 200;

/** The result for people, on standard output. */
export function wordsOf(found: Found, people: People, seconds: number): string {
  const { result, objective, digest } = found;
  const { pairs, unmatched } = result;
  const refused = refusedOf(found, people);
  const name = (person: PersonId) => {
    const entry = people.of(person);
    return entry ? `${entry.name} (${entry.employeeId})` : person;
  };
  const summary =
    pairs.length === 0
      ? ['The rules allow no pair at all.']
      : [
          `${pairs.length} pairs give ${objective.people} people a partner: no other result gives one to more.`,
          `The worst pair has ${objective.worst} points: with as many people, no other result has a better worst pair.`,
          `All pairs together have ${objective.total} points: with that, no other result has more.`,
        ];
  return [
    ...summary,
    ...section(
      'Pairs, best first',
      pairs.map(({ junior, senior, points, total, pinned }) => [
        name(junior),
        name(senior),
        String(total),
        [...Object.entries(points).map(([rule, each]) => `${rule} ${each}`), ...(pinned ? ['pinned'] : [])].join(', '),
      ]),
    ),
    ...section(
      'Without a pair',
      unmatched.map(({ person, reasons, smallestChange }) => [
        name(person),
        Object.entries(reasons)
          .sort(([, a], [, b]) => b - a)
          .map(([rule, count]) => `${rule} ${count}`)
          .join(', '),
        smallestChange ? changeInWords(smallestChange, name(smallestChange.partner)) : 'no small change would help',
      ]),
    ),
    ...section(
      'Could not take part',
      refused.map(({ person, rule }) => [person, rule]),
    ),
    '',
    `${seconds.toFixed(1)} s, digest ${digest}`,
  ].join('\n');
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, mostLines);
  const widths = (shown[0] ?? []).map((_, at) => Math.max(...shown.map((row) => row[at]?.length ?? 0)));
  const left = rows.length - shown.length;
  return [
    '',
    `${title}: ${rows.length}`,
    ...shown.map((row) => `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd()),
    ...(left > 0 ? [`  … and ${left} more (--json has all)`] : []),
  ];
}

/** What would have to be different about the two, for the rules that may give way and have no value to lower. */
const ifRule: Record<string, string> = {
  language: 'they shared a language',
  topic: 'they shared a topic',
  blocked: 'they were not blocked',
};

function changeInWords({ rules, minLevelGap, minOverlapHours, place }: Change, partner: string): string {
  const ifs = rules.map((rule) => {
    if (rule === 'level-gap' && minLevelGap !== undefined) return `minLevelGap were ${minLevelGap}`;
    if (rule === 'hours' && minOverlapHours !== undefined) return `minOverlapHours were ${minOverlapHours}`;
    return ifRule[rule] ?? `${rule} gave way`;
  });
  if (place) ifs.push(`${partner} took one more`);
  return `would have a pair with ${partner} if ${ifs.join(' and ')}`;
}
