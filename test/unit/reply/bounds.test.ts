import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropped } from '../../../shared/reply/automatic.ts';
import { beginningOf, mostBytes, mostLines, quotedFrom, readMail, withoutLinks } from '../../../shared/reply/mail.ts';
import { meaningOf, mostWords } from '../../../shared/reply/meaning.ts';
import { meaningOfMail } from '../../../shared/reply/read.ts';
import { bounded, longestLine, mostCharacters } from '../../../shared/reply/words.ts';

const jonas = { names: ['Jonas', 'Weber'], today: '2026-03-05' };
async function whole(raw: Uint8Array) {
  const mail = await readMail(raw);
  return mail && (dropped(mail, 'programme@mentoring.example') ?? meaningOfMail(mail, jonas));
}
const part = (name: string, content: string) =>
  `--b\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${content}\r\n`;
const withParts = (parts: string) =>
  Buffer.from(
    `Subject: Re\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nJa\r\n${parts}--b--\r\n`,
  );

describe('a mail that is too much', () => {
  it('of 10 MB is read as far as its words go', async () => {
    const raw = withParts(part('big.pdf', 'QUJD'.repeat(2_621_440)));
    expect(raw.length).toBeGreaterThan(10 * 2 ** 20);
    expect(await whole(raw)).toEqual({ met: 'yes' });
  });

  it('with 200 attachments is read without them', async () => {
    const raw = withParts(Array.from({ length: 200 }, (_, n) => part(`${n}.pdf`, 'QUJD'.repeat(4_000))).join(''));
    expect(await whole(raw)).toEqual({ met: 'yes' });
  });

  const long = [
    ['one line', 'a'.repeat(mostBytes)],
    ['nothing but lines', '\n'.repeat(mostBytes)],
    ['signs of quotes in one line', '2000from<'.repeat(20_000)],
    ['signs of quotes in lines', 'Op x schreef :\n'.repeat(20_000)],
    ['signs of another language', 'den. a skrev b\n'.repeat(20_000)],
    ['quote marks', '>'.repeat(mostBytes)],
    ['names and dots', 'Jonas. '.repeat(30_000)],
    ['open addresses', '<\n'.repeat(100_000)],
    ['an answer, again and again', 'ja '.repeat(30_000)],
  ] as const;

  it.each(long)('of %s says nothing', async (_, body) => {
    expect(await whole(Buffer.from(`Subject: Re\r\nContent-Type: text/plain\r\n\r\n${body}`))).toBe('unclear');
  });

  it.each([
    '<div '.repeat(50_000),
    '<blockquote'.repeat(20_000),
    '<hr'.repeat(50_000),
    `<${'a'.repeat(200_000)}`,
    '<a href='.repeat(20_000),
    `<a ${'href='.repeat(20_000)}`,
    `<a ${'href='.repeat(10_000)}>`,
  ])('of broken HTML says nothing, in whichever part it stands', async (html) => {
    const alone = `Subject: Re\r\nContent-Type: text/html\r\n\r\n${html}`;
    const parts = ['text/plain', 'text/html'].map((type) => `--b\r\nContent-Type: ${type}\r\n\r\n${html}\r\n`).join('');
    const beside = `Subject: Re\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`;
    const within = `Subject: Re\r\nContent-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n${beside}`;
    for (const raw of [alone, beside, within]) expect(await whole(Buffer.from(raw))).toBe('unclear');
  });

  it('is looked at as far as its beginning, however much more there is', () => {
    const sizes = fc.record({ unit: fc.string({ minLength: 1, maxLength: 20 }), times: fc.nat(20_000) });
    fc.assert(
      fc.property(sizes, ({ unit, times }) => {
        const raw = Buffer.from(unit.repeat(times));
        const begun = beginningOf(raw);
        const lines = Buffer.from(begun).toString('latin1').split('\n').length - 1;
        expect([begun.length <= mostBytes, lines <= mostLines]).toEqual([true, true]);
        expect(Buffer.compare(begun, raw.subarray(0, begun.length))).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it.each(long)('of %s gives the reply parser no more than a page', (_, body) => {
    const page = bounded(body);
    expect(page.length).toBeLessThanOrEqual(mostCharacters + '\n[cut]'.length);
    expect(Math.max(...page.split('\n').map((line) => line.length))).toBeLessThanOrEqual(longestLine);
  });

  it('in its words is not listened to beyond those of a plain answer', () => {
    const answer = 'ja '.repeat(mostWords / 4);
    expect(meaningOf([answer], jonas.today)).toEqual({ met: 'yes' });
    expect(meaningOf([answer, answer], jonas.today)).toBe('unclear');
  });

  it('in its HTML is searched by patterns that repeat nothing without a limit', () => {
    for (const { source } of quotedFrom) {
      const outsideOfSets = source.replace(/\[[^\]]*\]/g, 'x').replace(/\\./g, 'x');
      expect(outsideOfSets).not.toMatch(/[*+]|\{\d+,\}/);
    }
  });

  it('in its links is never matched against itself', () => {
    const tag = fc.array(fc.constantFrom('<a ', '<A', '>', 'href=', '"', "'", ' ', 'x', '<', '/', '<a', '</a>'));
    fc.assert(fc.property(tag, (tags) => void expect(withoutLinks(tags.join(''))).not.toMatch(/<a\b/i)));
    expect(withoutLinks('<a name="_Original"></a><a href="https://x.example">Ja</a>')).toBe('</a> (link) Ja</a>');
  });

  it('of any bytes never throws', async () => {
    const header = fc.constantFrom(
      'Content-Type: multipart/mixed; boundary=b',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: base64',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/plain; charset=nonsense',
      'Content-Type: message/rfc822',
      'Subject: =?x?y?z?=',
    );
    const message = fc
      .tuple(fc.array(header), fc.uint8Array({ maxLength: 2_000 }))
      .map(([headers, body]) => Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n--b\r\n`), body]));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), message), async (raw) => void (await whole(raw))),
      { numRuns: 300 },
    );
  });
});
