import { Buses, type PutEntry, type PutResult } from './bus/bus.ts';
import { busName } from './bus/rules.ts';
import { ringer } from './clock/ring.ts';
import { startWatch, type Watch } from './clock/watch.ts';
import type { Bookmark } from './control/bookmark.ts';
import { startDynamoDb } from './dynamodb/dynamodb.ts';
import { permissions as startPermissions } from './http/permissions.ts';
import { tablesOf } from './http/tables.ts';
import { authorizer } from './iam/authorize.ts';
import { idsOf } from './ids.ts';
import { startInbound } from './inbound/inbound.ts';
import { asyncInvoke } from './lambda/async-invoke.ts';
import { catalogueOf } from './lambda/catalogue.ts';
import { deliverer } from './lambda/deliver.ts';
import { queueMapping } from './lambda/queue-mapping.ts';
import type { FunctionResource } from './lambda/resources.ts';
import { streamMapping } from './lambda/stream-mapping.ts';
import type { Machinery } from './machinery.ts';
import { bucketsOf } from './s3/buckets.ts';
import { schedulesOf } from './scheduler/schedules.ts';
import { sesEvents } from './ses/events.ts';
import { identitiesOf } from './ses/identities.ts';
import { type AcceptedMessage, startSes } from './ses/ses.ts';
import { queuesOf } from './sqs/queues.ts';
import type { Assembly } from './template/load.ts';

export type Account = ReturnType<typeof openAccount>;

/** The services of one AWS account, with the resources of the template, delivering to each other. */
export function openAccount(
  assembly: Assembly,
  machinery: Machinery,
  { onMail }: { onMail(message: AcceptedMessage): void },
) {
  const { clock, conductor, faults, problems, runner, trace } = machinery;
  const { region, accountId } = assembly;
  const { now } = clock;
  const ids = idsOf(machinery);
  const newId = ids.next;
  const changed = conductor.wake;
  const catalogue = catalogueOf(assembly);
  const permissions = startPermissions(authorizer(assembly), problems.add);
  let queues = queuesOf(assembly, newId);
  let buses = new Buses(assembly, newId);
  let schedules = schedulesOf(assembly, now());
  let buckets = bucketsOf(assembly);
  /** While the tables are filled from a snapshot nobody hears of it. */
  let silent = false;

  const tell = (fn: FunctionResource, destination: string, record: unknown) => {
    const context = {};
    const principal = { role: fn.caller };
    if (!permissions.allowed({ principal, action: 'sqs:SendMessage', resource: destination, context })) return;
    queues.find(destination).send({ MessageBody: JSON.stringify(record) }, now());
    changed();
  };
  const asynchronous = { config: catalogue.asyncConfig, run: runner.run, later: machinery.later, tell, now };
  const invokeLater = asyncInvoke({ ...asynchronous, add: machinery.add });
  const copies = () => faults.now.delivery.copies;
  const delivering = {
    accountId,
    permissions,
    find: catalogue.find,
    queues: () => queues,
    copies,
    now,
    changed,
    onProblem: problems.add,
  };
  const deliver = deliverer({ ...delivering, invokeLater, add: machinery.add });

  /** Deliveries that overtake the answer to the call which caused them: done inside that call. */
  let early: (() => Promise<void>)[] = [];
  const addEarly = (_label: string, run: () => Promise<void>) => void early.push(run);
  const deliverEarly = deliverer({
    ...delivering,
    invokeLater: asyncInvoke({ ...asynchronous, add: addEarly }),
    add: addEarly,
  });
  const overtake = async () => {
    for (let next = early.shift(); next; next = early.shift()) await next();
  };

  const put = (entries: PutEntry[]): PutResult[] => {
    const failing = faults.now.takeEntryFailure();
    const accepted = entries.filter((_, index) => !failing || index % 2 === 1);
    const { results, deliveries } =
      accepted.length === 0 ? { results: [], deliveries: [] } : buses.put(accepted, now());
    accepted.forEach((entry, index) => {
      const result = results[index];
      if (result && 'EventId' in result) traceEvent(entry, result.EventId);
    });
    deliver(deliveries);
    const given = [...results];
    const refused: PutResult = { ErrorCode: 'InternalFailure', ErrorMessage: 'An injected failure' };
    return entries.map((entry) => (accepted.includes(entry) ? given.shift() : undefined) ?? refused);
  };
  const traceEvent = ({ DetailType = '', Detail = '{}', EventBusName }: PutEntry, id: string) =>
    trace.event({ bus: busName(EventBusName), detailType: DetailType, id, detail: JSON.parse(Detail) });

  const eventsOf = sesEvents(assembly, faults.now);
  const ses = startSes({
    identities: identitiesOf(assembly, sendersOf(catalogue.all)),
    region,
    now,
    account: () => faults.now.account,
    onAccepted(message, outgoing) {
      onMail(message);
      for (const event of eventsOf(message, outgoing)) {
        trace.event({ bus: 'default', detailType: event.detailType, id: message.messageId, detail: {} });
        const send = faults.now.ses.early ? deliverEarly : deliver;
        send(buses.emit(event, now()));
      }
    },
  });

  const inbound = startInbound(assembly, {
    permissions,
    buckets: () => buckets,
    now,
    newId,
    emit: (event) => deliver(buses.emit(event, now())),
  });

  const mayRead = (actions: string[]) => (fn: FunctionResource, resource: string) =>
    actions.every((action) => permissions.allowed({ principal: { role: fn.caller }, action, resource, context: {} }));
  const streams = catalogue.mappings
    .filter(({ mapping }) => mapping.EventSourceArn.includes(':dynamodb:'))
    .map(({ fn, mapping }) =>
      streamMapping(fn, mapping, {
        run: runner.run,
        later: machinery.later,
        mayRead: mayRead([
          'dynamodb:DescribeStream',
          'dynamodb:GetShardIterator',
          'dynamodb:GetRecords',
          'dynamodb:ListStreams',
        ]),
        tell,
        now,
        copies: () => faults.now.delivery.batches ?? copies(),
      }),
    );
  const polled = catalogue.mappings
    .filter(({ mapping }) => mapping.EventSourceArn.includes(':sqs:'))
    .map(({ fn, mapping }) =>
      queueMapping(fn, mapping, {
        queue: () => queues.find(mapping.EventSourceArn),
        region,
        run: runner.run,
        mayRead: mayRead(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes']),
        now,
      }),
    );

  const watches: Watch[] = [];
  const dynamoDb = startDynamoDb({
    now,
    region,
    accountId,
    onStreamRecords(table, records) {
      for (const watch of watches) watch.arrived(records);
      const ofTable = streams.filter(({ streamArn }) => streamArn.includes(`:table/${table}/`));
      if (!silent) for (const stream of ofTable) stream.arrived(records);
      changed();
    },
  });
  const tables = tablesOf(assembly, dynamoDb);

  const ring = ringer({
    accountId,
    permissions,
    find: catalogue.find,
    invokeLater,
    put,
    later: machinery.later,
    newId,
    firing: ({ oneTime }) => {
      const { schedules: fault } = faults.now;
      return oneTime ? { ...fault, copies: fault.copies * copies() } : { copies: 1, lateMinutes: 0 };
    },
    onProblem: problems.add,
  });

  return {
    assembly,
    catalogue,
    permissions,
    dynamoDb,
    tables,
    ses,
    inbound,
    streams,
    polled,
    put,
    ring,
    invokeLater,
    overtake,
    newId,
    queues: () => queues,
    schedules: () => schedules,
    buckets: () => buckets,
    /** Follows all streams, through resets. */
    watch(momentOf: Parameters<typeof startWatch>[0]): Watch {
      const watch = startWatch(momentOf);
      watches.push(watch);
      return watch;
    },
    busArn: (given: string | undefined) =>
      given?.startsWith('arn:') ? given : `arn:aws:events:${region}:${accountId}:event-bus/${given ?? 'default'}`,
    /** Back to what the template makes, or to what was kept; with the tables as `fill` leaves them. */
    async restart(fill: () => Promise<void>, kept?: Pick<Bookmark, 'schedules' | 'mail' | 'buckets'>) {
      ids.restart();
      early = [];
      queues = queuesOf(assembly, newId);
      buses = new Buses(assembly, newId);
      schedules = kept?.schedules.copy() ?? schedulesOf(assembly, now());
      buckets = kept?.buckets.copy() ?? bucketsOf(assembly);
      ses.clear(machinery.seed(), kept?.mail);
      permissions.clear();
      dynamoDb.reset();
      for (const watch of watches) watch.clear();
      silent = true;
      await fill();
      silent = false;
      for (const stream of streams) stream.clear();
    },
  };
}

/** A stage without an identity of its own sends from one that the company has verified: that of its sender's domain. */
const sendersOf = (functions: readonly FunctionResource[]) =>
  functions.flatMap(({ environment }) => environment.MAIL_FROM?.split('@').slice(-1) ?? []);
