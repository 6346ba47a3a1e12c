import * as z from 'zod/mini';

/** The least contrast of normal text by WCAG 2.2, success criterion 1.4.3. */
const leastContrast = 4.5;

/** A cohort's colour, `#1f4e8c`: white text must be readable on it. */
export const Accent = z.string().check(
  z.regex(/^#[0-9a-f]{6}$/i),
  z.refine((colour) => contrast(colour, '#ffffff') >= leastContrast, 'white text is not readable on this colour'),
);

export const defaultAccent = '#1f4e8c';

/** The nearest colour, towards black, on which white text is readable. */
export function darkened(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  for (let part = 100; part > 0; part--) {
    const darker = `#${channels
      .map((each) =>
        Math.floor((each * part) / 100)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if (Accent.safeParse(darker).success) return darker;
  }
  return '#000000';
}

/** Contrast of two `#rrggbb` colours, 1 to 21, by WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
