import { inject } from 'vitest';
import { type Stage, startStage } from '../../infra/local/stage.ts';
import { rememberUses } from './used-permissions.ts';

let shared: Promise<Stage> | undefined;

/**
 * The one stage of all test files that run in this process, one file after the other: to start its functions takes longer
 * than to play a story. Each test begins with `stage.reset()`; the stage ends with the process.
 */
export function sharedStage(): Promise<Stage> {
  shared ??= started();
  return shared;
}

async function started(): Promise<Stage> {
  const stage = await startStage({ assembly: inject('assembly'), mode: 'stepped', seed: 'test' });
  return {
    ...stage,
    async reset(options) {
      rememberUses(stage);
      await stage.reset(options);
    },
  };
}
