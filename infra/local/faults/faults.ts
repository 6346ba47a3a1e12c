import { type Random, seededRandom } from '../clock/random.ts';
import { ServiceError } from '../service-error.ts';

/** What goes wrong with a call, before the service takes it or after (the service has done it, the caller never hears). */
export interface CallFault {
  /** The caller; any, if left out. */
  function?: string;
  /** `dynamodb:PutItem`; any, if left out. */
  operation?: string;
  when: 'before' | 'after';
  /** `crash` ends the worker, `time-out` ends the connection without an answer. */
  effect: 'crash' | 'throttle' | 'error' | 'time-out';
  /** The how-manieth matching call, counted from 1 since the injection; 1 if left out. */
  nth?: number;
  /** How many matching calls from there on; 1 if left out, Infinity for all. */
  times?: number;
}

export interface DeliveryFaults {
  /** How often every event, stream batch, message and schedule is delivered. */
  copies: number;
  /** How often a stream batch is; as all else, if left out. The copies of a batch multiply those of the events in it. */
  batches?: number;
  /** Ready work runs in a random order (by the stage's seed) instead of its own. */
  shuffle: boolean;
}

export interface SesEventFaults {
  /** Event types that get lost: `Send`, `Delivery`, `Bounce`, `Complaint`. */
  lose: string[];
  copies: number;
  /** They arrive while the sender still waits for SES's answer (not on a stage whose invocations run together). */
  early: boolean;
}

/** What happens to one-time schedules. */
export interface ScheduleFaults {
  /** 0: they never fire; 2: twice. */
  copies: number;
  lateMinutes: number;
}

/** One call of a function, as the crash matrix walks them. */
export interface CallRecord {
  function: string;
  operation: string;
  /** The run of the function that made it. */
  requestId: string;
}

export interface AccountFault {
  mode: 'production' | 'sandbox' | 'paused' | 'unverified';
  verified: readonly string[];
}

export interface Faults {
  /** Answers how often it has struck. */
  inject(fault: CallFault): { struck(): number };
  /** Every run of the function fails until this time. */
  down(functionName: string, until: string): void;
  deliveries(changes: Partial<DeliveryFaults>): void;
  sesEvents(changes: Partial<SesEventFaults>): void;
  schedules(changes: Partial<ScheduleFaults>): void;
  /** The next `times` PutEvents refuse every second entry (and always the first). */
  failEntries(times: number): void;
  /** How the account stands with SES: in its sandbox only `verified` addresses and domains get mail. */
  account(mode: AccountFault['mode'], verified?: readonly string[]): void;
  /** What the inbox of this address does with mail: overrides the simulator's addresses. */
  recipient(address: string, answer: 'delivery' | 'bounce' | 'complaint' | 'silence'): void;
  clear(): void;
  /** Every call since the last reset, in order. */
  readonly calls: readonly CallRecord[];
  /** For the stage itself. */
  readonly now: FaultsNow;
}

export interface FaultsNow {
  /** Counts the call; answers what is to go wrong with it. */
  call(functionName: string, operation: string, requestId: string): CallFault | undefined;
  reason(functionName: string): string | undefined;
  delivery: DeliveryFaults;
  ses: SesEventFaults;
  account: AccountFault;
  schedules: ScheduleFaults;
  recipients: Map<string, 'delivery' | 'bounce' | 'complaint' | 'silence'>;
  takeEntryFailure(): boolean;
  random(): Random | undefined;
  forgetCalls(): void;
}

const production: AccountFault = { mode: 'production', verified: [] };

export function startFaults(clock: { now(): number; iso(): string }, seed: () => string, changed: () => void): Faults {
  let injected: { fault: CallFault; seen: number; struck: number }[] = [];
  let down = new Map<string, number>();
  let calls: CallRecord[] = [];
  let entryFailures = 0;
  const now: FaultsNow = {
    call(functionName, operation, requestId) {
      calls.push({ function: functionName, operation, requestId });
      let found: CallFault | undefined;
      for (const one of injected) {
        const { fault } = one;
        if ((fault.function ?? functionName) !== functionName || (fault.operation ?? operation) !== operation) continue;
        one.seen++;
        const nth = fault.nth ?? 1;
        if (found || one.seen < nth || one.seen >= nth + (fault.times ?? 1)) continue;
        one.struck++;
        found = fault;
      }
      return found;
    },
    reason(functionName) {
      const until = down.get(functionName);
      return until !== undefined && clock.now() < until ? `${functionName} is down` : undefined;
    },
    delivery: { copies: 1, shuffle: false },
    ses: { lose: [], copies: 1, early: false },
    account: production,
    schedules: { copies: 1, lateMinutes: 0 },
    recipients: new Map(),
    takeEntryFailure: () => entryFailures > 0 && entryFailures-- > 0,
    random: () => (now.delivery.shuffle ? seededRandom(`${seed()}/shuffle`) : undefined),
    forgetCalls() {
      calls = [];
    },
  };
  return {
    inject(fault) {
      const one = { fault, seen: 0, struck: 0 };
      injected.push(one);
      return { struck: () => one.struck };
    },
    down: (functionName, until) => void down.set(functionName, Date.parse(until)),
    deliveries(changes) {
      now.delivery = { ...now.delivery, ...changes };
      changed();
    },
    sesEvents(changes) {
      now.ses = { ...now.ses, ...changes };
    },
    schedules(changes) {
      now.schedules = { ...now.schedules, ...changes };
    },
    failEntries(times) {
      entryFailures = times;
    },
    account(mode, verified = []) {
      now.account = { mode, verified };
    },
    recipient: (address, answer) => void now.recipients.set(address.toLowerCase(), answer),
    clear() {
      injected = [];
      down = new Map();
      entryFailures = 0;
      now.delivery = { copies: 1, shuffle: false };
      now.ses = { lose: [], copies: 1, early: false };
      now.account = production;
      now.schedules = { copies: 1, lateMinutes: 0 };
      now.recipients.clear();
      changed();
    },
    get calls() {
      return calls;
    },
    now,
  };
}

/** The error that a throttled or failing service answers. */
export function faultError(operation: string, effect: 'throttle' | 'error'): ServiceError {
  const [service] = operation.split(':');
  if (effect === 'error') {
    return service === 'ses'
      ? new ServiceError('ServiceUnavailable', 'Service is temporarily unavailable', 503)
      : new ServiceError('InternalServerError', 'An internal error occurred', 500);
  }
  if (service === 'ses') return new ServiceError('Throttling', 'Maximum sending rate exceeded.');
  if (service === 'dynamodb') return new ServiceError('ThrottlingException', 'Throughput exceeds the current capacity');
  return new ServiceError('ThrottlingException', 'Rate exceeded', 429);
}
