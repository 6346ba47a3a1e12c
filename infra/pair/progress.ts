import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `done` from 0 to 1 of this step. */
  at(step: string, done: number): void;
  end(): void;
}

/** A run that is over sooner says nothing of its steps where there is no terminal: who is refused gets the reasons alone. */
const quietMilliseconds = 2_000;

/** How far the run is, on standard error. Without a terminal: one plain line for each step of one that takes its time. */
export function showProgress(output: NodeJS.WriteStream = process.stderr): Progress {
  return output.isTTY ? bar(output) : lines(output);
}

function bar(stream: NodeJS.WriteStream): Progress {
  const format = '{bar} {percentage} %  {step}';
  const shown = new SingleBar(
    { format, stream, fps: 10, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  shown.start(100, 0, { step: '' });
  return {
    at: (step, done) => shown.update(Math.round(100 * done), { step }),
    end: () => shown.stop(),
  };
}

function lines(output: NodeJS.WriteStream): Progress {
  const begun = performance.now();
  let told = '';
  return {
    at(step) {
      if (step === told || performance.now() - begun < quietMilliseconds) return;
      output.write(`${step} …\n`);
      told = step;
    },
    end: () => undefined,
  };
}
