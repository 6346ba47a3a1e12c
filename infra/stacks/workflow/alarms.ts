import { Fn, Stack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, CfnTopic, CfnTopicPolicy } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from '../../acknowledged.ts';
import type { AppFunction } from '../../constructs/app-function.ts';
import type { House } from './house.ts';

interface Watched {
  readonly relay: AppFunction;
  readonly calendar: AppFunction;
  readonly sweep: AppFunction;
  readonly redrive: AppFunction;
  readonly sendLetters: AppFunction;
}

interface Alarm {
  /** Whom it hurts. */
  readonly victim: string;
  readonly meaning: string;
  readonly firstStep: string;
  /** The metric, and from which value on it is alarming for how many periods of five minutes. */
  readonly when: { namespace: string; metric: string; dimensions?: Record<string, string>; statistic: string };
  readonly atLeast: number;
  readonly periods: number;
}

/** At most eight a stage: each has a victim, a meaning and a first step, or it does not exist. Answers them by name. */
export function alarms(
  stack: Construct,
  { data, web, hall: { config } }: House,
  watched: Watched,
): ReadonlyMap<string, CfnAlarm> {
  const topic = alarmTopic(stack, config.alarmsTo);
  const lambda = (of: AppFunction, metric: string, statistic: string) => ({
    namespace: 'AWS/Lambda',
    metric,
    dimensions: { FunctionName: of.functionName },
    statistic,
  });
  const oldest = (queueArn: string) => ({
    namespace: 'AWS/SQS',
    metric: 'ApproximateAgeOfOldestMessage',
    dimensions: { QueueName: Fn.select(5, Fn.split(':', queueArn)) },
    statistic: 'Maximum',
  });
  const minutes = (count: number) => 60 * count;

  const all: Record<string, Alarm> = {
    PagesFail: {
      // Whom each function hurts stands in its own description: all of them together are too long for one.
      victim: 'whoever opens a page just then: HR at the desk, participants, contacts; what they press is not saved',
      meaning: 'five or more requests in five minutes ended in an error of ours',
      firstStep: 'find the failing route in the access log, then the error in that function’s log',
      when: { namespace: 'AWS/ApiGateway', metric: '5xx', dimensions: { ApiId: web.api }, statistic: 'Sum' },
      atLeast: 5,
      periods: 1,
    },
    RelayBehind: {
      victim: watched.relay.ifItFails,
      meaning: 'a committed change has waited ten minutes to be published',
      firstStep: 'look at relay’s log, then at the bus’s throttling',
      when: lambda(watched.relay, 'IteratorAge', 'Maximum'),
      atLeast: 1000 * minutes(10),
      periods: 2,
    },
    CalendarBehind: {
      victim: watched.calendar.ifItFails,
      meaning: 'a due time has waited ten minutes for its schedule',
      firstStep: 'look at calendar’s log, then at the scheduler’s limits',
      when: lambda(watched.calendar, 'IteratorAge', 'Maximum'),
      atLeast: 1000 * minutes(10),
      periods: 2,
    },
    SweepFails: {
      victim: watched.sweep.ifItFails,
      meaning: 'the sweep failed twice in a row: check-ins were due and none was sent, or the table refuses it',
      firstStep: 'read the sweep’s last error: it says what was due and since when; then the log of on-moment-due',
      when: lambda(watched.sweep, 'Errors', 'Sum'),
      atLeast: 1,
      periods: 2,
    },
    SomebodyMustDecide: {
      victim: watched.redrive.ifItFails,
      meaning: 'something failed for a day, or can never work; it will not be tried again by itself',
      firstStep: 'open what is parked on the desk, then the log of the function named there',
      when: lambda(watched.redrive, 'Errors', 'Sum'),
      atLeast: 1,
      periods: 1,
    },
    ParkedWaits: {
      victim: watched.redrive.ifItFails,
      meaning: 'what failed has waited twenty minutes in the parked queue: redrive does not run',
      firstStep: 'look at redrive’s schedule and log',
      when: oldest(data.parked.arn),
      atLeast: minutes(20),
      periods: 1,
    },
    LettersWait: {
      victim: watched.sendLetters.ifItFails,
      meaning: 'a letter that is due has waited half an hour for its sender',
      firstStep: 'look at the log of send-letters; is the account still in the SES sandbox, or paused?',
      when: oldest(data.letters.arn),
      atLeast: minutes(30),
      periods: 1,
    },
    MailBounces: {
      victim: 'everybody: SES stops an account whose mail bounces, and then nothing is sent',
      meaning: 'five of a hundred letters of this account bounce',
      firstStep: 'look at bounced letters on the desk: is one upload full of wrong addresses?',
      when: { namespace: 'AWS/SES', metric: 'Reputation.BounceRate', statistic: 'Maximum' },
      atLeast: 0.05,
      periods: 1,
    },
  };
  const made = new Map<string, CfnAlarm>();
  for (const [id, { when, ...alarm }] of Object.entries(all)) {
    const one = new CfnAlarm(stack, id, {
      alarmDescription: `Hurts: ${alarm.victim}. Means: ${alarm.meaning}. First: ${alarm.firstStep}.`,
      namespace: when.namespace,
      metricName: when.metric,
      dimensions: Object.entries(when.dimensions ?? {}).map(([name, value]) => ({ name, value })),
      statistic: when.statistic,
      period: minutes(5),
      evaluationPeriods: alarm.periods,
      threshold: alarm.atLeast,
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      treatMissingData: 'notBreaching',
      alarmActions: [topic.ref],
      okActions: [topic.ref],
    });
    made.set(id, one);
  }
  return made;
}

function alarmTopic(stack: Construct, address: string | null) {
  const topic = new CfnTopic(stack, 'Alarms', { displayName: 'Reverse mentoring' });
  new CfnTopicPolicy(stack, 'AlarmsPolicy', {
    topics: [topic.ref],
    policyDocument: new PolicyDocument({
      statements: [
        new PolicyStatement({
          principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
          actions: ['sns:Publish'],
          resources: [topic.ref],
          conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(stack).account } },
        }),
        new PolicyStatement({
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions: ['sns:Publish'],
          resources: [topic.ref],
          conditions: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
    }),
  });
  if (address) {
    const byMail = { topicArn: topic.ref, protocol: 'email', endpoint: address };
    acknowledge(
      new CfnSubscription(stack, 'AlarmsByMail', byMail),
      'Serverless::Serverless-SNSRedrivePolicy',
      'a mail that does not arrive has nobody to be redriven to; the alarm itself stays red until its cause is gone',
    );
  }
  return topic;
}
