import { startAgenda } from './clock/agenda.ts';
import { type ClockMode, startClock } from './clock/clock.ts';
import { type MomentSource, type Order, startConductor } from './clock/conductor.ts';
import { type Gate, startGate } from './clock/gate.ts';
import { type Random, seededRandom } from './clock/random.ts';
import { startProblems } from './control/problems.ts';
import { startTrace } from './control/trace.ts';
import { startUsage } from './control/usage.ts';
import { startFaults } from './faults/faults.ts';
import type { Outcome } from './lambda/invocation.ts';
import { workerPool } from './lambda/pool.ts';
import type { FunctionResource } from './lambda/resources.ts';
import { startRunner } from './lambda/runner.ts';
import { startWorker } from './lambda/worker-process.ts';

export interface LogLine {
  at: string;
  function: string;
  line: string;
}

export interface MachineryOptions {
  mode: ClockMode;
  concurrent: boolean;
  startAt: number;
  seed: string | undefined;
  region: string;
  /** Known before the first function starts. */
  endpoint(): string;
  onLog(line: LogLine): void;
  onProblem(sentence: string): void;
}

/** The clock, the order of work and the workers: what runs functions, whatever they are. */
export type Machinery = ReturnType<typeof startMachinery>;

export function startMachinery(options: MachineryOptions) {
  const { mode, concurrent, startAt, region } = options;
  const order: Order = mode === 'real-time' ? 'live' : concurrent ? 'together' : 'serial';
  let seed = options.seed;
  let random: Random = seededRandom(seed ?? 'live');

  const clock = startClock(mode, startAt);
  const agenda = startAgenda();
  const sources: MomentSource[] = [agenda];
  const conductor = startConductor({ order, sources, now: clock.now });
  const trace = startTrace(clock.iso);
  const usage = startUsage();
  const problems = startProblems(options.onProblem);
  const faults = startFaults(
    clock,
    () => seed ?? 'live',
    () => conductor.shuffle(faults.now.random()),
  );
  let logs: LogLine[] = [];
  const onLog = (name: string, line: string) => {
    const one = { at: clock.iso(), function: name, line };
    logs.push(one);
    if (logs.length > 50_000) logs = logs.slice(-25_000);
    options.onLog(one);
  };
  // Where invocations run together, many workers of one function are busy at once: they are to be warm the next time.
  const mostSpare = order === 'together' ? 120 : 40;
  const setting = { clock: clock.shared, endpoint: options.endpoint, region, onLog };
  const pool = workerPool((fn) => startWorker(fn, setting), mostSpare);

  const later = (milliseconds: number, label: string, run: () => Promise<void>) => {
    // The stage's clock knows whole milliseconds only, as timers do; a back-off is drawn with fractions.
    agenda.put(clock.now() + Math.ceil(milliseconds), { label, run });
    if (order === 'live') setTimeout(conductor.wake, milliseconds).unref();
    else conductor.wake();
  };
  let gate: Gate;
  const runner = startRunner({
    pool,
    gate: () => gate,
    trace,
    usage,
    now: clock.now,
    later,
    wake: conductor.wake,
    down: faults.now.reason,
  });
  gate = startGate({ order, random: () => random, running: runner.running, pump: conductor.pump });
  runner.restart(seed);

  /** On a running clock somebody must look now and then whether something is due. */
  const ticker = order === 'live' ? setInterval(conductor.wake, 250).unref() : undefined;

  return {
    order,
    clock,
    agenda,
    sources,
    conductor,
    gate,
    trace,
    usage,
    problems,
    faults,
    runner,
    pool,
    later,
    add: (label: string, run: () => Promise<void>) => conductor.add({ label, run }),
    /** Runs a function for somebody who waits for the outcome. */
    invokeOutside: (fn: FunctionResource, payload: string) =>
      new Promise<Outcome>((resolve, reject) => {
        conductor.urgent(() => runner.run(fn, payload, resolve)).catch(reject);
      }),
    logs: () => logs,
    seed: () => seed,
    /** Forgets all work; what runs is ended. */
    async restart(next: string | undefined, time: number) {
      runner.stop();
      await conductor.rest();
      conductor.clear();
      agenda.clear();
      trace.clear();
      usage.clear();
      problems.clear();
      faults.clear();
      faults.now.forgetCalls();
      logs = [];
      seed = next;
      random = seededRandom(seed ?? 'live');
      runner.restart(seed);
      clock.restart(time);
    },
    async close() {
      clearInterval(ticker);
      runner.stop();
      conductor.clear();
      await pool.cool();
    },
  };
}
