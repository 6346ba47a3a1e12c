import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AssistantChanged } from '../../../events/assistant-changed.ts';
import { CohortEnded } from '../../../events/cohort-ended.ts';
import { CohortLaunched } from '../../../events/cohort-launched.ts';
import { ConfirmReminderDue } from '../../../events/confirm-reminder-due.ts';
import { ConsentReminderDue } from '../../../events/consent-reminder-due.ts';
import { FeedbackDue } from '../../../events/feedback-due.ts';
import { HelpRequested } from '../../../events/help-requested.ts';
import { HrFactsChanged } from '../../../events/hr-facts-changed.ts';
import { HrFileCommitted } from '../../../events/hr-file-committed.ts';
import { HrFileUndone } from '../../../events/hr-file-undone.ts';
import { LatecomersInvited } from '../../../events/latecomers-invited.ts';
import { LettersResumed } from '../../../events/letters-resumed.ts';
import { MomentDue } from '../../../events/moment-due.ts';
import { PairAccepted } from '../../../events/pair-accepted.ts';
import { PairBlocked } from '../../../events/pair-blocked.ts';
import { PairFormed } from '../../../events/pair-formed.ts';
import { PairProposed } from '../../../events/pair-proposed.ts';
import { PairUnblocked } from '../../../events/pair-unblocked.ts';
import { PairingApproved } from '../../../events/pairing-approved.ts';
import { PairingRequested } from '../../../events/pairing-requested.ts';
import { ParticipantLeft } from '../../../events/participant-left.ts';
import { ParticipantPaused } from '../../../events/participant-paused.ts';
import { ParticipantResumed } from '../../../events/participant-resumed.ts';
import { ReminderDue } from '../../../events/reminder-due.ts';
import { RoundRequested } from '../../../events/round-requested.ts';
import { SessionCancelled } from '../../../events/session-cancelled.ts';
import { SessionLogged } from '../../../events/session-logged.ts';
import { SessionPlanned } from '../../../events/session-planned.ts';
import { SettlingDue } from '../../../events/settling-due.ts';
import { SubmissionReceived } from '../../../events/submission-received.ts';
import { environment as onCohortEnded } from '../../../functions/on-cohort-ended/environment.ts';
import { environment as onCohortLaunched } from '../../../functions/on-cohort-launched/environment.ts';
import { environment as onFeedbackDue } from '../../../functions/on-feedback-due/environment.ts';
import { environment as onHelpRequested } from '../../../functions/on-help-requested/environment.ts';
import { environment as onHrFactsChanged } from '../../../functions/on-hr-facts-changed/environment.ts';
import { environment as onHrFileCommitted } from '../../../functions/on-hr-file-committed/environment.ts';
import { environment as onLetterOutcome } from '../../../functions/on-letter-outcome/environment.ts';
import { environment as onMomentDue } from '../../../functions/on-moment-due/environment.ts';
import { environment as onPairAccepted } from '../../../functions/on-pair-accepted/environment.ts';
import { environment as onPairBlocked } from '../../../functions/on-pair-blocked/environment.ts';
import { environment as onPairFormed } from '../../../functions/on-pair-formed/environment.ts';
import { environment as onPairProposed } from '../../../functions/on-pair-proposed/environment.ts';
import { environment as onPairingApproved } from '../../../functions/on-pairing-approved/environment.ts';
import { environment as onPairingRequested } from '../../../functions/on-pairing-requested/environment.ts';
import { environment as onParticipantLeft } from '../../../functions/on-participant-left/environment.ts';
import { environment as onRoundRequested } from '../../../functions/on-round-requested/environment.ts';
import { environment as onSessionLogged } from '../../../functions/on-session-logged/environment.ts';
import { environment as onSessionPlanned } from '../../../functions/on-session-planned/environment.ts';
import { environment as onSettlingDue } from '../../../functions/on-settling-due/environment.ts';
import { environment as onSubmissionReceived } from '../../../functions/on-submission-received/environment.ts';
import type { AppFunction } from '../../constructs/app-function.ts';
import { Reaction, ServiceReaction } from '../../constructs/reaction.ts';
import { letterOutcomeRule } from '../../names.ts';
import type { House } from './house.ts';

/** Fans out over a cohort page by page. */
const wide = { timeout: Duration.minutes(5), memory: 1024 };
/**
 * 10,000 juniors with 3,000 seniors of 4 places each take the engine 5 s of one core and 290 MB at most, scoring to
 * explaining (`npm run bench:pairing -- --only 10000`). One core comes with 1,769 MB; nothing here uses a second. The
 * rest is room for reading so many people from the table and writing the result, and for a house some times as large.
 */
const engine = { timeout: Duration.minutes(5), memory: 3008 };
const ordinary = { timeout: Duration.seconds(60) };

/** When this is said, that may be done, and if it fails, these people notice. */
export function reactions(stack: Construct, { hall, mail, give, table, keys }: House): AppFunction[] {
  const readCohort = table.read('cohorts', 'cohort');
  return [
    new Reaction(stack, 'on-hr-file-committed', hall, {
      hears: [HrFileCommitted, HrFileUndone],
      environment: give(onHrFileCommitted),
      may: [table.read('cohorts', 'cohort', 'upload'), table.commit('cohort', 'upload'), keys.pepper()],
      ifItFails: 'people from an HR file are missing from their cohort',
      ...wide,
    }),
    new Reaction(stack, 'on-hr-facts-changed', hall, {
      hears: [HrFactsChanged],
      environment: give(onHrFactsChanged),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'two people go on as a pair although one has come to report to the other',
      ...wide,
    }),
    new Reaction(stack, 'on-submission-received', hall, {
      hears: [SubmissionReceived],
      environment: give(onSubmissionReceived),
      may: [
        table.read('cohorts', 'cohort', 'person', 'alias'),
        table.commit('cohort', 'person', 'alias'),
        keys.pepper(),
      ],
      ifItFails: 'somebody who enrolled does not become a participant',
      ...ordinary,
    }),
    new Reaction(stack, 'on-cohort-launched', hall, {
      hears: [CohortLaunched, LatecomersInvited],
      environment: give(onCohortLaunched),
      may: [readCohort, table.commit('cohorts', 'cohort')],
      ifItFails: 'nobody in a launched cohort is invited',
      ...wide,
    }),
    new Reaction(stack, 'on-pairing-requested', hall, {
      hears: [PairingRequested],
      environment: give(onPairingRequested),
      may: [
        table.read('cohorts', 'cohort', 'person', 'alias'),
        table.commit('cohorts', 'cohort'),
        table.writePages('cohort'),
      ],
      ifItFails: 'HR waits for a pairing that never appears',
      ...engine,
    }),
    new Reaction(stack, 'on-pairing-approved', hall, {
      hears: [PairingApproved],
      environment: give(onPairingApproved),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'approved pairs are not proposed to anybody',
      ...wide,
    }),
    new Reaction(stack, 'on-pair-proposed', hall, {
      hears: [PairProposed],
      environment: give(onPairProposed),
      may: [table.read('cohort'), table.commit('cohort')],
      ifItFails: 'a junior is not asked about the pair that is proposed to them',
      ...ordinary,
    }),
    new Reaction(stack, 'on-pair-accepted', hall, {
      hears: [PairAccepted],
      environment: give(onPairAccepted),
      may: [table.read('cohorts', 'cohort', 'person'), table.commit('cohort', 'person')],
      ifItFails: 'a senior is not asked, or two people who said yes do not become a pair',
      ...ordinary,
    }),
    new Reaction(stack, 'on-settling-due', hall, {
      hears: [SettlingDue],
      environment: give(onSettlingDue),
      may: [table.read('cohorts', 'cohort', 'person'), table.commit('cohorts', 'cohort', 'person')],
      ifItFails: 'HR never learns which pairs have formed, and nobody who is left over is told',
      ...wide,
    }),
    new Reaction(stack, 'on-pair-blocked', hall, {
      hears: [PairBlocked, PairUnblocked],
      environment: give(onPairBlocked),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'a pair that must stop is still asked and hears nothing, and no coordinator is called',
      ...ordinary,
    }),
    new Reaction(stack, 'on-pair-formed', hall, {
      hears: [PairFormed],
      environment: give(onPairFormed),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'two people who said yes hear nothing from us',
      ...ordinary,
    }),
    new Reaction(stack, 'on-session-logged', hall, {
      hears: [SessionLogged],
      environment: give(onSessionLogged),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'a pair that met is not asked how it went',
      ...ordinary,
    }),
    new Reaction(stack, 'on-session-planned', hall, {
      hears: [SessionPlanned, SessionCancelled, AssistantChanged],
      environment: give(onSessionPlanned),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'a meeting that was set, moved or cancelled is missing or wrong in people’s calendars',
      ...ordinary,
    }),
    new Reaction(stack, 'on-moment-due', hall, {
      hears: [MomentDue, LettersResumed],
      environment: give(onMomentDue),
      may: [
        table.readDue('cohorts', 'cohort', 'stage', 'help letters'),
        table.read('cohorts', 'cohort', 'stage', 'help letters'),
        table.commit('cohorts', 'cohort', 'stage', 'help letters'),
      ],
      ifItFails: 'check-ins, reminders and letters of a moment do not open',
      ...wide,
    }),
    new Reaction(stack, 'on-feedback-due', hall, {
      hears: [FeedbackDue, ReminderDue, ConfirmReminderDue, ConsentReminderDue],
      environment: give(onFeedbackDue),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'one person is not asked how it goes',
      ...ordinary,
    }),
    new Reaction(stack, 'on-round-requested', hall, {
      hears: [RoundRequested],
      environment: give(onRoundRequested),
      may: [readCohort, table.commit('cohorts', 'cohort')],
      ifItFails: 'a round of check-ins that HR asked for does not happen',
      ...wide,
    }),
    new Reaction(stack, 'on-help-requested', hall, {
      hears: [HelpRequested],
      environment: give(onHelpRequested),
      may: [table.read('help', 'help letters'), table.commit('help letters')],
      ifItFails: 'somebody who asked for help is not heard',
      ...ordinary,
    }),
    new Reaction(stack, 'on-participant-left', hall, {
      hears: [ParticipantLeft, ParticipantPaused, ParticipantResumed],
      environment: give(onParticipantLeft),
      may: [readCohort, table.commit('cohort')],
      ifItFails: 'somebody who left or paused is still written to, or their partner waits',
      ...ordinary,
    }),
    new Reaction(stack, 'on-cohort-ended', hall, {
      hears: [CohortEnded],
      environment: give(onCohortEnded),
      may: [readCohort, table.commit('cohorts', 'cohort')],
      ifItFails: 'a cohort that is over goes on asking, and nobody is thanked',
      ...wide,
    }),
    new ServiceReaction(stack, 'on-letter-outcome', hall, {
      ruleName: letterOutcomeRule(hall.stage),
      pattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [mail.configurationSet] } } },
      },
      // SES's event carries addresses: only this much of it comes into the house.
      input: {
        inputPathsMap: {
          type: '$.detail.eventType',
          messageId: '$.detail.mail.messageId',
          letterId: '$.detail.mail.tags.letterId[0]',
          scope: '$.detail.mail.tags.scope[0]',
          bounceType: '$.detail.bounce.bounceType',
          at: '$.time',
        },
        inputTemplate:
          '{"type":"<type>","messageId":"<messageId>","letterId":"<letterId>","scope":"<scope>","bounceType":"<bounceType>","at":"<at>"}',
      },
      environment: give(onLetterOutcome),
      may: [
        table.read('cohorts', 'cohort', 'stage', 'person', 'help letters'),
        table.commit('cohort', 'stage', 'person', 'help letters'),
      ],
      ifItFails: 'letters go on to an address that bounces, and unknown letters stay unknown',
      ...ordinary,
    }),
  ];
}
