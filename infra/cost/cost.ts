import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { plainly, tellUsage } from '../plainly.ts';
import { synth } from '../synth.ts';
import { billOf } from './bill.ts';
import { countAnew } from './count.ts';
import { readCounted, readPrices } from './counted.ts';
import { planOf, resourcesIn } from './plan.ts';
import { verdict, wordsOf } from './words.ts';

const usage = `npm run cost -- --people N --months N [--stage NAME] [--config FILE.json] [--count]

What a stage costs, line by line: its template (prod, unless another stage is named), times the calls that a rehearsal
of half a year made, times the prices of infra/cost/prices.json. Ends with 1 if a target is missed. Needs no account.

  --count   plays the rehearsal anew, and keeps what it counted in infra/cost/counted.json`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      people: { type: 'string' },
      months: { type: 'string' },
      stage: { type: 'string', default: 'prod' },
      config: { type: 'string' },
      count: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const people = Number(values.people);
  const months = Number(values.months);
  if (values.help || !Number.isInteger(people) || people < 1 || !Number.isInteger(months) || months < 1)
    return tellUsage(usage, values.help);
  const directory = mkdtempSync(join(tmpdir(), 'cost-'));
  try {
    const counted = values.count ? await countAnew() : readCounted();
    const prices = readPrices();
    const assembly = await synth(values.stage, directory, { file: values.config, build: !values.count, check: false });
    const bill = billOf(planOf(resourcesIn(assembly)), counted, prices, { people, months });
    console.log(wordsOf(bill, { people, months, counted, prices }).join('\n'));
    const { ok } = verdict(bill, people, months);
    return ok.atRest && ok.person ? 0 : 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

await plainly('cost', main);
