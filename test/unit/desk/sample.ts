import type { CohortId, RunId } from '../../../events/ids.ts';
import type { Cohort } from '../../../shared/cohort/cohort.ts';
import { defaultSettings } from '../../../shared/cohort/defaults.ts';
import { endsAtOf } from '../../../shared/cohort/draft.ts';
import type { Command } from '../../../shared/table/aggregate.ts';

export const at = '2026-03-02T08:00:00.000Z';
export const cohortId = 'coh_01jqa2b3c4d5' as CohortId;
export const runId = 'run_01jqa2b3c4d5' as RunId;

export const settings = {
  ...defaultSettings(at, 'en', { name: 'Hanna', address: 'hanna@example.org' }),
  independentContacts: [{ name: 'Ida', address: 'ida@example.org' }],
};

export const cohort: Cohort = {
  ...settings,
  schema: 1,
  version: 3,
  cohortId,
  state: 'enrolling',
  createdAt: at,
  endsAt: endsAtOf(settings.end, settings.timeZone),
  lettersStopped: false,
};

export const command: Command = { name: 'test', by: 'hr:mem_0a1b2c3d4e5f', at, why: 'a test', correlationId: 'req-01' };
