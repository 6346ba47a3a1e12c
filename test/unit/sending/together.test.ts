import { expect, it } from 'vitest';
import { write } from '../../../shared/letter/content/contents.ts';
import { together } from '../../../shared/letter/content/together.ts';

const voice = { language: 'en', address: 'sie', programme: 'Reverse Mentoring', signature: '' } as const;
const about = (name: string) =>
  ({
    person: { callName: 'Jonas', name: 'Jonas Weber' },
    role: 'junior',
    partner: { callName: name, name },
    closes: '2026-03-16',
    yes: `https://example.com/${name}?p1=yes`,
    dateIsSet: `https://example.com/${name}?p1=date`,
    no: `https://example.com/${name}?p1=no`,
    byMail: false,
  }) as const;
const first = write('check-in', about('Sabine'), voice);
const second = write('check-in-reminder', about('Karl'), voice);

it('shows both purposes, greets and signs once, and says once who reads an answer', () => {
  const both = together(first, [second]);
  expect(both.subject).toBe(`${first.subject} + ${second.subject}`);
  const links = both.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices.map(({ href }) => href) : []));
  expect(links).toEqual(
    ['Sabine', 'Karl'].flatMap((name) => ['yes', 'date', 'no'].map((p1) => `https://example.com/${name}?p1=${p1}`)),
  );
  const count = (kind: string) => both.blocks.filter((block) => block.kind === kind).length;
  expect([count('greeting'), count('signature'), count('note')]).toEqual([1, 1, 1]);
  expect(both.blocks.at(-1)?.kind).toBe('signature');
});

it('says the first subject alone where all of them would be cut', () => {
  expect(together(first, [second, second, second]).subject).toBe(first.subject);
});

it('leaves a letter alone as it is', () => {
  expect(together(first, [])).toBe(first);
});
