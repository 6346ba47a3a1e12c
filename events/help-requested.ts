import { defineEvent } from './define.ts';
import { HelpId } from './ids.ts';

export const HelpRequested = defineEvent(
  'help.requested',
  1,
  { helpId: HelpId },
  {
    about: 'Said when a participant asks for a call. Heard by the letter to the chosen contact and by nobody else.',
    sample: { helpId: 'help_0a1b2c3d4e5f' as HelpId },
  },
);
