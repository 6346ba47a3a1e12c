import db from 'dynalite/db/index.js';
import { z } from 'zod';
import { prepare, type Request, runNow } from './engine.ts';
import {
  type CancellationReason,
  isServiceError,
  notSupportedLocally,
  transactionCanceled,
  validationError,
} from './errors.ts';
import { isItem, isRecord, itemBytes } from './item.ts';
import type { Store } from './store.ts';
import type { Table } from './table.ts';

const envelope = z.strictObject({
  TransactItems: z.array(z.record(z.string(), z.unknown())).min(1).max(100),
  ClientRequestToken: z.string().min(1).max(36).optional(),
  ReturnConsumedCapacity: z.literal('NONE').optional(),
  ReturnItemCollectionMetrics: z.literal('NONE').optional(),
});

/** The single write that each action is, to dynalite. A check reads as a delete that is never carried out. */
const kinds = { Put: 'PutItem', Update: 'UpdateItem', Delete: 'DeleteItem', ConditionCheck: 'DeleteItem' } as const;
type Kind = keyof typeof kinds;

const maxTransactionSize = 4 * 1024 * 1024;

interface Step {
  kind: Kind;
  request: Request;
  table: Table;
  /** Missing if `invalid`. */
  key?: string;
  invalid?: Error;
  returnOld: boolean;
}

/**
 * `TransactWriteItems`, synchronous from the first check to the last write, so that no other request comes between.
 * Throws ValidationException for a malformed request and TransactionCanceledException for a refused one; the caller
 * rolls the store back on any throw. TransactionConflict cannot happen here: it is one of the stage's faults.
 */
export function transactWrite(body: unknown, store: Store): void {
  const steps = parseEnvelope(body).TransactItems.map((item) => parseStep(item, store));
  refuseTwice(steps);
  refuseTooLarge(steps);
  refuseIfAny(steps.map(check));
  refuseIfAny(steps.map((step) => apply(step, store)));
}

function parseEnvelope(body: unknown): z.infer<typeof envelope> {
  const parsed = envelope.safeParse(body);
  if (parsed.success) return parsed.data;
  const unknown = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown) throw notSupportedLocally(`the parameter ${unknown.keys.join(', ')} of TransactWriteItems`);
  throw validationError(`1 validation error detected: ${z.prettifyError(parsed.error)}`);
}

function parseStep(item: Record<string, unknown>, store: Store): Step {
  const [kind, ...others] = Object.keys(item).filter((name) => item[name] !== undefined);
  if (kind === undefined || others.length > 0) {
    throw validationError('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  if (!isKind(kind)) throw notSupportedLocally(`the transaction's action ${kind}`);
  const action = item[kind];
  if (!isRecord(action)) throw validationError(`${kind} takes an object`);
  if ('ReturnValues' in action) throw notSupportedLocally(`the parameter ReturnValues of ${kind} in a transaction`);
  const needed = { ConditionCheck: 'ConditionExpression', Update: 'UpdateExpression', Put: 'Item', Delete: 'Key' }[
    kind
  ];
  if (action[needed] === undefined) {
    throw validationError(`Value null at '${kind}.${needed}' failed to satisfy constraint: Member must not be null`);
  }
  const request = prepare(kinds[kind], action, store);
  const table = store.table(String(request.TableName));
  const named = kind === 'Put' ? request.Item : request.Key;
  if (!isItem(named)) throw validationError(`${kind} needs a key`);
  const invalid = kind === 'Put' ? db.validateItem(named, table.description) : db.validateKey(named, table.description);
  const returnOld = action.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
  if (invalid) return { kind, request, table, invalid, returnOld };
  return { kind, request, table, key: db.createKey(named, table.description), returnOld };
}

function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}

function refuseTwice(steps: Step[]): void {
  const seen = new Set<string>();
  for (const { table, key } of steps) {
    if (key === undefined) continue;
    if (seen.has(`${table.name} ${key}`)) {
      throw validationError('Transaction request cannot include multiple operations on one item');
    }
    seen.add(`${table.name} ${key}`);
  }
}

function check({ request, table, key, invalid, returnOld }: Step): CancellationReason {
  if (key === undefined) return { Code: 'ValidationError', ...(invalid && { Message: invalid.message }) };
  const existing = table.rows.get(key);
  const failed = db.checkConditional(request, existing);
  if (!failed) return { Code: 'None' };
  return { Code: 'ConditionalCheckFailed', Message: failed.message, ...(returnOld && existing && { Item: existing }) };
}

/** A condition holds already; an update can still meet an item that it does not fit. */
function apply({ kind, request }: Step, store: Store): CancellationReason {
  if (kind === 'ConditionCheck') return { Code: 'None' };
  try {
    runNow(kinds[kind], request, store);
    return { Code: 'None' };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return { Code: 'ValidationError', Message: error.message };
  }
}

function refuseIfAny(reasons: CancellationReason[]): void {
  if (reasons.some((reason) => reason.Code !== 'None')) throw transactionCanceled(reasons);
}

function refuseTooLarge(steps: Step[]): void {
  let bytes = 0;
  for (const { request, table, key } of steps) {
    const existing = key === undefined ? undefined : table.rows.get(key);
    bytes += itemBytes(isItem(request.Item) ? request.Item : (existing ?? {}));
  }
  if (bytes > maxTransactionSize) throw validationError('Transaction request size exceeds the limit of 4 MB');
}
