import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** What the pages of the desk work with; the handler wires it. */
export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly randomId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly stage: string;
  /** What links begin with. */
  readonly origin: string;
  /** Address of the one member whom the stage's config names. */
  readonly firstAdmin: string;
  /** JSON, as the stage's config has it. */
  readonly mailMode: string;
  /** Shown at the top of every letter; empty in production. */
  readonly banner: string;
}
