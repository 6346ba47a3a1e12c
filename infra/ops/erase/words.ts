import type { Found } from './erase.ts';

/** What of each kind goes. */
const whatGoes: Readonly<Record<string, string>> = {
  participant: 'name, address, facts of HR, own words (or, of others, who schedules for them)',
  person: 'with whom they were paired',
  submission: 'lines of files and forms, or where others name them',
  'check-in': 'answers, also sealed ones',
  session: 'their account of a meeting; that it was stays',
  letter: 'not sent yet, and now never',
  task: 'the note of a task; one about them is dropped',
  'hr-import': 'their name among lines that were not taken',
  'source-example': 'the last call of a form elsewhere',
  alias: 'what leads from an address or employee id to them, with its history',
  'run-input': 'what a pairing looked at: its exact alternatives are not computed any more',
  page: 'an HR file that was kept too long',
  'raw-page': 'an HR file that was kept too long',
};

const hands: Readonly<Record<string, string>> = {
  member: 'they work at the desk: end their access there (Team)',
  cohort: 'they are a contact of a cohort: change its settings at the desk',
};

/** What is found of somebody, for whoever is to decide. */
export function sentences({ who, plan }: Found): string[] {
  const counts = new Map<string, number>();
  for (const { kind } of plan.blanked) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const { kind, pk } of plan.deleted) {
    const name = kind === 'audit' && pk.startsWith('alias#') ? 'alias' : kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const where = who.participants.map(({ cohortId, state }) => `${cohortId} (${state})`);
  return [
    `${who.personId}: ${where.length > 0 ? where.join(', ') : 'in no cohort'}`,
    ...(counts.size === 0 ? ['    nothing of theirs is left that this command can take out'] : []),
    ...[...counts].sort().map(([kind, count]) => `${String(count).padStart(8)} ${kind}: ${whatGoes[kind] ?? ''}`),
    ...who.others.map(
      (other) =>
        `  by hand ${other}: an address or employee id of theirs leads there, and stays; if that is the same person: --person ${other}`,
    ),
    ...plan.byHand.map(
      ({ kind, pk, sk }) => `  by hand ${pk} ${sk}: ${hands[kind] ?? 'somebody wrote their name or address there'}`,
    ),
  ];
}
