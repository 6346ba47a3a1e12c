import type { OwnWords, Place } from '../../../shared/letter/content/own-words.ts';

/** HR's own words as its form shows them. */
export type Typed = Readonly<Record<Place, string>>;

export const typedIn = (words: OwnWords | undefined): Typed => ({
  opening: words?.opening ?? '',
  introduction: words?.introduction ?? '',
  closing: words?.closing ?? '',
});
