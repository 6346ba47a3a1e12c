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
  /** What hears replies by mail, where the stage takes any. */
  readonly replies: readonly AppFunction[];
}

interface Metric {
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly statistic: string;
}

interface Alarm {
  /** Whom it hurts. */
  readonly victim: string;
  readonly meaning: string;
  readonly firstStep: string;
  /** The metric, and from which value on it is alarming for how many periods of five minutes. */
  readonly when: Metric | { readonly most: readonly Metric[] } | { readonly all: readonly Metric[] };
  readonly atLeast: number;
  readonly periods: number;
}

const minutes = (count: number) => 60 * count;
const period = minutes(5);

/** At most eight a stage: each has a victim, a meaning and a first step, or it does not exist. Answers those that stop a release. */
export function alarms(stack: Construct, { data, web, hall: { config } }: House, watched: Watched) {
  const topic = alarmTopic(stack, config.alarmsTo);
  const lambda = (of: AppFunction, metric: string, statistic: string): Metric => ({
    namespace: 'AWS/Lambda',
    metric,
    dimensions: { FunctionName: of.functionName },
    statistic,
  });
  const queue = (arn: string, metric: string, statistic: string): Metric => ({
    namespace: 'AWS/SQS',
    metric,
    dimensions: { QueueName: Fn.select(5, Fn.split(':', arn)) },
    statistic,
  });
  const alarm = (id: string, { victim, meaning, firstStep, when, atLeast, periods }: Alarm) =>
    new CfnAlarm(stack, id, {
      alarmDescription: `Hurts: ${victim}. Means: ${meaning}. First: ${firstStep}.`,
      ...watching(when),
      evaluationPeriods: periods,
      threshold: atLeast,
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      treatMissingData: 'notBreaching',
      alarmActions: [topic.ref],
      okActions: [topic.ref],
    });

  const pagesFail = alarm('PagesFail', {
    // Whom each function hurts stands in its own description: all of them together are too long for one.
    victim: 'whoever opens a page just then: HR at the desk, participants, contacts; what they press is not saved',
    meaning: 'five or more requests in five minutes ended in an error of ours',
    firstStep: 'find the failing route in the access log, then the error in that function’s log',
    when: { namespace: 'AWS/ApiGateway', metric: '5xx', dimensions: { ApiId: web.api }, statistic: 'Sum' },
    atLeast: 5,
    periods: 1,
  });
  const workFails = alarm('WorkFails', {
    victim: 'whoever waits for what follows from a click: a letter, a check-in, a pair; it comes late',
    meaning:
      'three or more failures in five minutes behind the pages: runs of relay, calendar or a queue’s consumer, and events that were parked after three tries',
    firstStep: 'was something deployed just now? Then see whether it went back; else run npm run parked',
    when: {
      all: [
        ...[watched.relay, watched.calendar, watched.sendLetters, ...watched.replies].map((of) =>
          lambda(of, 'Errors', 'Sum'),
        ),
        // What Lambda and the rules give up. What a queue gives up itself SQS does not count as sent: its consumer’s errors do.
        queue(data.parked.arn, 'NumberOfMessagesSent', 'Sum'),
      ],
    },
    atLeast: 3,
    periods: 1,
  });
  alarm('ChangesWait', {
    victim: `${watched.relay.ifItFails}; ${watched.calendar.ifItFails}`,
    meaning: 'a committed change has waited ten minutes for relay to publish it, or for calendar to schedule its time',
    firstStep: 'look at the logs of relay and calendar, then at the limits of the bus and the scheduler',
    when: { most: [watched.relay, watched.calendar].map((of) => lambda(of, 'IteratorAge', 'Maximum')) },
    atLeast: 1000 * minutes(10),
    periods: 2,
  });
  const sweepFails = alarm('SweepFails', {
    victim: watched.sweep.ifItFails,
    meaning: 'the sweep failed twice in a row: check-ins were due and none was sent, or the table refuses it',
    firstStep: 'read the sweep’s last error: it says what was due and since when; then the log of on-moment-due',
    when: lambda(watched.sweep, 'Errors', 'Sum'),
    atLeast: 1,
    periods: 2,
  });
  const somebodyMustDecide = alarm('SomebodyMustDecide', {
    victim: watched.redrive.ifItFails,
    meaning: 'something failed for a day, or can never work; it will not be tried again by itself',
    firstStep: 'open what is parked on the desk, then the log of the function named there',
    when: lambda(watched.redrive, 'Errors', 'Sum'),
    atLeast: 1,
    periods: 1,
  });
  alarm('ParkedWaits', {
    victim: watched.redrive.ifItFails,
    meaning: 'what failed has waited twenty minutes in the parked queue: redrive does not run',
    firstStep: 'look at redrive’s schedule and log',
    when: queue(data.parked.arn, 'ApproximateAgeOfOldestMessage', 'Maximum'),
    atLeast: minutes(20),
    periods: 1,
  });
  alarm('LettersWait', {
    victim: watched.sendLetters.ifItFails,
    meaning: 'a letter that is due has waited half an hour for its sender',
    firstStep: 'look at the log of send-letters; is the account still in the SES sandbox, or paused?',
    when: queue(data.letters.arn, 'ApproximateAgeOfOldestMessage', 'Maximum'),
    atLeast: minutes(30),
    periods: 1,
  });
  alarm('MailBounces', {
    victim: 'everybody: SES stops an account whose mail bounces, and then nothing is sent',
    meaning: 'five of a hundred letters of this account bounce',
    firstStep: 'look at bounced letters on the desk: is one upload full of wrong addresses?',
    when: { namespace: 'AWS/SES', metric: 'Reputation.BounceRate', statistic: 'Maximum' },
    atLeast: 0.05,
    periods: 1,
  });
  return { pagesFail, workFails, sweepFails, somebodyMustDecide };
}

/** One metric as it is, or several as one number. */
function watching(when: Alarm['when']) {
  const named = ({ namespace, metric, dimensions = {} }: Metric) => ({
    namespace,
    metricName: metric,
    dimensions: Object.entries(dimensions).map(([name, value]) => ({ name, value })),
  });
  if ('metric' in when) return { ...named(when), statistic: when.statistic, period };
  const [expression, several] = 'most' in when ? ['MAX', when.most] : ['SUM', when.all];
  const metrics = several.map((metric, at) => ({
    id: `m${at}`,
    returnData: false,
    metricStat: { metric: named(metric), stat: metric.statistic, period },
  }));
  // A function that did not run has no value, and what has none must not hide the others.
  const filled = metrics.map(({ id }) => `FILL(${id}, 0)`).join(', ');
  return { metrics: [{ id: 'together', expression: `${expression}([${filled}])`, returnData: true }, ...metrics] };
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
