import type { PersonId } from '../../events/ids.ts';
import type { Change, Objective } from '../../shared/pairing/run.ts';
import type { People } from './people.ts';
import { type Found, isOptimal, type Proof, refusedOf } from './result-json.ts';

/** A terminal is not read any further; `--json` has everybody. */
const mostLines = 200;

/** The result for people, on standard output: the same bytes for the same people, rules and seed. */
export function wordsOf(found: Found, people: People, proof: Proof): string {
  const { result, objective, digest } = found;
  const { pairs, unmatched } = result;
  const refused = refusedOf(found, people);
  const name = (person: PersonId) => {
    const entry = people.of(person);
    return entry ? `${entry.name} (${entry.employeeId})` : person;
  };
  return [
    ...summaryOf(pairs.length, objective, isOptimal(proof)),
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
    `digest ${digest}`,
  ].join('\n');
}

function summaryOf(pairs: number, { people, worst, total }: Objective, optimal: boolean): string[] {
  if (pairs === 0 && optimal) return ['The rules allow no pair at all.'];
  const claim = (words: string) => (optimal ? `: ${words}.` : '.');
  return [
    `${pairs} pairs give ${people} people a partner${claim('no other result gives one to more')}`,
    `The worst pair has ${worst} points${claim('with as many people, no other result has a better worst pair')}`,
    `All pairs together have ${total} points${claim('with that, no other result has more')}`,
    ...(optimal ? [] : ['It is not proved that no other result is better.']),
  ];
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
  return `could have a pair with ${partner} if ${ifs.join(' and ')}`;
}
