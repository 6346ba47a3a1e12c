import type { Instant } from '../../events/define.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import type { MailMode } from '../../shared/letter/mail-mode.ts';
import type { Mailer } from '../../shared/letter/mailer.ses.ts';
import type { Material } from '../../shared/letter/material.ts';
import type { Rate } from '../../shared/letter/rate.dynamodb.ts';
import type { Composed } from '../../shared/letter/render/compose.ts';
import type { Part } from '../../shared/letter/write.ts';
import type { Addressed } from '../../shared/letter/writing.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

export interface Needs {
  readonly table: Table;
  readonly mailer: Mailer;
  readonly rate: Rate;
  readonly mode: MailMode;
  /** The part of the account's rate that this stage may use, above 0 and up to 1. */
  readonly rateShare: number;
  readonly mailFrom: string;
  readonly read: (letter: Letter) => Promise<Material>;
  readonly write: (first: Part, others: readonly Part[]) => Promise<Composed & Addressed>;
  readonly now: () => Instant;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly warn: (what: string, details: Record<string, string>) => void;
}
