import type { Visible } from '../pair/visible.ts';
import type { Participant } from '../participant/participant.ts';
import type { Missing } from './words.ts';

/** Why somebody could not be paired, or not be written to, as far as facts are missing. */
export function missingOf({ hr, self, mail, personId }: Participant, visible: Pick<Visible, 'mailOf'>): Missing[] {
  return [
    ...(hr ? [] : (['waits for HR'] as const)),
    ...(self.topics.length > 0 ? [] : (['topics'] as const)),
    ...(self.languages.length > 0 ? [] : (['languages'] as const)),
    ...(self.hours.length > 0 ? [] : (['hours'] as const)),
    ...(mail === 'ok' || !visible.mailOf({ personId }) ? [] : (['no mail'] as const)),
  ];
}
