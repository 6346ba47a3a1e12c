import type { Stage } from '../stage.ts';
import type { Participant } from './participant.ts';
import { everything, type Item, ofKind } from './table.ts';

type Counts = Readonly<Record<string, number>>;

/** What came of a rehearsal, in numbers. */
export interface Report {
  readonly seed: string;
  readonly from: string;
  readonly to: string;
  readonly cohort: string;
  readonly participants: Counts;
  readonly pairs: Counts;
  readonly sessions: Counts;
  readonly checkIns: Counts;
  /** Kind, then state. */
  readonly letters: Readonly<Record<string, Counts>>;
  /** What people did by hand. */
  readonly people: Counts;
  readonly messagesAccepted: number;
  /** Letters of which nobody knows whether they went out. */
  readonly unknown: number;
  readonly parked: readonly string[];
  /** What was told to be saved and is not there, and what was begun and never ended. */
  readonly lost: readonly string[];
  /** What the stage had to refuse, and pages that people could do nothing with. */
  readonly problems: readonly string[];
}

export const failed = ({ parked, lost, problems }: Report): boolean =>
  parked.length + lost.length + problems.length > 0;

export interface ReportNeeds {
  stage: Pick<Stage, 'dynamoDb' | 'resources' | 'queues' | 'problems' | 'mail' | 'now'>;
  people: readonly Participant[];
  seed: string;
  from: string;
}

export async function reportOf({ stage, people, seed, from }: ReportNeeds): Promise<Report> {
  const items = await everything(stage);
  const checkIns = ofKind(items, 'check-in#');
  const letters = ofKind(items, 'letter#');
  const sessions = ofKind(items, 'session#');
  const counted = (list: readonly Item[]) => counts(list.map(({ state }) => String(state)));
  return {
    seed,
    from,
    to: new Date(stage.now()).toISOString(),
    cohort: String(ofKind(items, 'cohort')[0]?.state),
    participants: counted(ofKind(items, 'participant#')),
    pairs: counted(ofKind(items, 'pair#')),
    sessions: counted(sessions),
    checkIns: counted(checkIns),
    letters: Object.fromEntries(
      [...Map.groupBy(letters, ({ kind }) => String(kind))]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([kind, list]) => [kind, counted(list)]),
    ),
    people: counts(people.flatMap(({ memory }) => memory.did)),
    messagesAccepted: stage.mail().length,
    unknown: letters.filter(({ state }) => state === 'unknown').length,
    parked: parkedOn(stage, items),
    lost: lostOf(people, { checkIns, sessions, letters, outbox: items.filter(({ pk }) => pk.startsWith('outbox#')) }),
    problems: [
      ...stage.problems(),
      ...people.flatMap(({ address, memory }) => memory.surprises.map((surprise) => `${address}: ${surprise}`)),
    ],
  };
}

function parkedOn(stage: ReportNeeds['stage'], items: readonly Item[]): string[] {
  const queued = Object.entries(stage.queues()).flatMap(([name, { visible, notVisible, delayed }]) =>
    /parked/i.test(name) && visible + notVisible + delayed > 0 ? [`${visible + notVisible + delayed} in ${name}`] : [],
  );
  return [...queued, ...ofKind(items, 'parked#').map(({ sk }) => sk)].sort();
}

interface Kept {
  checkIns: readonly Item[];
  sessions: readonly Item[];
  letters: readonly Item[];
  outbox: readonly Item[];
}

function lostOf(people: readonly Participant[], { checkIns, sessions, letters, outbox }: Kept): string[] {
  const told = (what: (memory: Participant['memory']) => number) =>
    people.reduce((sum, { memory }) => sum + what(memory), 0);
  const answers = told(({ answered }) => answered.size);
  const answered = checkIns.filter(({ answeredAt }) => answeredAt !== undefined).length;
  const logs = told(({ logged }) => logged.size);
  const logged = sessions.reduce((sum, { logs: views }) => sum + Object.keys(views ?? {}).length, 0);
  const open = letters.filter(({ state }) => state === 'planned' || state === 'submitting');
  return [
    ...(answered < answers ? [`${answers - answered} of ${answers} saved answers`] : []),
    ...(logged < logs ? [`${logs - logged} of ${logs} logged sessions`] : []),
    ...open.map(({ kind, state }) => `a ${kind} letter is still ${state}`),
    ...outbox.map(({ sk }) => `never published: ${sk}`),
  ];
}

function counts(words: readonly string[]): Counts {
  const found = new Map<string, number>();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}
