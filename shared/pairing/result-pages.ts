import * as z from 'zod/mini';
import type { CohortId, RunId } from '../../events/ids.ts';
import { keys } from '../table/keys.ts';
import { packPages, unpackPage } from '../table/pages.ts';
import type { Table } from '../table/table.dynamodb.ts';
import { RunResult } from './run.ts';

const Entries = z.array(z.record(z.string(), z.unknown()));

/** `digest`: that of the input of which the result is made. */
interface Ref {
  readonly cohortId: CohortId;
  readonly runId: RunId;
  readonly digest: string;
}
/** A run as it is stored: one with pages has a digest. */
type Stored = Omit<Ref, 'digest'> & { readonly digest?: string | undefined };

/**
 * Writes a run's result beside it: the pairs first, best first. Answers the number of pages. A slower attempt that saw
 * other people does not write over the pages that HR looks at.
 */
export async function writeResult(table: Table, ref: Ref, result: RunResult): Promise<number> {
  const pages = packPages([
    ...result.pairs.map((pair) => ({ pair })),
    ...result.unmatched.map((unmatched) => ({ unmatched })),
    ...result.refused.map((refused) => ({ refused })),
  ]);
  await table.putPages(pages.map((page, number) => ({ ...keys.runPage(ref, number), schema: 1, page })));
  return pages.length;
}

export async function readResultPage(table: Table, run: Stored, number: number): Promise<RunResult> {
  const { cohortId, runId, digest } = run;
  const item = digest === undefined ? undefined : await table.read(keys.runPage({ cohortId, runId, digest }, number));
  if (!(item?.page instanceof Uint8Array)) throw new Error(`a page of the run ${runId} is missing`);
  const entries = Entries.parse(unpackPage(item.page));
  const of = (kind: string) => entries.flatMap((each) => (kind in each ? [each[kind]] : []));
  return RunResult.parse({ pairs: of('pair'), unmatched: of('unmatched'), refused: of('refused') });
}

export async function readResult(table: Table, run: Stored & { readonly pages: number }): Promise<RunResult> {
  const numbers = Array.from({ length: run.pages }, (_, number) => number);
  const pages = await Promise.all(numbers.map((number) => readResultPage(table, run, number)));
  return {
    pairs: pages.flatMap(({ pairs }) => pairs),
    unmatched: pages.flatMap(({ unmatched }) => unmatched),
    refused: pages.flatMap(({ refused }) => refused),
  };
}
