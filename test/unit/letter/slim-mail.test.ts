import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { describe, expect, it } from 'vitest';
import type { PairId } from '../../../events/ids.ts';
import { slimCalendar } from '../../../infra/build/slim-calendar.ts';
import { slimMail } from '../../../infra/build/slim-mail.ts';
import { calendarPart, type Invitation } from '../../../shared/letter/invitation.ts';
import { mime } from '../../../shared/letter/mime.ts';

const meeting: Invitation = {
  pairId: 'pair_0a1b2c3d4e5f' as PairId,
  meeting: { asks: 'set', number: 1, sequence: 0, startsAt: '2026-12-08T09:00:00.000Z', minutes: 60 },
  summary: 'Blickwechsel: Mia',
  organizer: { name: 'Blickwechsel', address: 'mentoring@mail.example.com' },
  attendees: [{ name: 'Mia Öztürk', address: 'mia@example.com' }],
  at: '2026-12-04T08:00:00.000Z',
};
const letter = {
  from: { address: 'mentoring@mail.example.com' },
  to: { name: 'Mia Öztürk', address: 'mia@example.com' },
  replyTo: { name: 'Sabine Krämer', address: 'sabine.kraemer@example.com' },
  subject: 'Grüße',
  html: '<p>Hallo Mia</p>',
  text: 'Hallo Mia',
  listId: { name: 'Blickwechsel', id: 'coh-1.mail.example.com' },
  letterId: 'let_01J9Z',
  at: '2026-12-04T08:00:00Z',
};

async function bundled(file: string, plugins: Plugin[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../../shared/letter/${file}`, import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins,
  });
  return outputFiles[0]?.text ?? '';
}
const load = (source: string) => import(`data:text/javascript,${encodeURIComponent(source)}`);

describe('a bundle', () => {
  it('composes the same bytes without an http client and a parser of addresses', async () => {
    const source = await bundled('mime.ts', [slimMail]);
    expect(source).not.toMatch(/from ["'](node:)?https?["']/);
    const slim: { mime: typeof mime } = await load(source);
    const invited = { ...letter, calendar: calendarPart(meeting) };
    const twice = { ...invited, alsoInCalendar: [calendarPart({ ...meeting, at: '2026-12-05T08:00:00.000Z' })] };
    for (const each of [letter, invited, twice]) {
      expect((await slim.mime(each)).toString()).toBe((await mime(each)).toString());
    }
  });

  it('writes the same invitation without alarms and categories', async () => {
    const slim: { calendarPart: typeof calendarPart } = await load(await bundled('invitation.ts', [slimCalendar]));
    for (const asks of ['set', 'cancelled'] as const) {
      const each = { ...meeting, meeting: { ...meeting.meeting, asks } };
      expect(slim.calendarPart(each)).toEqual(calendarPart(each));
    }
  });
});
