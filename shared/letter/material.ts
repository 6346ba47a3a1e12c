import type { CheckIn } from '../check-in/check-in.ts';
import type { Cohort, Contact } from '../cohort/cohort.ts';
import type { Help } from '../help/help.ts';
import type { HandOver } from '../member/hand-over.ts';
import type { Member } from '../member/member.ts';
import type { Pair } from '../pair/pair.ts';
import type { Participant } from '../participant/participant.ts';
import type { Session } from '../session/session.ts';
import type { Task } from '../task/task.ts';
import type { StageMail } from './stage-mail.ts';

/** Everything that the table knows around one letter. */
export interface Material {
  readonly stage?: StageMail | undefined;
  readonly cohort?: Cohort | undefined;
  readonly participant?: Participant | undefined;
  readonly pair?: Pair | undefined;
  readonly partner?: Participant | undefined;
  /** Of somebody who left: their other pairs that ended with it. */
  readonly alsoEnded?: readonly { readonly pair: Pair; readonly partner: Participant | undefined }[] | undefined;
  readonly checkIn?: CheckIn | undefined;
  /** The pair's last. */
  readonly session?: Session | undefined;
  readonly help?: Help | undefined;
  readonly contact?: Contact | undefined;
  /** Of a letter to a coordinator: what is open and may be told. */
  readonly tasks?: readonly Task[] | undefined;
  /** Of a desk member. */
  readonly address?: string | undefined;
  readonly member?: Member | undefined;
  /** Of an invitation to the desk: who invites, and the names of the cohorts that it is for. */
  readonly invitation?: { readonly by: string; readonly cohorts: readonly string[] } | undefined;
  /** Who hands over, and the names of the cohorts. */
  readonly handedOver?:
    | { readonly by: string; readonly cohorts: readonly string[]; readonly about: HandOver }
    | undefined;
}
