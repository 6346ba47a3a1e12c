import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { PairId } from '../../../events/ids.ts';
import { calendarPart, type Invitation } from '../../../shared/letter/invitation.ts';
import { mime } from '../../../shared/letter/mime.ts';

const invitation: Invitation = {
  pairId: 'pair_0a1b2c3d4e5f' as PairId,
  meeting: { asks: 'set', number: 2, sequence: 1, startsAt: '2026-10-25T00:30:00.000Z', minutes: 60 },
  summary: 'Blickwechsel: Mia',
  organizer: { name: 'Blickwechsel', address: 'mentoring@mail.example.com' },
  attendees: [
    { name: 'Dr. Jonas Weidenfeller', address: 'jonas@example.com' },
    { name: 'Mia Öztürk', address: 'mia@example.com' },
  ],
  at: '2026-10-20T08:00:00.000Z',
};

/** The lines as a calendar reads them (RFC 5545, 3.1): folded ones put together again. */
const unfolded = (content: string) =>
  content
    .replace(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n');
/** Read by ourselves and not by what wrote it: name, parameters and value of each line. */
function read(content: string) {
  return unfolded(content).map((line) => {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/.exec(line) ?? [];
    return { name, parameters, value };
  });
}
const valuesOf = (content: string, name: string) =>
  read(content).flatMap((line) => (line.name === name ? [line.value] : []));
const written = (more: Partial<Invitation> = {}) => calendarPart({ ...invitation, ...more });
const cancelled = { ...invitation.meeting, asks: 'cancelled', sequence: 2 } as const;

describe('an invitation for calendars', () => {
  it('says which meeting, when, and how often it has changed', () => {
    const { method, content } = written();
    expect(method).toBe('REQUEST');
    const fields = Object.fromEntries(read(content).map(({ name, value }) => [name, value]));
    expect(fields).toMatchObject({
      METHOD: 'REQUEST',
      UID: 'pair_0a1b2c3d4e5f.2@appointments',
      SEQUENCE: '1',
      DTSTAMP: '20261020T080000Z',
      // The night in which clocks go back: UTC leaves no doubt.
      DTSTART: '20261025T003000Z',
      DTEND: '20261025T013000Z',
      SUMMARY: 'Blickwechsel: Mia',
      STATUS: 'CONFIRMED',
      ORGANIZER: 'mailto:mentoring@mail.example.com',
    });
  });

  it('asks nobody for an answer that nobody would read', () => {
    const attendees = read(written().content).filter(({ name }) => name === 'ATTENDEE');
    expect(attendees.map(({ value }) => value.toLowerCase())).toEqual([
      'mailto:jonas@example.com',
      'mailto:mia@example.com',
    ]);
    for (const { parameters } of attendees) {
      expect(parameters).toContain(';RSVP=FALSE');
      expect(parameters).toContain(';PARTSTAT=ACCEPTED');
    }
  });

  it('takes the same entry away again, with a higher sequence', () => {
    const { method, content } = written({ meeting: cancelled });
    expect(method).toBe('CANCEL');
    expect(valuesOf(content, 'METHOD')).toEqual(['CANCEL']);
    expect(valuesOf(content, 'STATUS')).toEqual(['CANCELLED']);
    expect(valuesOf(content, 'UID')).toEqual(valuesOf(written().content, 'UID'));
    expect(valuesOf(content, 'SEQUENCE')).toEqual(['2']);
  });

  it('is lines of at most 75 bytes, and the same when it is written again', () => {
    const long = { summary: 'Ä'.repeat(120) };
    for (const line of written(long).content.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(valuesOf(written(long).content, 'SUMMARY')).toEqual(['Ä'.repeat(120)]);
    expect(written(long)).toEqual(written(long));
  });

  it.each([
    'Mia\r\nATTENDEE:mailto:eve@example.com',
    'Mia\nEND:VEVENT\nBEGIN:VEVENT',
    'Mia";X=1:mailto:eve@example.com',
    'Mia; Eve, “Chief” \\ Officer',
    'Mia\r\n\r\n ATTACH:https://example.com',
  ])('takes a call name like %j as text', (name) => {
    const { content } = written({
      summary: `Blickwechsel: ${name}`,
      attendees: [{ name, address: 'mia@example.com' }],
      organizer: { name, address: 'mentoring@mail.example.com' },
    });
    const honest = written({ attendees: [{ name: 'Mia', address: 'mia@example.com' }] }).content;
    expect(read(content).map((line) => line.name)).toEqual(read(honest).map((line) => line.name));
    expect(valuesOf(content, 'ATTENDEE')).toEqual(['mailto:mia@example.com'.replace('mailto', 'MAILTO')]);
    expect(valuesOf(content, 'ORGANIZER')).toEqual(['mailto:mentoring@mail.example.com']);
    const [summary = ''] = valuesOf(content, 'SUMMARY');
    const text = summary.replace(/\\([\\;,nN])/g, (_, what: string) => (/n/i.test(what) ? '\n' : what));
    expect(text).toBe(`Blickwechsel: ${name.replaceAll(/\r\n|\r/g, '\n')}`);
  });
});

describe('the mail around it', () => {
  const mail = async (meeting: Invitation['meeting']) =>
    mime({
      from: invitation.organizer,
      to: { name: 'Mia Öztürk', address: 'mia@example.com' },
      subject: 'Termin',
      html: '<p>Hallo</p>',
      text: 'Hallo',
      calendar: written({ meeting }),
      listId: { name: 'Blickwechsel', id: 'coh-1.mail.example.com' },
      letterId: 'let_01J9Z',
      at: invitation.at,
    });

  it.each([
    ['REQUEST', invitation.meeting],
    ['CANCEL', cancelled],
  ] as const)('has it beside the text and as a file: %s', async (method, meeting) => {
    const raw = await mail(meeting);
    expect(raw.toString('latin1')).not.toMatch(/[^\t\r\n -~]/);
    const { text, html, attachments } = await PostalMime.parse(raw);
    expect(text?.trim()).toBe('Hallo');
    expect(html).toContain('<p>Hallo</p>');
    const contents = attachments.map(({ mimeType, content }) => [
      mimeType,
      typeof content === 'string' ? content : new TextDecoder().decode(content),
    ]);
    const { content } = written({ meeting });
    // Line ends of text are the reader's own.
    expect(contents.map(([type, text]) => [type, text?.replaceAll('\r\n', '\n')])).toEqual([
      ['text/calendar', content.replaceAll('\r\n', '\n')],
      ['application/ics', content.replaceAll('\r\n', '\n')],
    ]);
    expect(raw.toString().replaceAll('\r\n', '')).toContain(Buffer.from(content).toString('base64'));
    expect(attachments[0]).toMatchObject({ method, filename: null });
    expect(attachments[1]).toMatchObject({ filename: 'invite.ics', disposition: 'attachment' });
  });

  it('offers it as the last of the alternatives', async () => {
    const raw = (await mail(invitation.meeting)).toString();
    const [alternatives = ''] = /multipart\/alternative;[\s\S]*/.exec(raw) ?? [];
    const order = [...alternatives.matchAll(/Content-Type: (text\/[a-z]+)/g)].map(([, type]) => type);
    expect(order).toEqual(['text/plain', 'text/html', 'text/calendar']);
    expect(alternatives).toContain('method=REQUEST');
  });
});
