import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { LetterDue } from '../../../events/letter-due.ts';
import { environment as calendarAsks } from '../../../functions/calendar/environment.ts';
import { environment as redriveAsks } from '../../../functions/redrive/environment.ts';
import { environment as relayAsks } from '../../../functions/relay/environment.ts';
import { environment as sendLettersAsks } from '../../../functions/send-letters/environment.ts';
import { environment as sweepAsks } from '../../../functions/sweep/environment.ts';
import type { AppFunction } from '../../constructs/app-function.ts';
import { LettersConsumer } from '../../constructs/letters-consumer.ts';
import { Recurring } from '../../constructs/recurring.ts';
import { StreamConsumer } from '../../constructs/stream-consumer.ts';
import { consumerTimeout } from '../data.ts';
import type { House } from './house.ts';

/** What moves events, timers and letters on: the outbox to the bus, due times to schedules, letters to SES. */
export function movers(stack: Construct, house: House, reactions: readonly AppFunction[]) {
  const { hall, data, give, table, keys, mail, inbound, schedules } = house;
  const say = new PolicyStatement({ actions: ['events:PutEvents'], resources: [data.bus.arn] });

  const relay = new StreamConsumer(stack, 'relay', hall, {
    table: data.table,
    wokenBy: { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'outbox#' }] } } } },
    environment: give(relayAsks),
    may: [table.deletePublished(), say],
    timeout: Duration.seconds(60),
    ifItFails: 'nothing that people do has a consequence until the sweep publishes it',
  });
  const calendar = new StreamConsumer(stack, 'calendar', hall, {
    table: data.table,
    wokenBy: { eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { dueAt: { S: [{ exists: true }] } } } },
    environment: give(calendarAsks),
    may: [...schedules.mayCreate(), say],
    timeout: Duration.seconds(60),
    ifItFails: 'check-ins and reminders come up to five minutes late, when the sweep finds them',
  });
  const sweep = new Recurring(stack, 'sweep', hall, {
    every: 'rate(5 minutes)',
    group: schedules.group,
    environment: give(sweepAsks),
    may: [
      table.publishOutbox(),
      table.read('cohorts'),
      table.readDue('cohorts', 'cohort', 'stage', 'help letters'),
      say,
    ],
    timeout: Duration.minutes(4),
    ifItFails: 'what relay or calendar lost stays lost, and a wave of check-ins may not go out',
  });
  const sendLetters = new LettersConsumer(stack, 'send-letters', hall, {
    hears: LetterDue,
    queue: data.letters,
    environment: give(sendLettersAsks),
    may: [
      table.read('cohorts', 'cohort', 'stage', 'desk', 'person', 'help', 'help letters'),
      // A reader's mail budget lies beside the person.
      table.commit('cohort', 'stage', 'person', 'help letters'),
      table.reserveSlots(),
      keys.tokens(
        'sign-in',
        'confirm',
        'consent',
        'answer',
        'me',
        'unsubscribe',
        'help',
        'preview',
        ...(inbound ? (['reply'] as const) : []),
      ),
      keys.pepper(),
      ...mail.maySend(),
    ],
    memory: 1024,
    timeout: consumerTimeout,
    ifItFails: 'no letter leaves the house: no invitation, no check-in, no call for help',
  });
  const redrive = new Recurring(stack, 'redrive', hall, {
    every: 'rate(5 minutes)',
    group: schedules.group,
    environment: give(redriveAsks),
    may: [
      table.read('parked'),
      table.commit('parked'),
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'],
        resources: [data.parked.arn],
      }),
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: [...reactions, sendLetters].map(({ arn }) => arn),
      }),
    ],
    timeout: Duration.minutes(4),
    ifItFails: 'what failed once is not tried again, and somebody waits for a letter that will not come',
  });
  schedules.explain(calendar);
  mail.explain(sendLetters);
  return { relay, calendar, sweep, redrive, sendLetters };
}
