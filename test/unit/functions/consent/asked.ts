/** A pair whose two are being asked, and how one of them visits the page. */
import { consent } from '../../../../functions/consent/consent.ts';
import type { Question } from '../../../../shared/pair/consent.ts';
import { type Pair, pairs } from '../../../../shared/pair/pair.ts';
import { runs } from '../../../../shared/pairing/run.ts';
import type { Draft } from '../../../../shared/table/aggregate.ts';
import { mintWith } from '../../../../shared/token/open-link.ts';
import { filled, request, triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import {
  after,
  cohort,
  cohortId,
  junior,
  noon,
  pairId,
  programme,
  pair as sample,
} from '../../../support/programme.ts';

const { runId } = sample();
export const asked: Question = { askedAt: noon, closesAt: '2026-03-11T08:00:00.000Z' };
export const said = (answer: 'yes' | 'no'): Question => ({ ...asked, answer, answeredAt: noon });

export function between(pair: Partial<Draft<Pair>> = {}, more: Parameters<typeof programme>[0] = {}): MemoryTable {
  const consent = { junior: asked };
  const memory = programme({
    ...more,
    junior: { slots: {}, ...more.junior },
    senior: { slots: {}, ...more.senior },
    pair: { state: 'proposed', formedAt: undefined, consent, ...pair },
  });
  memory.has(
    runs,
    { cohortId, runId },
    {
      cohortId,
      runId,
      state: 'approved',
      rules: cohort.rules,
      seed: 1,
      requestedAt: noon,
      pages: 1,
      consentDueAt: '2026-03-20T08:00:00.000Z',
    },
  );
  return memory;
}

export async function visit(memory: MemoryTable, person = junior, token?: string) {
  const claims = { cohort: cohortId, pair: pairId, person };
  const path = `/consent/${token ?? (await mintWith(memory.keys, 'consent', claims, '2026-05-20T00:00:00.000Z'))}`;
  const needs = { table: memory.table, keys: memory.keys, posts: memory.posts, stage: 'prod' };
  const get = (at: string, query = '') => consent(request('GET', `${path}${query}`), needs, triggerAt(at));
  const post = (at: string, form: URLSearchParams, headers = {}) =>
    consent(request('POST', path, { form, headers }), needs, triggerAt(at));
  return {
    get,
    post,
    /** Reads the page for half a minute and presses Save. */
    says: async (answer: 'yes' | 'no', at = noon) => post(after(at, 30), filled(await get(at, `?answer=${answer}`))),
    pair: () => memory.table.get(pairs, { cohortId, pairId }),
  };
}
