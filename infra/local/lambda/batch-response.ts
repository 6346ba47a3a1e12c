import { z } from 'zod';

const BatchResponse = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/** Which items of a batch a function reports as failed. An answer of another shape, or an empty identifier, fails them all. */
export function failedItems(result: string | undefined): Set<string> | 'all' {
  const parsed = BatchResponse.safeParse(result === undefined ? undefined : JSON.parse(result));
  if (!parsed.success) return 'all';
  const identifiers = parsed.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return identifiers.includes('') ? 'all' : new Set(identifiers);
}
