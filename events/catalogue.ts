import { AssistantChanged } from './assistant-changed.ts';
import { CohortEnded } from './cohort-ended.ts';
import { CohortLaunched } from './cohort-launched.ts';
import { ConfirmReminderDue } from './confirm-reminder-due.ts';
import { ConsentReminderDue } from './consent-reminder-due.ts';
import type { AnyEvent } from './define.ts';
import { FeedbackDue } from './feedback-due.ts';
import { HelpRequested } from './help-requested.ts';
import { HrFactsChanged } from './hr-facts-changed.ts';
import { HrFileCommitted } from './hr-file-committed.ts';
import { HrFileUndone } from './hr-file-undone.ts';
import { LatecomersInvited } from './latecomers-invited.ts';
import { LetterDue } from './letter-due.ts';
import { LettersResumed } from './letters-resumed.ts';
import { MomentDue } from './moment-due.ts';
import { PairAccepted } from './pair-accepted.ts';
import { PairBlocked } from './pair-blocked.ts';
import { PairFormed } from './pair-formed.ts';
import { PairProposed } from './pair-proposed.ts';
import { PairUnblocked } from './pair-unblocked.ts';
import { PairingApproved } from './pairing-approved.ts';
import { PairingRequested } from './pairing-requested.ts';
import { ParticipantLeft } from './participant-left.ts';
import { ParticipantPaused } from './participant-paused.ts';
import { ParticipantResumed } from './participant-resumed.ts';
import { ReminderDue } from './reminder-due.ts';
import { RoundRequested } from './round-requested.ts';
import { SessionCancelled } from './session-cancelled.ts';
import { SessionLogged } from './session-logged.ts';
import { SessionPlanned } from './session-planned.ts';
import { SettlingDue } from './settling-due.ts';
import { SubmissionReceived } from './submission-received.ts';

/** Every event of the language. Rules, handlers and tests walk this list. */
export const catalogue = [
  AssistantChanged,
  CohortEnded,
  CohortLaunched,
  ConfirmReminderDue,
  ConsentReminderDue,
  FeedbackDue,
  HelpRequested,
  HrFactsChanged,
  HrFileCommitted,
  HrFileUndone,
  LatecomersInvited,
  LetterDue,
  LettersResumed,
  MomentDue,
  PairAccepted,
  PairBlocked,
  PairFormed,
  PairProposed,
  PairUnblocked,
  PairingApproved,
  PairingRequested,
  ParticipantLeft,
  ParticipantPaused,
  ParticipantResumed,
  ReminderDue,
  RoundRequested,
  SessionCancelled,
  SessionLogged,
  SessionPlanned,
  SettlingDue,
  SubmissionReceived,
] as const satisfies readonly AnyEvent[];
