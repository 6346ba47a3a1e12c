import { ServiceError } from '../service-error.ts';
import type { BatchEntry, BatchResult } from './message.ts';

const maximumEntries = 10;

/** A batch fails as a whole only for its shape; each entry succeeds or fails by itself. */
export function runBatch<In, Out extends object>(entries: BatchEntry<In>[], run: (entry: In) => Out): BatchResult<Out> {
  if (entries.length === 0)
    throw new ServiceError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  if (entries.length > maximumEntries) {
    throw new ServiceError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${maximumEntries}.`,
    );
  }
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw new ServiceError('BatchEntryIdsNotDistinct', 'Two or more batch entries have the same Id.');
  }
  const result: BatchResult<Out> = { Successful: [], Failed: [] };
  for (const entry of entries) {
    try {
      result.Successful.push({ ...run(entry), Id: entry.Id });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      result.Failed.push({ Id: entry.Id, Code: error.code, Message: error.message, SenderFault: true });
    }
  }
  return result;
}
