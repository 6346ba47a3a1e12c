import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem from 'dynalite/actions/batchWriteItem.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import batchGetItemRules from 'dynalite/validations/batchGetItem.js';
import batchWriteItemRules from 'dynalite/validations/batchWriteItem.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import describeTableRules from 'dynalite/validations/describeTable.js';
import getItemRules from 'dynalite/validations/getItem.js';
import validations from 'dynalite/validations/index.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import updateItemRules from 'dynalite/validations/updateItem.js';
import { notSupportedLocally, validationError } from './errors.ts';
import { refuseDocumentComparison } from './expressions.ts';
import { isRecord } from './item.ts';
import type { Store } from './store.ts';

/** What dynalite does for us: it validates a request, parses its expressions and carries it out on the store. */
const operations = {
  BatchGetItem: { action: batchGetItem, rules: batchGetItemRules },
  BatchWriteItem: { action: batchWriteItem, rules: batchWriteItemRules },
  DeleteItem: { action: deleteItem, rules: deleteItemRules },
  DescribeTable: { action: describeTable, rules: describeTableRules },
  GetItem: { action: getItem, rules: getItemRules },
  PutItem: { action: putItem, rules: putItemRules },
  Query: { action: query, rules: queryRules },
  Scan: { action: scan, rules: scanRules },
  UpdateItem: { action: updateItem, rules: updateItemRules },
};

export type Operation = keyof typeof operations;
export type Write = 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem';
export type Read = Exclude<Operation, Write>;

const writes: readonly string[] = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'] satisfies Write[];

export function isWrite(operation: Operation): operation is Write {
  return writes.includes(operation);
}

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(operations, name);
}

/** A request that dynalite has checked and parsed. */
export type Request = Record<string, unknown>;

/** Ours, on top of dynalite; `writes.ts` and `transaction.ts` honour it. */
const ours = 'ReturnValuesOnConditionCheckFailure';

/** Throws what AWS would answer to a malformed request, and refuses parameters that dynalite would silently drop. */
export function prepare(operation: Operation, body: unknown, store: Store): Request {
  if (!isRecord(body)) throw validationError(`${operation} takes an object`);
  const { [ours]: onFailure, ...given } = body;
  const request = operation === 'Scan' ? withoutConsistency(given) : given;
  const { rules } = operations[operation];
  const unknown = Object.keys(request).find((name) => !Object.hasOwn(rules.types, name));
  if (unknown !== undefined) throw notSupportedLocally(`the parameter ${unknown} of ${operation}`);
  if (onFailure !== undefined) checkOnFailure(operation, onFailure);
  const typed = validations.checkTypes(request, rules.types);
  const check = (rest: Request) => validations.checkValidations(rest, rules.types, rules.custom, store);
  const data =
    isWrite(operation) || operation === 'Query' ? store.expressions.through(typed, check) : checked(typed, check);
  refuseDocumentComparison(data._condition);
  refuseDocumentComparison(data._filter);
  return data;
}

/** Every read of the stage sees what was written before it; dynalite's scan is older than the parameter that asks for it. */
function withoutConsistency({ ConsistentRead, ...request }: Request): Request {
  if (ConsistentRead !== undefined && typeof ConsistentRead !== 'boolean') {
    throw validationError("Value at 'ConsistentRead' must be a boolean");
  }
  return request;
}

function checked(request: Request, check: (request: Request) => void): Request {
  check(request);
  return request;
}

function checkOnFailure(operation: Operation, value: unknown): void {
  if (!['PutItem', 'UpdateItem', 'DeleteItem'].includes(operation)) {
    throw notSupportedLocally(`the parameter ${ours} of ${operation}`);
  }
  if (value !== 'ALL_OLD' && value !== 'NONE') {
    throw validationError(`Value '${value}' at '${ours}' must satisfy enum value set: [ALL_OLD, NONE]`);
  }
}

/** Reads answer in a later microtask, with what was there when they were asked. */
export function run(operation: Read, request: Request, store: Store): Promise<unknown> {
  return new Promise((resolve, reject) => {
    operations[operation].action(store, request, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

/** Carries out a write here and now, so that nothing comes between it and the next. Throws what it refuses. */
export function runNow(operation: Write, request: Request, store: Store): unknown {
  let answer: { error: unknown; result: unknown } | undefined;
  operations[operation].action(store, request, (error, result) => {
    answer = { error, result };
  });
  if (!answer) throw new Error(`${operation} did not answer at once`);
  if (answer.error) throw answer.error;
  return answer.result;
}
