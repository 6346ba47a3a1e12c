import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { react } from '../../../../functions/on-reply-received/react.ts';
import { checkIns } from '../../../../shared/check-in/check-in.ts';
import { letterIdOf, letters } from '../../../../shared/letter/letter.ts';
import { pairs } from '../../../../shared/pair/pair.ts';
import { replyAddresses } from '../../../../shared/reply/make.ts';
import { sessionIdOf, sessions } from '../../../../shared/session/session.ts';
import { triggerAt } from '../../../support/browser-without-browser.ts';
import type { MemoryTable } from '../../../support/memory-table.ts';
import { after, checkInId, cohortId, junior, noon, pairId, programme } from '../../../support/programme.ts';

const ref = { cohortId, pairId, checkInId };
const domain = 'reply.mentoring.example';
const byMail = { cohort: { replyByMail: true } };
/** 3 March, and the session of that day. */
const nextDay = after(noon, 24 * 3600);
const dayOfSession = { cohortId, pairId, sessionId: sessionIdOf(pairId, '2026-03-01') };

async function mailbox(memory: MemoryTable) {
  const checkIn = await memory.table.get(checkIns, ref);
  const make = replyAddresses(memory.keys, domain);
  const address = checkIn && (await make?.(checkIn, '2026-03-23T08:00:00.000Z'));
  const incoming = async (raw: string | Uint8Array, at = noon) =>
    react(
      { key: 'a-message' },
      {
        table: memory.table,
        keys: memory.keys,
        rawMail: { read: async () => ({ raw: Buffer.from(raw), at }) },
        domain,
        ourSender: 'programme@mentoring.example',
      },
      triggerAt(after(at, 5)),
    );
  return {
    incoming,
    says: (words: string, at?: string, headers = '') =>
      incoming(
        `Return-Path: <a@b.example>\r\nFrom: Anybody <a@b.example>\r\nTo: Reverse Mentoring <${address}>\r\nSubject: Re: x\r\n${headers}Content-Type: text/plain; charset=utf-8\r\n\r\n${words}\r\n`,
        at,
      ),
  };
}
const checkInOf = ({ table }: MemoryTable) => table.get(checkIns, ref);
const unclearOn = (day: number) =>
  letterIdOf({ scope: cohortId, kind: 'unclear-reply', to: { personId: junior }, subject: {}, sequence: day });

describe('a reply by mail', () => {
  it('answers the first question and logs the meeting that it tells of', async () => {
    const memory = programme(byMail);
    const { says } = await mailbox(memory);
    expect(await says('Ja, am 1. getroffen, 45 Minuten')).toMatchObject({ outcome: 'saved' });
    expect(await checkInOf(memory)).toMatchObject({ state: 'answered', answers: { P1: 'yes' }, answeredAt: noon });
    expect(await memory.table.get(sessions, dayOfSession)).toMatchObject({
      state: 'logged',
      logs: { junior: { minutes: 45, movedBy: 'nobody', at: noon } },
    });
    expect(memory.said().map(({ detailType }) => detailType)).toContain('session.logged.v1');
  });

  it('keeps nothing of its words, and leaves what is sealed as it was', async () => {
    const memory = programme({ ...byMail, checkIn: { sealed: 'c2VhbGVk' } });
    const { says } = await mailbox(memory);
    await says('Wir haben uns nicht getroffen');
    expect(await checkInOf(memory)).toMatchObject({ answers: { P1: 'no' }, sealed: 'c2VhbGVk' });
    await says('Sabine ist nie da', after(noon, 60));
    expect(memory.text()).not.toMatch(/getroffen|nie da|b\.example/);
  });

  it('plans the meeting whose day it tells, and takes back no day that was told later', async () => {
    const memory = programme(byMail);
    const { says } = await mailbox(memory);
    expect(await says('Nein, aber wir haben einen Termin am 20. März')).toMatchObject({ outcome: 'saved' });
    const ref = { cohortId, pairId };
    expect((await checkInOf(memory))?.answers).toEqual({ P1: 'date' });
    expect(await memory.table.get(pairs, ref)).toMatchObject({ nextSession: '2026-03-20' });
    const sessionId = sessionIdOf(pairId, '2026-03-20');
    expect(await memory.table.get(sessions, { ...ref, sessionId })).toMatchObject({ state: 'planned' });
    await says('Nein, wir treffen uns am 27. März', after(noon, 60));
    await says('Nein, aber wir haben einen Termin am 20. März');
    expect(await memory.table.get(pairs, ref)).toMatchObject({ nextSession: '2026-03-27' });
    expect(await memory.table.get(sessions, { ...ref, sessionId })).toMatchObject({ state: 'moved' });
  });

  it('told twice is saved once, and never undoes what was said later', async () => {
    const memory = programme(byMail);
    const { says } = await mailbox(memory);
    await says('nein');
    const commits = memory.commits();
    expect(await says('nein')).toMatchObject({ outcome: 'known' });
    await says('ja, am 1. für eine Stunde', after(noon, 60));
    expect(await says('nein')).toMatchObject({ outcome: 'known' });
    await says('ja, am 1. für eine Stunde', after(noon, 60));
    expect(await checkInOf(memory)).toMatchObject({ answers: { P1: 'yes' } });
    // The second answer, its meeting, and the letter that says what was noted.
    expect(memory.commits()).toBe(commits + 3);
  });

  it('that is unclear brings one letter a day, whatever comes', async () => {
    const memory = programme(byMail);
    const { says } = await mailbox(memory);
    for (const minute of [0, 1, 2]) {
      expect(await says('Kommt darauf an', after(noon, minute * 60))).toMatchObject({ outcome: 'unclear' });
    }
    await says('Ja, am 30. Januar, 45 Minuten', after(noon, 600));
    const letter = await memory.table.get(letters, { scope: cohortId, letterId: unclearOn(20260302) });
    expect(letter).toMatchObject({ kind: 'unclear-reply', subject: { checkInId }, version: 1 });
    expect((await checkInOf(memory))?.state).toBe('asked');
    expect(await memory.table.get(sessions, dayOfSession)).toBeUndefined();
    await says('Kommt darauf an', nextDay);
    expect(await memory.table.get(letters, { scope: cohortId, letterId: unclearOn(20260303) })).toBeDefined();
  });

  it('to a check-in that has closed, or in a cohort that takes none, is answered with a letter too', async () => {
    for (const more of [{ ...byMail, checkIn: { state: 'lapsed' as const } }, {}]) {
      const memory = programme(more);
      const { says } = await mailbox(memory);
      await says('ja');
      expect(await memory.table.get(letters, { scope: cohortId, letterId: unclearOn(20260302) })).toBeDefined();
      expect((await checkInOf(memory))?.answers).toBeUndefined();
    }
  });

  it.each([
    ['automatic', 'Auto-Submitted: auto-replied\r\n'],
    ['spam', 'X-SES-Spam-Verdict: FAIL\r\n'],
    ['virus', 'X-SES-Virus-Verdict: FAIL\r\n'],
  ])('that is %s brings nothing, not even a letter', async (why, header) => {
    const memory = programme(byMail);
    const { says } = await mailbox(memory);
    expect(await says('Ja, am 1., 45 Minuten', noon, header)).toEqual({ outcome: 'dropped', why });
    expect(memory.commits()).toBe(0);
  });

  it('of somebody who has left, or to an address that is forged, expired or doubled, brings nothing', async () => {
    const left = programme({ ...byMail, junior: { state: 'left' } });
    expect(await (await mailbox(left)).says('ja')).toMatchObject({ outcome: 'not applicable' });
    const memory = programme(byMail);
    const { says, incoming } = await mailbox(memory);
    const nowhere = { outcome: 'dropped', why: 'not addressed to a check-in' };
    expect(await says('ja', '2026-03-24T00:00:00.000Z')).toEqual(nowhere);
    const forged = readFileSync(new URL('../../../data/replies/gmail-de-yes.eml', import.meta.url));
    expect(await incoming(forged)).toEqual(nowhere);
    expect(
      await says(
        'ja',
        noon,
        'Cc: reply+06g6xz008gs19ht2ajv3bkra3cp3tkjz18djrfaebwfp7r2w45b312053w@reply.mentoring.example\r\n',
      ),
    ).toEqual(nowhere);
    expect(memory.commits() + left.commits()).toBe(0);
  });

  it('with a thousand others at once stays what it is', async () => {
    const memory = programme(byMail);
    const { says } = await mailbox(memory);
    const words = ['ja', 'nein', 'Termin steht', 'weiß nicht'];
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => says(words[n % 4] ?? '', after(noon, n))));
    expect(await checkInOf(memory)).toMatchObject({ answers: { P1: 'date' }, answeredAt: after(noon, 998) });
    const all = [...memory.text().matchAll(/"kind":"unclear-reply"/g)];
    expect(all).toHaveLength(1);
  });
});
