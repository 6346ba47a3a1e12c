import { parseArgs } from 'node:util';
import { Refused } from './refused.ts';

export const usage = `npm run pair -- --people FILE.csv [--rules FILE.json] [--seed N] [--json] [--verify]

Pairs everybody of an HR file who has a role, and proves that no other result is better.

  --people FILE   the HR file, as the desk takes it: CSV in UTF-8; lines without a role are the reporting chain
  --rules FILE    JSON: minLevelGap, minOverlapHours, weights, pins, blocks, history (people by employee id)
  --seed N        decides between results that are equally good; a whole number, 1 if absent
  --json          the result for programs, by employee id
  --verify        checks the three proofs once more, against every pair and without the solver
  --help          this text

Ends with 0: paired; 1: a proof failed; 2: the input was refused, one reason in each line of standard error.`;

/** What somebody asks for at the command line. */
export interface Order {
  readonly people: string;
  readonly rules: string | undefined;
  readonly seed: number;
  readonly json: boolean;
  readonly verify: boolean;
}

export function readOrder(args: readonly string[]): Order | 'help' {
  const { people, rules, seed, json, verify, help } = optionsOf(args);
  if (help) return 'help';
  if (people === undefined) throw new Refused('--people', 'the file of the people is missing (--help tells more)');
  if (!/^\d{1,9}$/.test(seed)) throw new Refused('--seed', `“${seed}” is not a whole number from 0 to 999999999`);
  return { people, rules, seed: Number(seed), json, verify };
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        people: { type: 'string' },
        rules: { type: 'string' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        verify: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Refused('options', error instanceof Error ? error.message.replaceAll(/\s+/g, ' ') : String(error));
  }
}
