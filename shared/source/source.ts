import * as z from 'zod/mini';
import { Instant } from '../../events/define.ts';
import { CohortId, SourceId, SubmissionId } from '../../events/ids.ts';
import { formFields } from '../submission/form-row.ts';
import { aggregateFields, noun } from '../table/aggregate.ts';
import { keys } from '../table/keys.ts';
import { Answer } from './answer.ts';

/** Who sends what people fill in. */
export const providers = ['microsoft', 'google', 'typeform', 'tally', 'formbricks', 'jotform', 'standard'] as const;
export const ProviderName = z.enum(providers);
export type ProviderName = z.infer<typeof ProviderName>;

/** Which field of ours a question of the form answers, and what its choices mean here. An empty meaning is no answer. */
export const Mapped = z.object({
  key: z.string(),
  field: z.enum(formFields),
  choices: z.optional(z.record(z.string(), z.string())),
});
export type Mapped = z.infer<typeof Mapped>;

/** A form elsewhere whose answers enrol people in one cohort. The secrets lie in the table of keys, here only their numbers. */
export const Source = z.object({
  ...aggregateFields,
  sourceId: SourceId,
  cohortId: CohortId,
  provider: ProviderName,
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  state: z.enum(['on', 'off']),
  createdAt: Instant,
  /** Those that count now, the newest last. Two at most: the old one counts until HR ends it. */
  secrets: z.array(z.object({ number: z.int(), madeAt: Instant })),
  /** Absent: nobody has said yet what the questions mean, and nothing is taken unseen. */
  mapping: z.optional(z.array(Mapped)),
});
export type Source = z.infer<typeof Source>;
export const sources = noun('source', Source, keys.source);

/** That this call was taken, for life: most signatures carry no time, and a replay may come years later. */
export const TakenDelivery = z.object({
  ...aggregateFields,
  sourceId: SourceId,
  hash: z.string(),
  receivedAt: Instant,
  /** Absent: it said word for word what was known. */
  submissionId: z.optional(SubmissionId),
});
export type TakenDelivery = z.infer<typeof TakenDelivery>;
export const deliveries = noun('delivery', TakenDelivery, keys.delivery);

/** The last call of a source, to map its questions by and to see that it arrives. It holds what people said, so it goes. */
export const Example = z.object({
  ...aggregateFields,
  sourceId: SourceId,
  receivedAt: Instant,
  answers: z.array(Answer),
  outcome: z.enum(['taken', 'said before', 'rejected']),
});
export type Example = z.infer<typeof Example>;
export const examples = noun('source-example', Example, keys.example);

const daysKept = 7;
export const exampleExpiry = (at: Instant): number => Math.floor(Date.parse(at) / 1000) + daysKept * 86_400;
/** DynamoDB deletes late: what has expired is not there. */
export const freshExample = (example: Example | undefined, at: Instant): Example | undefined =>
  example?.expiresAt !== undefined && example.expiresAt * 1000 > Date.parse(at) ? example : undefined;
