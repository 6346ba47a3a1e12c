import type { Cohort } from '../cohort/cohort.ts';
import { type Speaker, speaker } from '../letter/content/voice.ts';
import type { Participant } from '../participant/participant.ts';
import { Contacts } from './contacts.tsx';
import type { ParticipantFrame } from './layout.tsx';

/** In the language of the person's letters and the cohort's form of address. */
export const speakerFor = ({ self }: Participant, cohort: Cohort): Speaker => speakerIn(self.letterLanguage, cohort);

export const speakerIn = (language: 'de' | 'en', { addressForm, branding }: Cohort): Speaker =>
  speaker({ language, address: addressForm, programme: branding.programme });

/** What every page of a cohort's people has around its content. */
export function frameFor(
  stage: string,
  language: 'de' | 'en',
  cohort: Cohort,
): Omit<ParticipantFrame, 'title' | 'children'> {
  const { say, programme } = speakerIn(language, cohort);
  return { stage, language, programme, footer: <Contacts say={say} cohort={cohort} /> };
}
