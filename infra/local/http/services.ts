import type { Account } from '../account.ts';
import type { Outcome } from '../lambda/invocation.ts';
import type { Machinery } from '../machinery.ts';
import type { SdkAnswer, SdkCall, Service } from './request.ts';
import { cloudFormationService } from './services/cloudformation.ts';
import { dynamoDbService } from './services/dynamodb.ts';
import { eventsService } from './services/events.ts';
import { lambdaService } from './services/lambda.ts';
import { logsService } from './services/logs.ts';
import { s3Service } from './services/s3.ts';
import { schedulerService } from './services/scheduler.ts';
import { sesService } from './services/ses.ts';
import { sqsService } from './services/sqs.ts';

/** Hears of every call that was answered, for whoever counts what a stage would cost. */
export type OnCall = (call: SdkCall, operation: string, answer: SdkAnswer) => void;

/** The services that the endpoint speaks for, by the name in a request's credential scope. */
export function servicesOf(
  account: Account,
  machinery: Machinery,
  onCall?: OnCall,
): (name: string) => Service | undefined {
  const { permissions, queues, schedules, catalogue, ses, buckets } = account;
  const { now } = machinery.clock;
  const services = new Map<string, Service>([
    ['dynamodb', dynamoDbService({ dynamoDb: account.dynamoDb, permissions, tableOf: account.tables.keys })],
    ['events', eventsService({ permissions, busArn: account.busArn, put: account.put })],
    ['scheduler', schedulerService({ ...account.assembly, permissions, schedules, now })],
    ['sqs', sqsService({ permissions, queues, now, changed: machinery.conductor.wake })],
    ['s3', s3Service({ permissions, buckets, now })],
    ['cloudformation', cloudFormationService({ permissions, assembly: account.assembly })],
    ['logs', logsService({ permissions, assembly: account.assembly, find: catalogue.find, lines: machinery.logs })],
    ['ses', sesService({ permissions, ses, overtake: account.overtake })],
    [
      'lambda',
      lambdaService({
        permissions,
        find: catalogue.find,
        // The caller holds its turn while it waits, so the callee runs inside that turn.
        invoke: (fn, payload) => new Promise<Outcome>((resolve) => void machinery.runner.run(fn, payload, resolve)),
        invokeLater: account.invokeLater,
      }),
    ],
  ]);
  return (name) => {
    const service = services.get(name);
    return service && onCall ? heardBy(service, onCall) : service;
  };
}

function heardBy(service: Service, onCall: OnCall): Service {
  return {
    ...service,
    operation(call) {
      const { name, run } = service.operation(call);
      return {
        name,
        async run() {
          const answer = await run();
          onCall(call, name, answer);
          return answer;
        },
      };
    },
  };
}
