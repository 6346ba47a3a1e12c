import type { Random } from '../clock/random.ts';

/** How a simulated person behaves. Days and hours are of stage time; chances lie between 0 and 1. */
export interface Character {
  readonly confirms: 'yes' | 'no' | 'when reminded' | 'never';
  /** About a pair that is proposed. `at once`: reads the question as soon as it is there, and says yes. */
  readonly consents: 'at once' | 'yes' | 'no' | 'when reminded' | 'never';
  /** Hours until a letter is read. */
  readonly reads: { readonly from: number; readonly to: number };
  /** Chance to answer a check-in from its first letter; and if not, from the reminder. */
  readonly answers: number;
  readonly answersReminder: number;
  /** Answers the reminder by a plain reply with these words, where it says that one may. */
  readonly repliesToReminder?: string;
  /** Chance to change an answer later the same day. */
  readonly changesMind: number;
  /** Chance to log a session that has taken place. */
  readonly logs: number;
  /** Once, with the check-in of this number (counted from 1). */
  readonly asksForHelp?: { readonly at: number; readonly contact: 'coordinator' | 'independent contact' };
  /** Once, this many days after being introduced. */
  readonly pauses?: { readonly after: number; readonly days: number };
  readonly leaves?: { readonly after: number };
  readonly stopsCheckIns?: { readonly after: number };
}

/** Reads within a day and does what is asked. */
export const diligent: Character = {
  confirms: 'yes',
  consents: 'at once',
  reads: { from: 1, to: 20 },
  answers: 1,
  answersReminder: 1,
  changesMind: 0,
  logs: 1,
};

const usual = (random: Random): Character => ({
  ...diligent,
  consents: 'yes',
  reads: { from: 0.2, to: 10 + 60 * random.next() },
  answers: 0.5 + 0.4 * random.next(),
  answersReminder: 0.4,
  changesMind: 0.1,
  logs: 0.85,
});

/** What happens at least once in a company of some size, besides the usual. */
const twists: readonly Partial<Character>[] = [
  { confirms: 'no' },
  { confirms: 'never' },
  { asksForHelp: { at: 2, contact: 'independent contact' }, answers: 1 },
  { pauses: { after: 40, days: 30 } },
  { leaves: { after: 75 } },
  { stopsCheckIns: { after: 50 }, answers: 0.5 },
  { asksForHelp: { at: 3, contact: 'coordinator' }, answers: 1 },
  { confirms: 'when reminded' },
  { consents: 'no' },
  { consents: 'when reminded' },
  { consents: 'never' },
];

/** A character for each address: the same for the same seed. A company under 12 has no twists. */
export function characters(addresses: readonly string[], random: Random): Map<string, Character> {
  const order = shuffled(addresses, random);
  const first = addresses.length >= 12 ? twists : [];
  return new Map(order.map((address, place) => [address, { ...usual(random), ...first[place] }]));
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(Math.floor(random.next() * rest.length), 1));
  return order;
}
