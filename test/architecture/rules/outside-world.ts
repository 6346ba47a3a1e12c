import type { Node } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { perFile, type Rule, under } from '../rule.ts';
import type { Source } from '../source.ts';

/** `object.name` read or called anywhere. */
const forbidden = new Set([
  'Date.now',
  'Math.random',
  'Temporal.Now',
  'performance.now',
  'performance.timeOrigin',
  'process.env',
  'process.hrtime',
]);
const chance = new Set(['getRandomValues', 'randomBytes', 'randomFill', 'randomFillSync', 'randomInt', 'randomUUID']);
const timers = new Set(['setTimeout', 'setInterval', 'setImmediate']);
const formats = new Set(['format', 'formatToParts']);
const reachingBuiltin = /^(node:)?(timers|http|https|http2|net|tls|dns|fs|child_process|worker_threads|os)(\/|$)/;

/** What a function of ours must be given and may not take. */
function taken(node: Node): string | undefined {
  if (isPropertyAccessExpression(node)) {
    const { text: name } = node.name;
    if (isIdentifier(node.expression) && forbidden.has(`${node.expression.text}.${name}`))
      return `${node.expression.text}.${name}`;
    return chance.has(name) && (named(node.expression, 'crypto') || isCallExpression(node.expression))
      ? name
      : undefined;
  }
  if (isNewExpression(node)) {
    return named(node.expression, 'Date') && (node.arguments?.length ?? 0) === 0 ? 'new Date()' : undefined;
  }
  if (!isCallExpression(node)) return undefined;
  const { expression: called, arguments: given } = node;
  if (isIdentifier(called)) {
    if (called.text === 'Date' || called.text === 'fetch' || timers.has(called.text)) return `${called.text}()`;
    return undefined;
  }
  if (!isPropertyAccessExpression(called)) return undefined;
  if (formats.has(called.name.text) && given.length === 0) return `.${called.name.text}() without a time`;
  const [first] = given;
  const builtin = called.name.text === 'getBuiltinModule' && first && isStringLiteral(first) ? first.text : '';
  return reachingBuiltin.test(builtin) ? builtin : undefined;
}

const named = (node: Node, name: string) => isIdentifier(node) && node.text === name;

function takes({ nodes, imports }: Source): string[] {
  const imported = imports
    .filter(({ to }) => to === 'node:crypto')
    .flatMap(({ names }) => names.filter((name) => chance.has(name) || name === '*' || name === 'default'));
  return [...nodes.flatMap((node) => taken(node) ?? []), ...imported].map((what) => `takes ${what}`);
}

export const outsideWorld: readonly Rule[] = [
  {
    name: 'no suffix, no outside world: no clock, randomness, environment, timer or network',
    check: perFile((path) => under('events', 'functions', 'shared')(path) && !under('shared/runtime')(path), takes),
    except: {
      'functions/keys/respond.http.ts': 'its suffix says so: it answers CloudFormation by HTTP',
      'shared/keys/keys.dynamodb.ts': 'the age of its own cache: a stage whose clock jumps only reads the keys again',
    },
    breaks: Object.entries({
      'export const at = Date.now();': 'takes Date.now',
      'export const at = new Date();': 'takes new Date()',
      'export const clock = { now: Date.now };': 'takes Date.now',
      'export const id = Math.random();': 'takes Math.random',
      'export const id = crypto.randomUUID();': 'takes randomUUID',
      "import { randomBytes as bytes } from 'node:crypto'; bytes(4);": 'takes randomBytes',
      "import * as everything from 'node:crypto';": 'takes *',
      "process.getBuiltinModule('node:crypto').randomBytes(4);": 'takes randomBytes',
      "process.getBuiltinModule('node:timers/promises').setTimeout(1);": 'takes node:timers/promises',
      'export const stage = process.env.STAGE;': 'takes process.env',
      'setTimeout(() => {}, 1);': 'takes setTimeout()',
      "await fetch('https://example.com');": 'takes fetch()',
      "export const today = new Intl.DateTimeFormat('de').format();": 'takes .format() without a time',
      'export const today = Temporal.Now.instant();': 'takes Temporal.Now',
    }).map(([text, says]) => ({ files: { 'shared/pair/a.ts': text }, says })),
  },
];
