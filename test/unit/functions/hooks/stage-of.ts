import { takeCall } from '../../../../functions/hooks/take-call.ts';
import type { HookCall } from '../../../../shared/runtime/on-hook.ts';
import { type ProviderName, type Source, sources } from '../../../../shared/source/source.ts';
import { type Submission, submissions } from '../../../../shared/submission/submission.ts';
import type { Draft } from '../../../../shared/table/aggregate.ts';
import { partitionsOf, prefixOf } from '../../../../shared/table/keys.ts';
import { triggerAt } from '../../../support/browser-without-browser.ts';
import { newSecret, secret, source, sourceId } from '../../../support/hooks.ts';
import { type cohort, cohortId, noon, programme } from '../../../support/programme.ts';

/** A stage with one source, and how it answers. */
export function stageOf(
  provider: ProviderName,
  more: Partial<Draft<Source>> = {},
  settings: Partial<typeof cohort> = {},
) {
  const memory = programme({ cohort: settings });
  memory.has(sources, { sourceId }, source(provider, more));
  const secrets = {
    of: async (asked: string) =>
      asked === sourceId
        ? [
            { number: 1, secret },
            { number: 2, secret: newSecret },
          ]
        : [],
  };
  return {
    ...memory,
    take: (call: HookCall, at = noon) =>
      takeCall(call, { table: memory.table, keys: memory.keys, secrets }, triggerAt(at)),
    submissions: (): Promise<Submission[]> =>
      Array.fromAsync(memory.table.list(submissions, partitionsOf(cohortId), prefixOf.submission)),
  };
}
