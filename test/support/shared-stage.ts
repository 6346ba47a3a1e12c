import { inject } from 'vitest';
import { type Stage, startStage } from '../../infra/local/stage.ts';

let shared: Promise<Stage> | undefined;

/**
 * The one stage of all test files that run in this process, one file after the other: to start its functions takes longer
 * than to play a story. Each test begins with `stage.reset()`; the stage ends with the process.
 */
export function sharedStage(): Promise<Stage> {
  shared ??= startStage({ assembly: inject('assembly'), mode: 'stepped', seed: 'test' });
  return shared;
}
