import { openAccount } from './account.ts';
import type { ClockMode } from './clock/clock.ts';
import { probes } from './clock/probes.ts';
import { recurrencesOf } from './clock/recurrences.ts';
import { startRecurring } from './clock/recurring.ts';
import { scheduleSource } from './clock/schedule-source.ts';
import { timeTravel } from './clock/time-travel.ts';
import { type Bookmark, takeBookmark } from './control/bookmark.ts';
import { controlOf } from './control/control.ts';
import { takeSnapshot } from './control/snapshot.ts';
import type { TraceEntry } from './control/trace.ts';
import type { Usage } from './control/usage.ts';
import type { Faults } from './faults/faults.ts';
import { startEndpoint } from './http/endpoint.ts';
import { startGateway } from './http/gateway.ts';
import { pageRequest } from './http/page-request.ts';
import type { UsedPermission } from './http/permissions.ts';
import { type OnCall, servicesOf } from './http/services.ts';
import { startSite } from './http/site.ts';
import type { Incoming, Received } from './inbound/inbound.ts';
import { withReplyLink } from './inbound/reply.ts';
import { customResources } from './lambda/custom-resources.ts';
import { type LogLine, startMachinery } from './machinery.ts';
import { openInbox, refuseTakenPort } from './ses/inbox.ts';
import type { AcceptedMessage, Quota } from './ses/ses.ts';
import { loadAssembly } from './template/load.ts';

export interface StageOptions {
  /** The directory of a cloud assembly. */
  assembly: string;
  mode: ClockMode;
  /** The same seed gives the same run. Without one, randomness is real. */
  seed?: string;
  /** ISO time at which a stepped clock begins. */
  startAt?: string;
  /** Stepped only: invocations run together, and their SDK calls pass one at a time in the order of the seed. */
  concurrent?: boolean;
  /** For browsers; without it the pages are reached by `fetch` only. */
  port?: number;
  /** For the web page of the inbox; without it there is none. */
  inboxPort?: number;
  region?: string;
  accountId?: string;
  onLog?(line: LogLine): void;
  onProblem?(sentence: string): void;
  /** Every SDK call that was answered. */
  onCall?: OnCall;
}

export interface Stage {
  /** Milliseconds since 1970 by the stage's clock. */
  now(): number;
  /** Asks a page, as a browser would; takes paths and whole links. */
  fetch(link: string, init?: RequestInit): Promise<Response>;
  /** Until no invocation runs outside a pause, and no call, event, stream record or visible message is open. */
  settle(): Promise<void>;
  /** To the next moment at which something is due; answers it (ISO), or undefined if nothing is due any more. */
  advance(): Promise<string | undefined>;
  advanceTo(iso: string): Promise<void>;
  advanceBy(milliseconds: number): Promise<void>;
  /** The next moment at which something is due, as an ISO time. */
  next(): string | undefined;
  /** Every message that SES accepted, in order. */
  mail(): readonly AcceptedMessage[];
  /** A message comes in from outside, as by SMTP. */
  receive(message: Incoming): Received;
  setQuota(quota: Partial<Quota>): void;
  trace(since?: number): TraceEntry[];
  usage(): Usage[];
  logs(): readonly LogLine[];
  /** What the stage could not do or had to refuse (permissions, unknown operations). */
  problems(): string[];
  usedPermissions(): UsedPermission[];
  faults: Faults;
  /** Puts an event on the account's bus, as a test may. */
  put(entry: { bus: string; source: string; detailType: string; detail: object }): void;
  /** Invokes a function asynchronously (its folder's name), as the CLI would. */
  invokeLater(functionName: string, payload: object): void;
  /** DynamoDB behind all policies, for looking at items; the operation's name and its request. */
  dynamoDb(operation: string, request: object): Promise<unknown>;
  /** What could not be done and was not dropped: parked items that wait, for their next try or for a person, and messages on their way there. */
  parked(): number;
  /** Messages in each queue, by its name. */
  queues(): Record<string, { visible: number; notVisible: number; delayed: number }>;
  /** Physical names by type and logical id, as the template has them. */
  resources(type: string): { logicalId: string; physicalId: string; stack: string }[];
  functions(): string[];
  /**
   * Stops the world and goes back to the moment after the start, or to one that was kept: same keys, same warm workers
   * unless asked otherwise.
   */
  reset(options?: { seed?: string; freshWorkers?: boolean; startAt?: string; to?: Bookmark }): Promise<void>;
  /** Keeps this moment, once everything has settled: a story can go on from it many times, with a seed for each. */
  bookmark(): Promise<Bookmark>;
  close(): Promise<void>;
  readonly endpoint: string;
}

/** Stepped stages begin on a Monday morning in winter, unless told otherwise. */
const usualStart = '2026-01-12T08:00:00.000Z';

/** Runs the CloudFormation templates of a cloud assembly on this machine. */
export async function startStage(options: StageOptions): Promise<Stage> {
  const { mode, region = 'eu-central-1', accountId = '000000000000' } = options;
  const startOf = (iso: string | undefined) => (mode === 'real-time' ? Date.now() : Date.parse(iso ?? usualStart));
  let startAt = startOf(options.startAt);
  if (options.port !== undefined) await refuseTakenPort(options.port, 'PORT');
  const machinery = startMachinery({
    mode,
    concurrent: options.concurrent ?? false,
    startAt,
    seed: options.seed,
    region,
    endpoint: () => endpoint.url,
    onLog: options.onLog ?? (() => undefined),
    onProblem: options.onProblem ?? (() => undefined),
  });
  const { clock, conductor, faults, problems, trace } = machinery;
  const inbox = options.inboxPort === undefined ? undefined : await openInbox(options.inboxPort);
  let services: ReturnType<typeof servicesOf> = () => undefined;
  let answered = (_path: string, _body: Buffer) => false;
  const endpoint = await startEndpoint({
    service: (name) => services(name),
    gate: () => machinery.gate,
    running: machinery.runner.find,
    faults: faults.now,
    now: clock.now,
    onProblem: problems.add,
    custom: (path, body) => answered(path, body),
  });
  const origin = `http://localhost:${options.port ?? 4400}`;
  const assembly = loadAssembly(options.assembly, {
    region,
    accountId,
    queueUrl: (name) => `${endpoint.url}/${accountId}/${name}`,
    apiEndpoint: () => origin,
  });
  const account = openAccount(assembly, machinery, {
    onMail: (message) => inbox?.take(withReplyLink(message, origin, account.inbound.takes)),
  });
  services = servicesOf(account, machinery, options.onCall);

  const recurring = startRecurring(recurrencesOf(account, machinery, probes), mode === 'real-time');
  const oneTime = scheduleSource(account.schedules, startAt, account.ring);
  recurring.restart(startAt);
  const streams = { next: () => undefined, take: () => account.streams.flatMap((stream) => stream.take()) };
  const moments = [machinery.agenda, oneTime, ...account.polled];
  machinery.sources.push(streams, oneTime, ...account.polled, recurring);
  const travel = timeTravel({
    clock,
    conductor,
    sources: moments,
    recurring,
    eachDay: () => account.dynamoDb.expire(),
  });

  const custom = customResources(assembly, account.catalogue, machinery.invokeOutside);
  answered = custom.answered;
  await custom.create(endpoint.url);
  const snapshot = await takeSnapshot(account.dynamoDb, account.tables.names);
  const page = startGateway({
    assembly,
    find: account.catalogue.find,
    permissions: account.permissions,
    invoke: machinery.invokeOutside,
    now: clock.now,
    newId: account.newId,
  });
  const parked = account.watch(({ pk, state }) => (pk?.S === 'parked' && isWaiting(state?.S) ? 0 : undefined));
  const queues = () =>
    Object.fromEntries(account.queues().all.map((queue) => [queue.settings.name, queue.counts(clock.now())]));
  const iso = (time: number | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
  const stage: Stage = {
    now: clock.now,
    fetch: async (link, init = {}) => page(await pageRequest(link, init, new URL(origin).host)),
    settle: conductor.settle,
    advance: async () => iso(await travel.advance()),
    advanceTo: (time) => travel.advanceTo(Date.parse(time)),
    advanceBy: (milliseconds) => travel.advanceTo(clock.now() + milliseconds),
    next: () => iso(travel.next()),
    mail: account.ses.accepted,
    receive: account.inbound.receive,
    setQuota: account.ses.setQuota,
    trace: (since = 0) => trace.since(since),
    usage: machinery.usage.list,
    logs: machinery.logs,
    problems: problems.list,
    usedPermissions: account.permissions.used,
    faults,
    put({ bus, source, detailType, detail }) {
      account.put([{ EventBusName: bus, Source: source, DetailType: detailType, Detail: JSON.stringify(detail) }]);
    },
    invokeLater: (name, payload) => account.invokeLater(account.catalogue.find(name), JSON.stringify(payload)),
    async dynamoDb(operation, request) {
      const { status, body } = await account.dynamoDb.handle(operation, request);
      if (status === 200) return structuredClone(body);
      throw new Error(`${operation}: ${JSON.stringify(body)}`);
    },
    queues,
    parked: () => parked.count() + messagesIn(queues(), /parked/i),
    resources: (type) => assembly.resources.filter((resource) => resource.type === type),
    functions: () => account.catalogue.all.map(({ name }) => name),
    async reset({ seed = options.seed, freshWorkers = false, startAt: from, to } = {}) {
      startAt = to?.at ?? startOf(from ?? options.startAt);
      // What was drawn on the way to a bookmark must not be drawn again after it.
      await machinery.restart(to ? `${seed}/${startAt}` : seed, startAt);
      if (freshWorkers) await machinery.pool.cool();
      await account.restart((to?.tables ?? snapshot).restore, to);
      oneTime.restart(startAt);
      recurring.restart(startAt);
    },
    async bookmark() {
      await conductor.settle();
      return takeBookmark(account, machinery);
    },
    async close() {
      await site?.close();
      await machinery.close();
      await endpoint.close();
      await inbox?.close();
      account.dynamoDb.close();
    },
    endpoint: endpoint.url,
  };
  const links = { desk: '/desk', inbox: inbox?.url };
  const control = controlOf(stage, {
    links,
    schedules: recurring.list,
    waiting: machinery.agenda.waiting,
    ready: conductor.ready,
  });
  const site =
    options.port === undefined
      ? undefined
      : await startSite({
          port: options.port,
          page,
          control,
          settle: mode === 'stepped' ? conductor.settle : undefined,
        });
  return stage;
}

/** The states of a parked item that still concern somebody. */
const isWaiting = (state: string | undefined) => state === 'waiting' || state === 'for-a-person';

const messagesIn = (queues: ReturnType<Stage['queues']>, name: RegExp) =>
  Object.entries(queues)
    .filter(([queue]) => name.test(queue))
    .reduce((sum, [, { visible, notVisible, delayed }]) => sum + visible + notVisible + delayed, 0);
