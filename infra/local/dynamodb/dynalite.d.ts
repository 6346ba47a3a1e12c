/** The parts of dynalite that we use; the package ships no types. They are deep imports, so the version is pinned by the lock. */

declare module 'dynalite/db/index.js' {
  import type { Item } from './item.ts';

  interface IndexActions {
    puts: { index: string; key: string; item: Item }[];
    deletes: { index: string; key: string }[];
  }
  interface Db {
    validateItem(item: unknown, table: unknown): Error | null | undefined;
    validateKey(key: unknown, table: unknown): Error | null | undefined;
    checkConditional(data: unknown, existing: Item | undefined): Error | null | undefined;
    createKey(item: Item, table: unknown): string;
    createIndexKey(item: Item, table: unknown, keySchema: unknown): string;
    getIndexActions(indexes: unknown, before: Item | undefined, after: Item | undefined, table: unknown): IndexActions;
  }
  const db: Db;
  export default db;
}

declare module 'dynalite/validations/index.js' {
  interface Validations {
    checkTypes(data: object, types: object): Record<string, unknown>;
    validateAttributeValue(value: unknown): string | undefined;
    checkValidations(data: object, types: object, custom: unknown, store: unknown): void;
  }
  const validations: Validations;
  export default validations;
}

declare module 'dynalite/validations/*.js' {
  const validation: { types: Record<string, unknown>; custom?: unknown };
  export default validation;
}

declare module 'dynalite/actions/*.js' {
  const action: (store: unknown, data: object, done: (error: unknown, result?: unknown) => void) => void;
  export default action;
}
