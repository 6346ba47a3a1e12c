import { expect, it } from 'vitest';
import { addressesOf, cutOff, everybody, isRunName } from '../../deployed/people.ts';

const addresses = addressesOf(everybody('monday', 'deployed-test.example'));

it('knows the addresses of a run by its name, so that a stage can be told to write to them', () => {
  expect(addresses).toEqual([
    'junior-monday@deployed-test.example',
    'senior-monday@deployed-test.example',
    'coordinator-monday@deployed-test.example',
    'independent-monday@deployed-test.example',
  ]);
  expect(['monday', 'm0nday-2'].every(isRunName)).toBe(true);
  expect(['', 'Monday', '-x', 'a b', 'x@y', 'x'.repeat(31)].filter(isRunName)).toEqual([]);
});

it('says whom a stage would not write to, before anybody waits for a letter', () => {
  expect(cutOff('everyone', addresses)).toEqual([]);
  expect(cutOff({ only: [...addresses, 'hr@example.org'] }, addresses)).toEqual([]);
  expect(cutOff({ only: addresses.slice(1) }, addresses)).toEqual(addresses.slice(0, 1));
  expect(cutOff({ redirectTo: 'me@example.org' }, addresses)).toEqual(addresses);
});
