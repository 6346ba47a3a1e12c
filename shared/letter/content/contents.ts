import type { Content } from './block.ts';
import { blocked } from './kinds/blocked.ts';
import { checkIn, checkInReminder } from './kinds/check-in.ts';
import { confirm, confirmReminder } from './kinds/confirm.ts';
import { consentJunior, consentReminder, consentSenior } from './kinds/consent.ts';
import { consentClosed } from './kinds/consent-closed.ts';
import { deskInvitation } from './kinds/desk-invitation.ts';
import { goodbye } from './kinds/goodbye.ts';
import { handOver } from './kinds/hand-over.ts';
import { help } from './kinds/help.ts';
import { introduction } from './kinds/introduction.ts';
import { assistantInvitation, invitation } from './kinds/invitation.ts';
import { partnerLeft } from './kinds/partner-left.ts';
import { leaveReceipt, pauseReceipt, resumeReceipt } from './kinds/receipts.ts';
import { signIn } from './kinds/sign-in.ts';
import { task } from './kinds/task.ts';
import { thanks } from './kinds/thanks.ts';
import { unclearReply } from './kinds/unclear-reply.ts';
import { waitlist } from './kinds/waitlist.ts';
import type { Voice } from './voice.ts';

/** The author of each kind of letter. The kind's rules (budget, expiry, …) are in the registry of kinds. */
export const contents = {
  'sign-in': signIn,
  'desk-invitation': deskInvitation,
  'hand-over': handOver,
  confirm,
  'confirm-reminder': confirmReminder,
  'consent-junior': consentJunior,
  'consent-senior': consentSenior,
  'consent-reminder': consentReminder,
  'consent-closed': consentClosed,
  introduction,
  invitation,
  'assistant-invitation': assistantInvitation,
  'check-in': checkIn,
  'check-in-reminder': checkInReminder,
  help,
  'pause-receipt': pauseReceipt,
  'resume-receipt': resumeReceipt,
  'leave-receipt': leaveReceipt,
  'partner-left': partnerLeft,
  blocked,
  goodbye,
  task,
  thanks,
  'unclear-reply': unclearReply,
  waitlist,
} as const;

export type WrittenKind = keyof typeof contents;

/** What each kind must be told, by kind. */
export type LetterVariables = { [Kind in WrittenKind]: Parameters<(typeof contents)[Kind]>[0] };

export const writtenKinds = Object.keys(contents) as readonly WrittenKind[];

const writers: { [Kind in WrittenKind]: (variables: LetterVariables[Kind], voice: Voice) => Content } = contents;

export function write<Kind extends WrittenKind>(kind: Kind, variables: LetterVariables[Kind], voice: Voice): Content {
  return writers[kind](variables, voice);
}
