import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropped } from '../../../shared/reply/automatic.ts';
import { mostBytes, readMail } from '../../../shared/reply/mail.ts';
import { meaningOfMail } from '../../../shared/reply/read.ts';

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

  it.each([
    ['one line', 'a'.repeat(mostBytes)],
    ['nothing but lines', '\n'.repeat(mostBytes)],
    ['signs of quotes in one line', '2000from<'.repeat(20_000)],
    ['signs of quotes in lines', 'Op x schreef :\n'.repeat(20_000)],
    ['signs of another language', 'den. a skrev b\n'.repeat(20_000)],
    ['quote marks', '>'.repeat(mostBytes)],
    ['names and dots', 'Jonas. '.repeat(30_000)],
    ['open addresses', '<\n'.repeat(100_000)],
  ])('of %s takes no longer than a second', async (_, body) => {
    const begun = performance.now();
    expect(await whole(Buffer.from(`Subject: Re\r\nContent-Type: text/plain\r\n\r\n${body}`))).toBe('unclear');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });

  it.each(['<div '.repeat(50_000), '<blockquote'.repeat(20_000), '<hr'.repeat(50_000), `<${'a'.repeat(200_000)}`])(
    'of broken HTML takes no longer than a second',
    async (html) => {
      const begun = performance.now();
      await whole(Buffer.from(`Subject: Re\r\nContent-Type: text/html\r\n\r\n${html}`));
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );

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
