import type { Invoker } from '../../shared/parked/invoke.lambda.ts';
import { deliver, type Parked, parkAgain, parkedItems, parkedStates } from '../../shared/parked/parked.ts';
import { type Command, unnumbered } from '../../shared/table/aggregate.ts';
import { prefixOf } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import { Refused, shortName } from './command.ts';

export interface CaseNeeds {
  readonly stage: string;
  readonly table: Table;
  readonly invoker: Invoker;
  /** The envelope of what the operator does: by whom, when, and why. */
  command(name: string, why: string): Command;
}

/** `on-pair-formed/evt_1f…`: how people name what is parked. */
export const caseOf = (stage: string, { function: name, eventId }: Pick<Parked, 'function' | 'eventId'>): string =>
  `${shortName(stage, name)}/${eventId}`;

const isOpen = ({ state }: Parked): boolean => state === 'waiting' || state === 'for-a-person';

/** Everything that somebody still has to think about; `all` adds what was delivered or dropped. */
export async function cases({ table }: CaseNeeds, { all = false } = {}): Promise<Parked[]> {
  const found = await Array.fromAsync(table.list(parkedItems, ['parked'], prefixOf.parked));
  return found
    .filter((item) => all || isOpen(item))
    .sort((one, other) => (one.firstParkedAt < other.firstParkedAt ? -1 : 1));
}

/** By the whole name, or by the event alone where only one function failed over it. */
export async function findCase(needs: CaseNeeds, id: string): Promise<Parked> {
  const known = await cases(needs, { all: true });
  const exact = known.find((item) => caseOf(needs.stage, item) === id);
  if (exact) return exact;
  const [one, another] = known.filter(({ eventId }) => eventId === id);
  if (one && another) {
    const names = known.filter(({ eventId }) => eventId === id).map((item) => caseOf(needs.stage, item));
    throw new Refused(`several functions failed over ${id}; say which: ${names.join(', ')}`);
  }
  if (one) return one;
  throw new Refused(`nothing is parked as ${id}; npm run parked -- ${needs.stage} lists what is`);
}

/** Tries it once more, now. A failure is counted with the others and said. */
export async function redeliver(needs: CaseNeeds, id: string): Promise<string> {
  const item = await findCase(needs, id);
  if (!isOpen(item)) throw new Refused(`${id} was ${item.state} already: nothing is left to do`);
  if (item.error.startsWith('StreamBatch')) {
    throw new Refused(`${id} is a batch of the table's stream, without its records: the sweep finds them, so drop it`);
  }
  const result = await needs.invoker.invoke(item.function, item.payload);
  const command = needs.command('redeliver parked event', 'asked for by an operator');
  if (result.ok) {
    await needs.table.change(parkedItems, item, command, (current) =>
      current && isOpen(current) ? { to: deliver(current) } : { refused: 'somebody was faster' },
    );
    return `${caseOf(needs.stage, item)} went through.`;
  }
  await needs.table.change(parkedItems, item, command, (current) => ({
    to: parkAgain(current, { ...item, error: result.error }, command.at),
  }));
  throw new Refused(`${caseOf(needs.stage, item)} failed again: ${result.error}`);
}

/** Gives it up for good. The reason stands in the audit row; the item stays. */
export async function drop(needs: CaseNeeds, id: string, why: string): Promise<string> {
  const item = await findCase(needs, id);
  const command = needs.command('drop parked event', why);
  const changed = await needs.table.change(parkedItems, item, command, (current) => {
    const state = current && parkedStates.next(current.state, 'drop');
    if (!current || !state) return { refused: `${id} was ${current?.state ?? 'removed'} already` };
    const { nextAt: _nextAt, ...rest } = unnumbered(current);
    return { to: { ...rest, state } };
  });
  if (!changed.ok) throw new Refused(changed.refused);
  return `${caseOf(needs.stage, item)} is dropped: nothing tries it again.`;
}

/** Pure: the list as people read it. */
export function caseLines(stage: string, list: readonly Parked[], queued: number): string[] {
  const words = { waiting: 'tried again', 'for-a-person': 'WAITS FOR YOU', delivered: 'delivered', dropped: 'dropped' };
  const lines = list.map((item) => {
    const next = item.nextAt ? ` at ${item.nextAt}` : '';
    return `${caseOf(stage, item)}\n  ${words[item.state]}${next}, ${item.attempts + 1} tries since ${item.firstParkedAt}: ${item.error}`;
  });
  return [
    ...(lines.length > 0 ? lines : ['nothing is parked']),
    ...(queued > 0 ? [`${queued} more in the parked queue: redrive takes them in within five minutes`] : []),
  ];
}
