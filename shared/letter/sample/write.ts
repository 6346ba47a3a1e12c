import { speaker } from '../content/voice.ts';
import type { Letter } from '../letter.ts';
import type { Material } from '../material.ts';
import type { Composed } from '../render/compose.ts';
import { writeLetter } from '../write.ts';
import { type Addressed, type Linker, need, type Writing } from '../writing.ts';
import { exampleFor } from './example.ts';
import { samplesOf } from './plan.ts';

/**
 * A letter that HR sends to herself: what somebody of the cohort would get. Its links open previews, nothing of it stops
 * anything, and its subject says whose it would be.
 */
export async function writeSample(
  { subject, plannedAt }: Letter,
  { cohort: of, participant, partner, address }: Material,
  { preview, ...writing }: Writing<Composed> & { readonly preview: Linker },
): Promise<Composed & Addressed> {
  const { kind } = need(subject.sample, 'kind');
  const cohort = need(of, 'cohort');
  const me = need(participant, 'participant');
  const found = samplesOf(exampleFor(me, partner, cohort, plannedAt), cohort, plannedAt).find(
    ({ letter }) => letter.kind === kind,
  );
  const { letter, material } = need(found, 'sample');
  const {
    listUnsubscribe: _nobodyStops,
    calendar: _nobodyMeets,
    ...written
  } = await writeLetter(letter, material, {
    ...writing,
    link: preview,
  });
  const { say } = speaker({
    language: me.self.letterLanguage,
    address: cohort.addressForm,
    programme: cohort.branding.programme,
  });
  return {
    ...written,
    subject: say({ de: `Muster für ${me.name}: ${written.subject}`, en: `Sample for ${me.name}: ${written.subject}` }),
    to: { name: '', address: need(address, 'address') },
  };
}
