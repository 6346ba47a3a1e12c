import type { DynamoDBRecord } from 'aws-lambda';
import { isOperation, isWrite } from './engine.ts';
import { isServiceError, unknownOperation } from './errors.ts';
import { describeTimeToLive, read, transactGet } from './reads.ts';
import { RequestTokens } from './request-tokens.ts';
import { type Change, Store } from './store.ts';
import { StreamRecords } from './stream-records.ts';
import { describeTable } from './table.ts';
import { transactWrite } from './transaction.ts';
import { write } from './writes.ts';

export interface DynamoDbOptions {
  /** Stage time in epoch milliseconds. */
  now: () => number;
  /** Called once for each committed request and table, before the request is answered, in commit order. */
  onStreamRecords?: (tableName: string, records: DynamoDBRecord[]) => void;
  region?: string;
  accountId?: string;
}

export interface Answer {
  status: number;
  body: unknown;
}

export interface TableHandle {
  name: string;
  arn: string;
  streamArn: string | undefined;
}

export interface DynamoDb {
  /**
   * `operation` is what follows the dot of `X-Amz-Target`, `body` the parsed JSON; the answer is what the HTTP response
   * would carry. Items in answers and stream records are the stored ones: serialise them, never change them.
   * Rejects only when the local DynamoDB itself is broken.
   */
  handle(operation: string, body: unknown): Promise<Answer>;
  /** Takes the resolved properties of an `AWS::DynamoDB::Table`; throws NotSupportedLocally for what we do not know. */
  createTable(properties: unknown): TableHandle;
  /** Deletes what is expired at `at` (stage time unless given), as AWS's sweep does; answers how many items. */
  expire(at?: number): number;
  /** Forgets all data and keeps the tables. Sequence numbers start again. */
  reset(): void;
  close(): void;
}

export function startDynamoDb(options: DynamoDbOptions): DynamoDb {
  const place = { region: options.region ?? 'eu-central-1', accountId: options.accountId ?? '000000000000' };
  const store = new Store();
  const stream = new StreamRecords(place);
  const tokens = new RequestTokens();
  let open = true;

  /** Runs a write from its first to its last step in one go: what it throws, it takes back. */
  function commit<T>(write: () => T, expired = false): T {
    let result: T;
    let changes: Change[];
    try {
      result = write();
      changes = store.takeChanges();
    } catch (error) {
      store.rollBack();
      throw error;
    }
    const now = options.now();
    for (const [table, records] of stream.from(changes, now, expired)) options.onStreamRecords?.(table, records);
    return result;
  }

  function transact(body: unknown): Answer['body'] {
    if (tokens.isRepeat(body, options.now())) return {};
    commit(() => transactWrite(body, store));
    tokens.remember(body, options.now());
    return {};
  }

  async function answer(operation: string, body: unknown): Promise<unknown> {
    if (operation === 'TransactWriteItems') return transact(body);
    if (operation === 'TransactGetItems') return transactGet(body, store);
    if (operation === 'DescribeTimeToLive') return describeTimeToLive(body, store);
    if (!isOperation(operation)) throw unknownOperation(operation);
    return isWrite(operation) ? commit(() => write(operation, body, store)) : read(operation, body, store);
  }

  return {
    async handle(operation, body) {
      if (!open) throw new Error('The local DynamoDB is closed');
      try {
        return { status: 200, body: await answer(operation, body) };
      } catch (error) {
        if (!isServiceError(error)) throw error;
        return { status: error.statusCode, body: error.body };
      }
    },
    createTable(properties) {
      const table = describeTable(properties, place, options.now());
      store.addTable(table);
      return { name: table.name, arn: table.arn, streamArn: table.streamArn };
    },
    expire(at = options.now()) {
      return commit(() => store.deleteExpired(at), true);
    },
    reset() {
      store.empty();
      stream.restart();
      tokens.clear();
    },
    close() {
      store.empty();
      open = false;
    },
  };
}
