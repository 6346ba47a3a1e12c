import { unnumbered } from '../table/aggregate.ts';
import type { Step } from '../table/table.dynamodb.ts';
import { ownWords } from './own-words.ts';
import { gone, type Participant, type SelfTold } from './participant.ts';

/** What a person says of themself may be corrected as long as they are in the programme; HR's facts may not. */
export function correct(participant: Participant, self: SelfTold): Step<Participant> {
  if (gone(participant) || participant.state === 'done') return { refused: `not from ${participant.state}` };
  return { to: { ...unnumbered(participant), self, ownWords: ownWords(participant, self) } };
}
