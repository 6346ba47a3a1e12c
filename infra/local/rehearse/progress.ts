import { Presets, SingleBar } from 'cli-progress';

/** Shows how far the stage's clock has come. Without a terminal: one plain line for each tenth. */
export interface Progress {
  at(now: number, facts: { letters: number }): void;
  end(): void;
}

export function showProgress(from: number, to: number, output: NodeJS.WriteStream = process.stderr): Progress {
  return output.isTTY ? bar(from, to, output) : lines(from, to, output);
}

const dayOf = (now: number) => new Date(now).toISOString().slice(0, 10);

function bar(from: number, to: number, output: NodeJS.WriteStream): Progress {
  const format = '{bar} {percentage} %  {day}  {letters} letters';
  const shown = new SingleBar({ format, stream: output, fps: 10, hideCursor: true }, Presets.shades_classic);
  shown.start(to - from, 0, { day: dayOf(from), letters: 0 });
  return {
    at: (now, { letters }) => shown.update(Math.min(now, to) - from, { day: dayOf(now), letters }),
    end: () => shown.stop(),
  };
}

function lines(from: number, to: number, output: NodeJS.WriteStream): Progress {
  let told = -1;
  return {
    at(now, { letters }) {
      const tenth = Math.floor((10 * (Math.min(now, to) - from)) / (to - from));
      if (tenth <= told) return;
      told = tenth;
      output.write(`${String(tenth * 10).padStart(3)} %  ${dayOf(now)}  ${letters} letters\n`);
    },
    end: () => undefined,
  };
}
