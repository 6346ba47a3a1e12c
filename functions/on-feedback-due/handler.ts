import { ConfirmReminderDue } from '../../events/confirm-reminder-due.ts';
import { ConsentReminderDue } from '../../events/consent-reminder-due.ts';
import { FeedbackDue } from '../../events/feedback-due.ts';
import { ReminderDue } from '../../events/reminder-due.ts';
import { onEvent } from '../../shared/runtime/on-event.ts';
import { openTable } from '../../shared/runtime/open.dynamodb.ts';
import { environment } from './environment.ts';
import { react } from './react.ts';

export const handler = onEvent(
  [FeedbackDue, ReminderDue, ConfirmReminderDue, ConsentReminderDue],
  environment,
  (env) => ({ table: openTable(env.TABLE) }),
  react,
);
