import type { Rule, Violation } from '../rule.ts';
import type { Source } from '../source.ts';

const parts = ['handler.ts', 'environment.ts'] as const;

function complete(sources: readonly Source[]): Violation[] {
  const paths = new Set(sources.map(({ path }) => path));
  const folders = new Set([...paths].flatMap((path) => /^functions\/[^/]+/.exec(path)?.[0] ?? []));
  return [...folders].flatMap((folder) =>
    parts.filter((part) => !paths.has(`${folder}/${part}`)).map((part) => ({ path: folder, what: `has no ${part}` })),
  );
}

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;

export const shapes: readonly Rule[] = [
  {
    name: 'every function has a handler and an environment',
    check: complete,
    breaks: [{ files: { 'functions/desk/environment.ts': '' }, says: 'functions/desk: has no handler.ts' }],
  },
  {
    name: 'files and folders are kebab-case',
    check: (sources) =>
      sources
        .filter(({ path }) => path.split('/').some((part) => !kebab.test(part)))
        .map(({ path }) => ({ path, what: 'is not kebab-case' })),
    breaks: [{ files: { 'shared/pair/pairStates.ts': '' }, says: 'shared/pair/pairStates.ts: is not kebab-case' }],
  },
];
