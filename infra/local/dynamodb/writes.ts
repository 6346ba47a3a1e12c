import db from 'dynalite/db/index.js';
import { prepare, type Request, runNow, type Write } from './engine.ts';
import { dynamoDbError, isServiceError, validationError } from './errors.ts';
import { isItem, isRecord } from './item.ts';
import type { Store } from './store.ts';

const maxBatch = 25;

/** A write that is not a transaction. The caller rolls the store back on any throw. */
export function write(operation: Write, body: unknown, store: Store): unknown {
  if (operation === 'BatchWriteItem') refuseLargeBatch(body);
  const request = prepare(operation, body, store);
  try {
    return runNow(operation, request, store);
  } catch (error) {
    if (!isRecord(body) || body.ReturnValuesOnConditionCheckFailure !== 'ALL_OLD') throw error;
    throw withOldItem(error, request, store);
  }
}

/** dynalite allows 25 writes for each table, AWS 25 in all. */
function refuseLargeBatch(body: unknown): void {
  if (!isRecord(body) || !isRecord(body.RequestItems)) return;
  const writes = Object.values(body.RequestItems).flat();
  if (writes.length > maxBatch) {
    throw validationError(
      "1 validation error detected: Value at 'requestItems' failed to satisfy constraint: " +
        `Map value must satisfy constraint: [Member must have length less than or equal to ${maxBatch}, ` +
        'Member must have length greater than or equal to 1]',
    );
  }
}

function withOldItem(error: unknown, request: Request, store: Store): unknown {
  if (!isServiceError(error) || !String(error.body.__type).endsWith('#ConditionalCheckFailedException')) return error;
  const named = request.Key ?? request.Item;
  if (!isItem(named)) return error;
  const table = store.table(String(request.TableName));
  const old = table.rows.get(db.createKey(named, table.description));
  return dynamoDbError('ConditionalCheckFailedException', error.message, old);
}
