import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/web/suspicion.ts';
import { after, noon } from '../../support/programme.ts';

const sent = (seconds: number, renderedAt: string | undefined = noon, hiddenButton = false) => ({
  at: after(noon, seconds),
  renderedAt,
  hiddenButton,
});

describe('what presses Save', () => {
  it('counts after two seconds of reading', () => {
    expect(judge(sent(1.999))).toBe('suspect');
    expect(judge(sent(2))).toBe('counts');
  });

  it('is suspect by the hidden button, however late', () => {
    expect(judge(sent(3600, noon, true))).toBe('suspect');
  });

  it('is suspect without a signed render time', () => {
    expect(judge({ at: noon, renderedAt: undefined, hiddenButton: false })).toBe('suspect');
  });

  it('is suspect when it says something else within ten seconds, and not when it says the same', () => {
    expect(judge(sent(9), { answeredAt: noon, differs: true })).toBe('suspect');
    expect(judge(sent(9), { answeredAt: noon, differs: false })).toBe('counts');
    expect(judge(sent(10), { answeredAt: noon, differs: true })).toBe('counts');
  });

  it('counts after a suspect one only from a page rendered ten seconds later', () => {
    const suspectAt = after(noon, 1);
    expect(judge(sent(60, after(noon, 10.999)), { suspectAt })).toBe('early');
    expect(judge(sent(60, after(noon, 11)), { suspectAt })).toBe('counts');
  });
});
