import { describe, expect, it } from 'vitest';
import { frame, samples } from '../../../infra/letters/samples.ts';
import { HeaderRefused, type MimeInput, messageTags, mime } from '../../../shared/letter/mime.ts';
import { compose } from '../../../shared/letter/render/compose.ts';

const [checkIn] = samples['check-in'];
if (checkIn === undefined) throw new Error('there is no sample');

const letter: MimeInput = {
  from: { name: 'Blickwechsel für alle', address: 'mentoring@mail.example.com' },
  to: { name: 'Mia Öztürk', address: 'mia@example.com' },
  replyTo: { address: 'sabine.kraemer@example.com' },
  ...compose('check-in', checkIn, { ...frame, language: 'de' }),
  listUnsubscribe: frame.stop ?? '',
  listId: { name: 'Blickwechsel für alle', id: 'coh-1.mail.example.com' },
  letterId: 'let_01J9Z',
  at: '2026-12-04T08:00:00Z',
};

const message = async (changes: Partial<MimeInput> = {}) => (await mime({ ...letter, ...changes })).toString('latin1');
const headersOf = async (changes: Partial<MimeInput> = {}) =>
  ((await message(changes)).split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ').split('\r\n');

describe('a message', () => {
  it('carries the headers that keep robots quiet and people free', async () => {
    const headers = await headersOf();
    expect(headers).toContain(`List-Unsubscribe: <${frame.stop}>`);
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(headers).toContain('Auto-Submitted: auto-generated');
    expect(headers).toContain('X-Auto-Response-Suppress: All');
    expect(headers).toContain('List-ID: "Blickwechsel fur alle" <coh-1.mail.example.com>');
    expect(headers).toContain('Reply-To: sabine.kraemer@example.com');
  });

  it('is dated by its caller', async () => {
    expect(await headersOf()).toContain('Date: Fri, 04 Dec 2026 08:00:00 +0000');
  });

  it('offers to stop only what may be stopped', async () => {
    const { listUnsubscribe, ...unstoppable } = letter;
    expect(listUnsubscribe).toBeDefined();
    expect((await mime(unstoppable)).toString()).not.toContain('List-Unsubscribe');
  });

  it('has a text part before its HTML part, and short lines of ASCII', async () => {
    const raw = await message();
    expect(raw.indexOf('text/plain')).toBeGreaterThan(0);
    expect(raw.indexOf('text/html')).toBeGreaterThan(raw.indexOf('text/plain'));
    expect(raw).not.toMatch(/[^\t\r\n -~]/);
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  it('is the same bytes when it is built again', async () => {
    expect(await message()).toBe(await message());
  });

  it.each(['\r', '\n', '\0', '\r\nBcc: eve@example.com'])(
    'refuses %j in anything that becomes a header',
    async (break_) => {
      const changes: Partial<MimeInput>[] = [
        { subject: `Hello${break_}` },
        { from: { name: `A${break_}`, address: 'a@example.com' } },
        { from: { address: `a@example.com${break_}` } },
        { to: { name: `A${break_}`, address: 'a@example.com' } },
        { to: { address: `a@example.com${break_}` } },
        { replyTo: { name: `A${break_}`, address: 'a@example.com' } },
        { listUnsubscribe: `https://example.com/${break_}` },
        { listId: { name: `A${break_}`, id: 'a.example.com' } },
        { listId: { name: 'A', id: `a.example.com${break_}` } },
        { letterId: `let${break_}` },
        { at: `2026-12-04T08:00:00Z${break_}` },
      ];
      for (const change of changes) await expect(mime({ ...letter, ...change })).rejects.toThrow(HeaderRefused);
    },
  );

  it('has one recipient, whatever a name says', async () => {
    const headers = await headersOf({ to: { name: 'Mia" <eve@example.com>, "Mia', address: 'mia@example.com' } });
    const to = headers.filter((header) => header.startsWith('To:')).join();
    expect(to).toMatch(/<mia@example\.com>$/);
    expect(to.replace(/"(\\.|[^"\\])*"/, '')).not.toContain('eve');
    for (const address of ['a@example.com, eve@example.com', 'a@example.com>', 'a b@example.com', '']) {
      await expect(mime({ ...letter, to: { address } })).rejects.toThrow(HeaderRefused);
    }
  });

  it('is found again by tags that SES accepts', () => {
    expect(messageTags({ letterId: 'let_01J', scope: 'cohort-1' })).toEqual([
      { Name: 'letterId', Value: 'let_01J' },
      { Name: 'scope', Value: 'cohort-1' },
    ]);
    expect(() => messageTags({ letterId: 'let_01J', scope: 'a@example.com' })).toThrow(HeaderRefused);
  });
});
