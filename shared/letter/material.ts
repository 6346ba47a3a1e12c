import type { CheckIn } from '../check-in/check-in.ts';
import type { Cohort, Contact } from '../cohort/cohort.ts';
import type { Help } from '../help/help.ts';
import type { Pair } from '../pair/pair.ts';
import type { Participant } from '../participant/participant.ts';
import type { Session } from '../session/session.ts';
import type { StageMail } from './stage-mail.ts';

/** Everything that the table knows around one letter. */
export interface Material {
  readonly stage?: StageMail | undefined;
  readonly cohort?: Cohort | undefined;
  readonly participant?: Participant | undefined;
  readonly pair?: Pair | undefined;
  readonly partner?: Participant | undefined;
  readonly checkIn?: CheckIn | undefined;
  /** The pair's last. */
  readonly session?: Session | undefined;
  readonly help?: Help | undefined;
  readonly contact?: Contact | undefined;
  /** Of a desk member. */
  readonly address?: string | undefined;
}
