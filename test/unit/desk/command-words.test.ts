import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandWord } from '../../../shared/desk/command-words.ts';

const rooms = 'functions/{cohorts,desk,launch,people,records,review,sources,staff,upload}/**/*.{ts,tsx}';
/** Where a room names a command, by itself or by way of a helper of its own. */
const calls = /\b(?:commandOf|command|commit|settle|step)\(([^()]*)/g;
/** Put together from parts, or kept in a table beside the call. */
const others = [
  'finish task',
  'drop task',
  'switch form on',
  'switch form off',
  'pin pair',
  'block pair',
  'release pair',
];
/** Given before anybody is signed in. */
const doors = new Set(['sign-in', 'ask-to-sign-in']);

it('says in the audit in German what a member of the desk did, whatever it was', () => {
  const named = globSync(rooms)
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(calls)])
    .flatMap(([, inside = '']) => [...inside.matchAll(/'([a-z]+(?:[ -][a-z]+)+|export)'/g)])
    .map(([, name = '']) => name);
  const names = [...new Set([...named, ...others])].filter((name) => !doors.has(name));
  expect(names.length).toBeGreaterThan(45);
  expect(names.filter((name) => commandWord(name, 'de') === name)).toEqual([]);
});
