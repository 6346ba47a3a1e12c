import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import type { Key } from './keys.ts';

/** What every aggregate carries beside its own fields. */
export const aggregateFields = {
  /** Raised when the shape of the stored item changes; older samples stay readable. */
  schema: z.int(),
  /** 1 when it is made; grows by one with each commit. */
  version: z.int().check(z.minimum(1)),
  /** Earliest open timer, rounded up to a minute. Absent: nothing is waiting. */
  dueAt: z.optional(Instant),
  /** Seconds since 1970; DynamoDB deletes the item some days after it. */
  expiresAt: z.optional(z.int()),
};

export interface Aggregate {
  readonly schema: number;
  readonly version: number;
  readonly dueAt?: Instant | undefined;
  readonly expiresAt?: number | undefined;
}

/** A kind of item in the table: where it lives and what it looks like. */
export interface Noun<T extends Aggregate, Ref> {
  readonly name: string;
  readonly schema: number;
  readonly item: z.ZodMiniType<T>;
  key(ref: Ref): Key;
}

export function noun<T extends Aggregate, Ref>(
  name: string,
  item: z.ZodMiniType<T>,
  key: (ref: Ref) => Key,
  schema = 1,
): Noun<T, Ref> {
  return { name, schema, item, key };
}

/** An aggregate as a decision makes it: the commit numbers it. */
export type Draft<T extends Aggregate> = Omit<T, 'version' | 'schema'>;

/** An aggregate as a decision begins to change it: all of its fields, its timer too, but for the commit's own numbers. */
export const unnumbered = <T extends Aggregate>({ version: _version, schema: _schema, ...rest }: T): Draft<T> => rest;

/** The same with its timer taken out: whoever changes it says anew when it is due. */
export const withoutTimer = <T extends Aggregate>({
  version: _version,
  schema: _schema,
  dueAt: _dueAt,
  ...rest
}: T): Omit<T, 'version' | 'schema' | 'dueAt'> => rest;

/** Who did what, when and why: the audit row of a commit comes from it. */
export interface Command {
  readonly name: string;
  /** `hr:<memberId>`, `participant:<personId>`, or the name of a function. Never an address. */
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
  readonly correlationId: string;
}
