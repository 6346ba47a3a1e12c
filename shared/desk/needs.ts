import type { Keys } from '../keys/keys.dynamodb.ts';
import type { Table } from '../table/table.dynamodb.ts';

/** What every room of the desk works with; the handler of its function wires it. */
export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly randomId: () => string;
  readonly stage: string;
  /** Address of the one member whom the stage's config names. */
  readonly firstAdmin: string;
  /** The company's own accounts open the desk, too. */
  readonly companySignIn?: boolean;
}
