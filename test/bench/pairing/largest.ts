import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePopulation } from './population.ts';

const root = join(import.meta.dirname, '../../..');

/** A house of 130,000 by the command that a user would type, with its proof. */
export async function largest(progress: (text: string) => void) {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const people = join(directory, 'people.csv');
    writePopulation(people, { juniors: 100_000, seniors: 30_000, places: 4 }, 1);
    progress('100000 × 30000 × 4 by npm run pair');
    const begun = performance.now();
    const child = spawn('npm', ['run', 'pair', '--', '--people', people, '--json', '--verify'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let says = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      says += text;
    });
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    const seconds = (performance.now() - begun) / 1_000;
    if (code !== 0 || !says.includes('proved')) throw new Error(`npm run pair ends with ${code}: ${says}`);
    // Of the process itself, told by itself in its last line.
    return { seconds, megabytes: Number(/(\d+) MB/.exec(says)?.[1]), says };
  } finally {
    rmSync(directory, { recursive: true });
  }
}
