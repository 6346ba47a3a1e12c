import { perFile, type Rule, under } from '../rule.ts';

const code = under('events', 'functions', 'shared');

/** What a suffix is the licence for. */
const licences: Readonly<Record<string, readonly string[]>> = {
  dynamodb: ['@aws-sdk/client-dynamodb', '@aws-sdk/util-dynamodb'],
  eventbridge: ['@aws-sdk/client-eventbridge'],
  lambda: ['@aws-sdk/client-lambda'],
  s3: ['@aws-sdk/client-s3'],
  scheduler: ['@aws-sdk/client-scheduler'],
  ses: ['@aws-sdk/client-ses', '@aws-sdk/client-sesv2'],
  sqs: ['@aws-sdk/client-sqs'],
  http: [],
};
const suffixOf = (path: string) => /\.([a-z0-9]+)\.tsx?$/.exec(path)?.[1];
const touches = (path: string) => {
  const suffix = suffixOf(path);
  return suffix !== undefined && suffix in licences;
};

const fromAws = (to: string) => /^@(aws-sdk|smithy)\//.test(to);
/** Pure in themselves: the names that are not are in the rule about the outside world. */
const pureBuiltins = new Set(['node:buffer', 'node:crypto', 'node:path', 'node:url', 'node:util', 'node:zlib']);

/** Of the runtime, but pure: the shape of an outcome, an error. */
const inert = new Set(['done', 'MalformedEvent']);

const isHandler = (path: string) => /^functions\/[^/]+\/handler\.ts$/.test(path);

export const suffixes: readonly Rule[] = [
  {
    name: 'a file imports an SDK client only if its suffix says so',
    check: perFile(code, ({ path, imports }) =>
      imports
        .filter(({ to, typeOnly }) => fromAws(to) && !typeOnly && !licences[suffixOf(path) ?? '']?.includes(to))
        .map(({ to }) => `imports ${to} without its suffix`),
    ),
    except: {
      'shared/runtime/on-stream.ts':
        'a stream record arrives in DynamoDB’s own notation: it is read there, at the edge',
    },
    breaks: [
      {
        files: { 'shared/pair/a.ts': `import { marshall } from '@aws-sdk/util-dynamodb';` },
        says: 'imports @aws-sdk/util-dynamodb without its suffix',
      },
      {
        files: { 'shared/pair/a.sqs.ts': `import { SESClient } from '@aws-sdk/client-ses';` },
        says: 'imports @aws-sdk/client-ses without its suffix',
      },
    ],
  },
  {
    name: 'a suffix names a service of the outside world',
    check: perFile(code, ({ path }) => {
      const suffix = suffixOf(path);
      return suffix === undefined || suffix in licences ? [] : [`.${suffix} is no licence`];
    }),
    breaks: [{ files: { 'shared/pair/a.service.ts': '' }, says: '.service is no licence' }],
  },
  {
    name: 'only handlers wire',
    check: perFile(
      (path) => code(path) && !isHandler(path) && !touches(path),
      ({ imports }) =>
        imports.filter(({ ours, to, typeOnly }) => ours && !typeOnly && touches(to)).map(({ to }) => `loads ${to}`),
    ),
    breaks: [
      {
        files: {
          'functions/relay/relay.ts': `import { eventBridgeBus } from '../../shared/outbox/bus.eventbridge.ts';`,
        },
        says: 'loads shared/outbox/bus.eventbridge.ts',
      },
    ],
  },
  {
    name: 'clock, randomness, environment and logger are handed in by handlers',
    check: perFile(
      (path) => code(path) && !isHandler(path) && !touches(path) && !under('shared/runtime')(path),
      ({ imports }) =>
        imports
          .filter(({ to, typeOnly }) => !typeOnly && under('shared/runtime')(to))
          .flatMap(({ to, names }) => names.filter((name) => !inert.has(name)).map((name) => `takes ${name} of ${to}`)),
    ),
    breaks: [
      {
        files: { 'functions/relay/relay.ts': `import { now } from '../../shared/runtime/clock.ts';` },
        says: 'takes now of shared/runtime/clock.ts',
      },
    ],
  },
  {
    name: 'only the runtime knows middy',
    check: perFile(
      (path) => code(path) && !under('shared/runtime')(path),
      ({ imports }) => imports.filter(({ to }) => to.startsWith('@middy/')).map(({ to }) => `imports ${to}`),
    ),
    breaks: [
      { files: { 'functions/desk/handler.ts': `import middy from '@middy/core';` }, says: 'imports @middy/core' },
    ],
  },
  {
    name: 'no file opens a built-in that reaches out',
    check: perFile(
      (path) => code(path) && !under('shared/runtime')(path) && suffixOf(path) !== 'http',
      ({ imports }) =>
        imports
          .filter(({ to, typeOnly }) => to.startsWith('node:') && !typeOnly && !pureBuiltins.has(to))
          .map(({ to }) => `imports ${to}`),
    ),
    breaks: [
      { files: { 'functions/desk/page.tsx': `import { readFileSync } from 'node:fs';` }, says: 'imports node:fs' },
    ],
  },
];
