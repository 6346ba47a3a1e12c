import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/**
 * One project for each kind of promise. The machine that runs them has two cores: first the pure tests share both, then
 * the files that need a whole stage or a browser, two at a time. To load the code takes longer than to run most tests, so
 * one process takes file after file without loading it anew: no test may leave anything behind.
 */
const pure = {
  environment: 'node',
  testTimeout: 20_000,
  maxWorkers: 2,
  isolate: false,
  sequence: { groupOrder: 0 },
} as const;
const alone = {
  environment: 'node',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  maxWorkers: 2,
  globalSetup: ['test/support/synthesised.ts'],
};
/** Files after each other in the same process, on one stage. */
const together = { ...alone, isolate: false };
/** Half a minute of a processor and more; `npm test` tells the same by HTTP, or of the pages that its road passes. */
const longStories = ['test/browser/hr-story.test.ts', 'test/browser/pages.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], ...pure } },
      {
        extends: true,
        test: { name: 'architecture', include: ['test/architecture/**/*.test.ts'], ...pure },
      },
      {
        extends: true,
        test: {
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
          ...pure,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'workflow',
          include: ['test/workflow/**/*.test.ts', 'test/faults/**/*.test.ts'],
          env: { CRASHES: 'a tenth' },
          ...together,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: longStories,
          ...alone,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Looks back on what all stories of the workflow did: by itself it has nothing to say.
        extends: true,
        test: {
          name: 'permissions',
          include: ['test/permissions/**/*.test.ts'],
          ...alone,
          sequence: { groupOrder: 2 },
        },
      },
      {
        // `npm run test:heavy`: every crash of the matrix, every forged token, the command of `test:deployed` in real time.
        // `npm test` takes a seeded part of them.
        extends: true,
        test: {
          name: 'heavy',
          include: [
            'test/heavy/**/*.test.ts',
            'test/faults/**/*.test.ts',
            'test/deployed/**/*.test.ts',
            'test/unit/token/forged.test.ts',
            'test/unit/desk/bad-posts.test.ts',
            'test/unit/ops/help.test.ts',
            'test/workflow/scanners.test.ts',
            'test/workflow/replies.test.ts',
            ...longStories,
          ],
          env: { CRASHES: 'all' },
          ...together,
          testTimeout: 3_600_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
