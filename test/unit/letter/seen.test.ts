import { describe, expect, it } from 'vitest';
import { everyLetter } from '../../../infra/letters/gallery.ts';
import { frame, samples } from '../../../infra/letters/samples.ts';
import { darkened } from '../../../shared/letter/content/accent.ts';
import { type WrittenKind, write, writtenKinds } from '../../../shared/letter/content/contents.ts';
import { compose } from '../../../shared/letter/render/compose.ts';
import { faint, seen } from './colours.ts';

describe('a letter as it is seen', () => {
  const letters = everyLetter().filter(({ form }) => form === 'de-sie');

  it.each(['light', 'dark'] as const)('is readable in %s mode', (theme) => {
    for (const { kind, html } of letters) expect(faint(html, theme), kind).toEqual([]);
  });

  it('is readable in the lightest colour that settings take', () => {
    const accent = darkened('#ffd966');
    const { html } = compose('confirm', sample('confirm'), { ...frame, accent });
    expect(seen(html, 'light')).toContainEqual({ text: 'No, thanks', color: '#ffffff', background: accent });
    expect([...faint(html, 'light'), ...faint(html, 'dark')]).toEqual([]);
  });

  it('has words for every picture', () => {
    for (const { html } of letters) {
      for (const [picture] of html.matchAll(/<img[^>]*>/g)) expect(picture).toMatch(/\salt="[^"]+"/);
    }
  });

  it('says before each question who learns of the answer', () => {
    for (const kind of writtenKinds) {
      const { blocks } = write(kind, sample(kind), frame);
      const order = blocks.map((block) => block.kind);
      const asks = order.indexOf('choices');
      if (asks >= 0) expect(order.slice(0, asks), kind).toContain('note');
    }
  });

  it('tells the partner of somebody who has left what that person was promised: that the pair has ended', () => {
    for (const { kind, text } of everyLetter()) {
      const flat = text.replace(/\s+/g, ' ');
      if (kind === 'partner-left') expect(flat).toMatch(/das Paar mit .* ist zu Ende|Your pair with .* has ended/);
      if (kind === 'partner-left') expect(flat).not.toMatch(/nimmt nicht mehr|takes part|verlassen|has left/);
    }
  });

  it('ends with the greeting that HR has chosen', () => {
    const { html, text } = compose('confirm', sample('confirm'), { ...frame, signature: 'Bis bald\nSabine und Tarek' });
    expect(text).toContain('\nBis bald\nSabine und Tarek\n');
    expect(html).toContain('Bis bald<br>Sabine und Tarek');
    expect(text).not.toContain('Kind regards');
  });
});

function sample<Kind extends WrittenKind>(kind: Kind): (typeof samples)[Kind][number] {
  const [first] = samples[kind];
  if (!first) throw new Error('there is no sample');
  return first;
}
