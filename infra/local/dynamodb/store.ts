import { Stream } from 'node:stream';
import db from 'dynalite/db/index.js';
import { dynamoDbError, validationError } from './errors.ts';
import { type Item, itemBytes } from './item.ts';
import { ParsedExpressions } from './parsed-expressions.ts';
import type { Range, SortedMap } from './sorted-map.ts';
import type { Table } from './table.ts';

/** One row's change; `before` or `after` is missing where the row did not exist. */
export interface Change {
  table: Table;
  key: string;
  before: Item | undefined;
  after: Item | undefined;
}

type Done = (error: unknown, result?: unknown) => void;

const maxItemSize = 400 * 1024;
const fiveYears = 5 * 365 * 86_400_000;

/**
 * What dynalite's actions see as their database. dynalite's own one is LevelDB: every step of it waits for a turn of the
 * event loop, so that a write takes several and others come between. This one answers at once, so that a whole write is
 * one synchronous stretch: nothing can come between the items of a transaction, and the journal can take it back.
 */
export class Store {
  readonly options = { maxItemSize };
  readonly expressions = new ParsedExpressions();
  readonly #tables = new Map<string, Table>();
  #journal: Change[] = [];
  #startKey: Item | undefined;

  addTable(table: Table): void {
    if (this.#tables.has(table.name)) {
      throw dynamoDbError('ResourceInUseException', `Table already exists: ${table.name}`);
    }
    this.#tables.set(table.name, table);
  }

  tables(): Table[] {
    return [...this.#tables.values()];
  }

  table(name: string): Table {
    const table = this.#tables.get(name);
    if (!table)
      throw dynamoDbError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);
    return table;
  }

  empty(): void {
    for (const table of this.#tables.values()) {
      table.rows.clear();
      table.expiring.clear();
      for (const index of table.indexes.values()) index.clear();
    }
    this.#journal = [];
  }

  /** What was written since the last call. */
  takeChanges(): Change[] {
    const changes = this.#journal;
    this.#journal = [];
    return changes;
  }

  /** Undoes what was written since the last `takeChanges`. */
  rollBack(): void {
    for (const { table, key, before } of this.takeChanges().reverse()) this.#write(table, key, before);
    this.#journal = [];
  }

  /** Deletes what AWS's sweep would delete at `at` (epoch ms): AWS leaves what expired more than five years ago. */
  deleteExpired(at: number): number {
    let count = 0;
    for (const table of this.#tables.values()) {
      const due = [...table.expiring].filter(([, seconds]) => seconds * 1000 < at && seconds * 1000 > at - fiveYears);
      for (const [key] of due.sort(([, a], [, b]) => a - b)) this.#write(table, key, undefined);
      count += due.length;
    }
    return count;
  }

  /** Asks for a page of an index that starts behind this exact item: dynalite's index key is only nearly unique. */
  startingAfter<T>(startKey: Item | undefined, ask: () => T): T {
    this.#startKey = startKey;
    try {
      return ask();
    } finally {
      this.#startKey = undefined;
    }
  }

  // From here on: the interface that dynalite's actions call.

  getTable(name: string, ...rest: (boolean | Done)[]): void {
    const done = callback(rest);
    const table = this.#tables.get(name);
    if (table) done(null, table.description);
    else done(dynamoDbError('ResourceNotFoundException', 'Requested resource not found'));
  }

  getItemDb(name: string): object {
    const table = this.table(name);
    return {
      // Nothing runs beside a synchronous action.
      lock: (_key: string, locked: (release: (done: Done) => Done) => void) => locked((done) => done),
      get: (key: string, done: Done) => done(null, table.rows.get(key)),
      put: (key: string, item: Item, done: Done) => {
        const refused = checkWritten(table, item);
        if (refused) return done(refused);
        this.#write(table, key, item);
        done(null);
      },
      del: (key: string, done: Done) => {
        this.#write(table, key, undefined);
        done(null);
      },
      createValueStream: (range: Range) => stream(table.rows, range),
    };
  }

  getIndexDb(_kind: string, tableName: string, indexName: string): object {
    const table = this.table(tableName);
    const startKey = this.#startKey;
    // The store keeps the indexes itself, with the row that they belong to.
    const nothing = (...rest: (string | Item | Done)[]) => callback(rest)(null);
    return {
      put: nothing,
      del: nothing,
      createValueStream: (range: Range) => {
        const index = table.indexes.get(indexName);
        if (!index) throw new Error(`No index ${indexName}`);
        if (!startKey) return stream(index, range);
        const behind = exactIndexKey(table, indexName, startKey);
        return stream(index, range.reverse ? { ...range, lt: behind } : { ...range, gt: behind });
      },
    };
  }

  #write(table: Table, key: string, after: Item | undefined): void {
    const before = table.rows.get(key);
    this.#journal.push({ table, key, before, after });
    const { puts, deletes } = db.getIndexActions(
      table.description.GlobalSecondaryIndexes ?? [],
      before,
      after,
      table.description,
    );
    for (const each of deletes) table.indexes.get(each.index)?.delete(`${each.key}/${key}`);
    for (const each of puts) table.indexes.get(each.index)?.set(`${each.key}/${key}`, withoutGaps(each.item));
    if (after) table.rows.set(key, after);
    else table.rows.delete(key);
    if (table.ttlAttribute === undefined) return;
    const expires = after?.[table.ttlAttribute]?.N;
    if (expires === undefined) table.expiring.delete(key);
    else table.expiring.set(key, Number(expires));
  }
}

function callback(list: unknown[]): Done {
  const isDone = (value: unknown): value is Done => typeof value === 'function';
  const done = list.find(isDone);
  if (!done) throw new Error('dynalite called its store without a callback');
  return done;
}

function exactIndexKey(table: Table, indexName: string, item: Item): string {
  const schema = table.description.GlobalSecondaryIndexes?.find((index) => index.IndexName === indexName)?.KeySchema;
  return `${db.createIndexKey(item, table.description, schema)}/${db.createKey(item, table.description)}`;
}

/** What AWS refuses and dynalite lets pass. */
function checkWritten({ description }: Table, item: Item): Error | undefined {
  if (itemBytes(item) > maxItemSize) return validationError('Item size has exceeded the maximum allowed size');
  for (const index of description.GlobalSecondaryIndexes ?? []) {
    for (const { AttributeName: name } of index.KeySchema) {
      if (item[name]?.S !== '' && item[name]?.B !== '') continue;
      return validationError(
        'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
          'The AttributeValue for a key attribute cannot contain an empty string value. ' +
          `IndexName: ${index.IndexName}, IndexKey: ${name}`,
      );
    }
  }
}

/** dynalite leaves `undefined` for projected attributes that an item has not; JSON dropped them on the way to LevelDB. */
function withoutGaps(item: Item): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/**
 * The rows as they are now; they come in a microtask, because dynalite listens only after it has asked. It has to be a
 * Stream: to a plain emitter dynalite would listen twice.
 */
function stream(rows: SortedMap<Item>, range: Range): Stream {
  const found = rows.range(range);
  const emitter = new Stream();
  queueMicrotask(() => {
    for (const item of found) emitter.emit('data', item);
    emitter.emit('end');
  });
  return emitter;
}
