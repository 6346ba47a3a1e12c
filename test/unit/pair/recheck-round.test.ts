import { describe, expect, it } from 'vitest';
import type { UploadId } from '../../../events/ids.ts';
import {
  beginImport,
  endImport,
  factsChanged,
  finish,
  goOn,
  isLate,
  type Recheck,
  ring,
  take,
  waitOn,
} from '../../../shared/pair/recheck-round.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { after, cohortId, noon } from '../../support/programme.ts';

const upload = (name: string) => ({ cohortId, uploadId: `upl_${name}00000000` as UploadId });
const at = (minutes: number) => after(noon, minutes * 60);

/** Takes steps one after the other, as commits would, and keeps what they say. */
function played(...steps: ((current: Recheck | undefined) => Step<Recheck>)[]) {
  let current: Recheck | undefined;
  const said: string[] = [];
  for (const step of steps) {
    const result = step(current);
    if ('refused' in result) said.push(result.refused);
    else {
      current = { ...result.to, schema: 1, version: (current?.version ?? 0) + 1 };
      said.push(...(result.says ?? []).map(({ data }) => `round ${Object(data).round}`));
    }
  }
  return { current, said };
}

const begin = (name: string) => (current: Recheck | undefined) => beginImport(current, upload(name), noon);
const end = (name: string) => (current: Recheck | undefined) => endImport(current, upload(name), noon);
const line = (current: Recheck | undefined) => factsChanged(current, cohortId, noon);
const taken = (round: number) => (current: Recheck | undefined) => take(current, round);
const finished = (round: number) => (current: Recheck | undefined) => finish(current, round);

describe('the rounds of the re-check', () => {
  it('begins one when a file is through, however many lines it has', () => {
    const { current, said } = played(begin('a'), line, line, end('a'));
    expect(said).toEqual(['wanted already', 'wanted already', 'round 1']);
    expect(current).toMatchObject({ state: 'wanted', round: 1, importing: {} });
  });

  it('is overtaken by a newer file, which is judged whole in a round of its own', () => {
    const { current, said } = played(begin('a'), end('a'), taken(1), begin('b'), finished(1), taken(1), end('b'));
    expect(said).toEqual(['round 1', 'overtaken', 'overtaken', 'round 2']);
    expect(current).toMatchObject({ state: 'wanted', round: 2 });
  });

  it('is wanted anew by a line that comes after its facts were read', () => {
    expect(played(begin('a'), end('a'), taken(1), line).said).toEqual(['round 1', 'round 2']);
    expect(played(begin('a'), end('a'), taken(1), finished(1), line).said).toEqual(['round 1', 'round 2']);
  });

  it('goes on after a crash, and is over once', () => {
    const { current, said } = played(begin('a'), end('a'), taken(1), taken(1), finished(1), taken(1));
    expect(said).toEqual(['round 1', 'checked already']);
    expect(current?.state).toBe('done');
  });

  it('takes its timer out with the first step, and carries on with a cursor only while it is its own', () => {
    const { current } = played(begin('a'), end('a'), taken(1));
    expect(goOn(current, 1, 'here')).toMatchObject({ says: [{ data: { round: 1, cursor: 'here' } }] });
    expect(goOn(current, 0, 'here')).toEqual({ refused: 'overtaken' });
    expect(current?.dueAt).toBeUndefined();
  });

  it('waits for lines a minute at first, then longer, an hour at most', () => {
    const { current } = played(begin('a'), end('a'));
    const waits = (minutes: number) => {
      const step = waitOn(current, 1, at(minutes));
      return 'to' in step && step.to.dueAt;
    };
    expect([0, 20, 10_000].map(waits)).toEqual([at(1), at(25), at(10_060)]);
    expect(waitOn(current, 2, noon)).toEqual({ refused: 'overtaken' });
  });

  it('says its round again when the timer rings', () => {
    const { current } = played(begin('a'), end('a'), (each) => waitOn(each, 1, noon));
    expect(current && ring(current, at(0))).toEqual({ refused: 'not due' });
    expect(current && ring(current, at(1))).toMatchObject({ says: [{ data: { round: 1 } }] });
  });

  it('does not wait for ever for a line that has been given up', () => {
    expect([isLate(noon, at(23 * 60)), isLate(noon, at(24 * 60))]).toEqual([false, true]);
  });
});
