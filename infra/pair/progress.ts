import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `done` from 0 to 1 of this step. */
  at(step: string, done: number): void;
  end(): void;
}

/** How far the run is, on standard error. Without a terminal: one plain line at the start of each step. */
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
  let told = '';
  return {
    at(step) {
      if (step !== told) output.write(`${step} …\n`);
      told = step;
    },
    end: () => undefined,
  };
}
