import { describe, expect, it } from 'vitest';
import { frame, samples } from '../../../infra/letters/samples.ts';
import { type LetterVariables, type WrittenKind, writtenKinds } from '../../../shared/letter/content/contents.ts';
import { lettersOf, mostOwnWords, OwnWords } from '../../../shared/letter/content/own-words.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { flat, hrefs, readable } from './reading.ts';

const own = {
  opening: 'Lieb & <b>wichtig</b>: EROEFFNUNG.\n\n{{programme}} lädt ein.',
  introduction: 'Ein NOTIZ-Satz <script>alert(1)</script>.',
  closing: 'Bis bald, SCHLUSS "wirklich".',
};

function lettersIn<Kind extends WrittenKind>(kind: Kind, language: 'de' | 'en', words?: OwnWords) {
  const variants: LetterVariables[Kind][] = samples[kind];
  return variants.map((variables) =>
    compose(kind, variables, { ...frame, language, address: 'sie', ...(words ? { own: words } : {}) }),
  );
}

describe('HR’s own words', () => {
  it.each(writtenKinds)('stand in the letter %s only where they belong, and change nothing else of it', (kind) => {
    for (const language of ['de', 'en'] as const) {
      const plain = lettersIn(kind, language);
      lettersIn(kind, language, own).forEach(({ html, text, subject }, index) => {
        const before = plain[index];
        expect(subject).toBe(before?.subject);
        expect(hrefs(html)).toEqual(hrefs(before?.html ?? ''));
        for (const [place, word] of [
          ['opening', 'EROEFFNUNG'],
          ['introduction', 'NOTIZ'],
          ['closing', 'SCHLUSS'],
        ] as const) {
          const belongs = (lettersOf[place] as readonly string[]).includes(kind);
          expect([place, html.includes(word), text.includes(word)]).toEqual([place, belongs, belongs]);
        }
        for (const line of `${html}\n${text}`.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
      });
    }
  });

  it('are text and nothing but text', () => {
    const [{ html, text } = { html: '', text: '' }] = lettersIn('confirm', 'de', own);
    expect(html).not.toContain('<b>wichtig');
    expect(flat(readable(html))).toContain('Lieb & <b>wichtig</b>: EROEFFNUNG.');
    expect(flat(text)).toContain('{{programme}} lädt ein.');
    expect(lettersIn('introduction', 'de', own)[0]?.html).not.toContain('<script');
  });

  it('come after the greeting and before the farewell, and the letter goes on with a capital', () => {
    const [{ text } = { text: '' }] = lettersIn('confirm', 'de', own);
    const at = ['Guten Tag', 'EROEFFNUNG', 'lädt ein.', 'Wer was liest', 'SCHLUSS', '-- '].map((part) =>
      text.indexOf(part),
    );
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(at).not.toContain(-1);
    expect(text.slice(text.indexOf('lädt ein.') + 9).trim()).toMatch(/^\p{Lu}/u);
  });

  it('of the largest size fit every letter that carries them', () => {
    const long = 'Ähre '.repeat(mostOwnWords / 5);
    for (const kind of ['confirm', 'introduction', 'check-in'] as const) {
      for (const { html } of lettersIn(kind, 'de', { opening: long, introduction: long, closing: long })) {
        expect(Buffer.byteLength(html)).toBeLessThan(90_000);
        for (const line of html.split('\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
      }
    }
  });

  it('are refused where they are too long or hold what no letter can show', () => {
    expect(OwnWords.safeParse({ opening: 'x'.repeat(mostOwnWords + 1) }).success).toBe(false);
    expect(OwnWords.safeParse({ closing: 'a\u0007b' }).success).toBe(false);
    expect(OwnWords.safeParse({ closing: 'a\nb' }).success).toBe(true);
  });
});
