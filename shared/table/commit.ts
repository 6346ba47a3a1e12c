import type { Envelope, Saying } from '../../events/define.ts';
import type { Aggregate, Command, Draft, Noun } from './aggregate.ts';
import { digest } from './digest.ts';
import { type Key, keys } from './keys.ts';
import { byMember, logRow } from './log.ts';

/** An extra condition on the stored item, beside its version. */
export interface Holds {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Record<string, unknown>;
}

/** One aggregate made (`before` absent) or changed. */
export interface Change {
  readonly noun: string;
  readonly key: Key;
  readonly schema: number;
  readonly before: { readonly version: number; readonly state?: unknown } | undefined;
  readonly after: Record<string, unknown>;
  readonly holds?: Holds | undefined;
}

/** One `TransactWriteItems`: what changes, why, and what is said about it. */
export interface Commit {
  readonly command: Command;
  readonly changes: readonly Change[];
  readonly says?: readonly Saying[];
}

export interface SaidEvent {
  readonly detailType: string;
  readonly detail: Envelope & Record<string, unknown>;
}

export function change<T extends Aggregate, Ref>(
  noun: Noun<T, Ref>,
  ref: Ref,
  before: T | undefined,
  after: Draft<T>,
  holds?: Holds,
): Change {
  return { noun: noun.name, key: noun.key(ref), schema: noun.schema, before, after: { ...after }, holds };
}

export interface Write {
  readonly item: Record<string, unknown>;
  readonly condition: string;
  readonly names: Record<string, string>;
  readonly values: Record<string, unknown>;
}

/**
 * The writes of a commit, in the order: for each change the aggregate and its audit row, then the row of the desk's log
 * where a member did it, then the outbox row.
 * The event ids follow from the first aggregate and its version, so the same commit says the same events.
 */
export function writesOf({ command, changes, says = [] }: Commit): Write[] {
  const [first] = changes;
  if (!first) throw new Error('a commit changes at least one aggregate');
  const writes = changes.flatMap((each) => [aggregateWrite(each), auditWrite(each, command)]);
  if (byMember(command)) writes.push(logWrite(command, changes));
  if (says.length === 0) return writes;
  const at = `${first.key.pk}/${first.key.sk}`;
  const version = versionAfter(first);
  const events: SaidEvent[] = says.map(({ detailType, data }, index) => ({
    detailType,
    detail: {
      ...(data as Record<string, unknown>),
      eventId: `evt_${digest(`${at}/${version}/${index}`, 32)}`,
      occurredAt: command.at,
      correlationId: command.correlationId,
    },
  }));
  const key = keys.outbox({ at: command.at, eventId: events[0]?.detail.eventId ?? '', spreadBy: at });
  return [...writes, fresh({ ...key, schema: 1, events })];
}

const versionAfter = (each: Change) => (each.before?.version ?? 0) + 1;

function aggregateWrite(each: Change): Write {
  const item = { ...each.after, ...each.key, schema: each.schema, version: versionAfter(each) };
  if (!each.before) return fresh(item);
  const { holds } = each;
  return {
    item,
    condition: holds ? `#version = :version AND (${holds.expression})` : '#version = :version',
    names: { '#version': 'version', ...holds?.names },
    values: { ':version': each.before.version, ...holds?.values },
  };
}

function auditWrite(each: Change, { name, by, at, why, correlationId }: Command): Write {
  const version = versionAfter(each);
  const from = each.before?.state;
  const to = each.after.state;
  return fresh({
    ...keys.audit(each.key, version),
    schema: 1,
    command: name,
    by,
    at,
    why,
    correlationId,
    noun: each.noun,
    ...(from === to ? {} : { from, to }),
  });
}

/** The audit rows lie beside what they are about: what somebody did, wherever, is found by this one. */
function logWrite(command: Command, changes: readonly Change[]): Write {
  const [first] = changes;
  const id = digest(`${first?.key.pk}/${first?.key.sk}/${first && versionAfter(first)}`, 16);
  return fresh(logRow(command, id, changes));
}

const fresh = (item: Record<string, unknown>): Write => ({
  item,
  condition: 'attribute_not_exists(pk)',
  names: {},
  values: {},
});
