import { expect, it } from 'vitest';
import { readMail } from '../../../infra/local/rehearse/mail.ts';
import { mime } from '../../../shared/letter/mime.ts';

it('reads a letter as a mail program does', async () => {
  const raw = await mime({
    from: { name: 'Umkehr', address: 'programme@mentoring.example' },
    to: { name: 'Jörg Groß', address: 'joerg@example.com' },
    subject: 'Machst du mit? Täglich grüßt …',
    html: '<p>Grüße</p><a href="http://localhost:4400/confirm/k.p.m?answer=yes">Ja, ich nehme teil</a>',
    text: 'Grüße',
    listId: { name: 'Umkehr', id: 'c.example.com' },
    listUnsubscribe: 'http://localhost:4400/stop/t',
    letterId: 'let_1',
    at: '2026-03-02T08:00:00.000Z',
  });
  const letter = await readMail({
    messageId: 'm',
    raw: raw.toString('utf8'),
    destinations: ['joerg@example.com'],
    at: '2026-03-02T08:00:00.000Z',
  });
  expect(letter.subject).toBe('Machst du mit? Täglich grüßt …');
  expect(letter.link('Ja, ich nehme teil')).toBe('http://localhost:4400/confirm/k.p.m?answer=yes');
  expect(letter.link(/^\/confirm\//)).toBe(letter.link('Ja, ich nehme teil'));
  expect(letter.header('List-Unsubscribe')).toBe('<http://localhost:4400/stop/t>');
});
