import type { Import } from '../imports.ts';
import { perFile, type Rule, under, type Violation } from '../rule.ts';
import type { Source } from '../source.ts';

const foreign = (allowed: (to: string) => boolean) => (source: Source) =>
  source.imports.filter(({ ours, to }) => ours && !allowed(to)).map(({ to }) => `imports ${to}`);

const environmentOfAFunction = /^functions\/[^/]+\/environment\.ts$/;
const functionOf = (path: string) => path.split('/').slice(0, 2).join('/');

/** Arrows point to `events`. */
export const dependencies: readonly Rule[] = [
  {
    name: 'events imports zod and itself',
    check: perFile(under('events'), ({ imports }) =>
      imports
        .filter(({ ours, to }) => (ours ? !under('events')(to) : !/^zod(\/|$)/.test(to)))
        .map(({ to }) => `imports ${to}`),
    ),
    breaks: [
      {
        files: { 'events/a.ts': `import { keys } from '../shared/table/keys.ts';` },
        says: 'imports shared/table/keys.ts',
      },
      { files: { 'events/a.ts': `export * from 'csv-parse';` }, says: 'imports csv-parse' },
    ],
  },
  {
    name: 'shared imports events and itself',
    check: perFile(under('shared'), foreign(under('events', 'shared'))),
    breaks: [
      {
        files: { 'shared/pair/a.ts': `import type { Needs } from '../../functions/desk/needs.ts';` },
        says: 'imports functions/desk/needs.ts',
      },
    ],
  },
  {
    name: 'a function imports events, shared and its own folder',
    check: perFile(under('functions'), (source) => foreign(under('events', 'shared', functionOf(source.path)))(source)),
    breaks: [
      {
        files: { 'functions/desk/a.ts': `const { page } = await import('../enrol/page.ts');` },
        says: 'imports functions/enrol/page.ts',
      },
    ],
  },
  {
    name: 'infra imports events, itself and the environments of functions',
    check: perFile(
      (path) => under('infra')(path) && !under('infra/local', 'infra/pair', 'infra/letters', 'infra/ops')(path),
      foreign((to) => under('events', 'infra')(to) || environmentOfAFunction.test(to)),
    ),
    breaks: [
      {
        files: { 'infra/app.ts': `import { handler } from '../functions/desk/handler.ts';` },
        says: 'imports functions/desk/handler.ts',
      },
    ],
  },
  {
    name: 'the local stage knows the template and nothing of functions or shared',
    check: perFile(under('infra/local'), foreign(under('events', 'infra'))),
    breaks: [
      {
        files: { 'infra/local/stage.ts': `import { keys } from '../../shared/table/keys.ts';` },
        says: 'imports shared/table/keys.ts',
      },
    ],
  },
  {
    name: 'the engine at the command line imports events, shared and its own folder',
    check: perFile(under('infra/pair'), foreign(under('events', 'shared', 'infra/pair'))),
    breaks: [
      {
        files: { 'infra/pair/main.ts': `import { synth } from '../synth.ts';` },
        says: 'imports infra/synth.ts',
      },
    ],
  },
  {
    name: 'the gallery of letters imports shared and its own folder',
    check: perFile(under('infra/letters'), foreign(under('shared', 'infra/letters'))),
    breaks: [
      {
        files: { 'infra/letters/main.ts': `import { synth } from '../synth.ts';` },
        says: 'imports infra/synth.ts',
      },
    ],
  },
  {
    name: 'the commands for operators import events, shared and infra, but no stage of the laptop',
    check: perFile(
      under('infra/ops'),
      foreign((to) => under('events', 'shared', 'infra')(to) && !under('infra/local')(to)),
    ),
    breaks: [
      {
        files: { 'infra/ops/main.ts': `import { startStage } from '../local/stage.ts';` },
        says: 'imports infra/local/stage.ts',
      },
    ],
  },
  {
    name: 'nothing leans on the command line’s own tools but tests',
    check: perFile(
      (path) =>
        under('events', 'functions', 'infra', 'shared')(path) &&
        !under('infra/pair', 'infra/letters', 'infra/ops')(path),
      ({ imports }) =>
        imports
          .filter(({ to }) => under('infra/pair', 'infra/letters', 'infra/ops')(to))
          .map(({ to }) => `imports ${to}`),
    ),
    breaks: [
      {
        // By this road the rest of infra would reach shared.
        files: { 'infra/local/a.ts': `import { readPeople } from '../pair/people.ts';` },
        says: 'imports infra/pair/people.ts',
      },
    ],
  },
  {
    name: 'no modules wait for each other in a circle',
    check: circles,
    breaks: [
      {
        files: {
          'shared/pair/a.ts': `import { b } from './b.ts'; export const a = b;`,
          'shared/pair/b.ts': `import { a } from './a.ts'; export const b = a;`,
        },
        says: 'shared/pair/a.ts → shared/pair/b.ts → shared/pair/a.ts',
      },
    ],
  },
];

const loads = ({ ours, typeOnly }: Import) => ours && !typeOnly;

function circles(sources: readonly Source[]): Violation[] {
  const edges = new Map(sources.map(({ path, imports }) => [path, imports.filter(loads).map(({ to }) => to)]));
  const found: Violation[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) found.push({ path, what: [...trail.slice(start), path].join(' → ') });
    if (start >= 0 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return found;
}
