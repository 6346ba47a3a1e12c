import { buildAll } from '../../infra/build/build.ts';
import { startAws } from './aws.ts';
import { type ColdStart, coldStart } from './cold-start.ts';
import { optionsOf } from './options.ts';
import { functionStacks, type Stack, sizeOf, yardsticks } from './stacks.ts';
import { type Figures, table } from './table.ts';
import { triggerOf } from './triggers.ts';

const values = optionsOf({ rounds: { type: 'string', default: '11' }, only: { type: 'string', multiple: true } });
const rounds = Number(values.rounds);

await buildAll();
const { start, empty, typical } = await yardsticks();
const functions = functionStacks().filter(({ name }) => !values.only || values.only.includes(name));
const aws = await startAws();
const stacks = [empty, typical, ...functions];
const triggers = new Map(functions.map(({ name }) => [name, triggerOf(name, aws.endpoint)]));
const measure = (stack: Stack) => coldStart(stack, triggers.get(stack.name) ?? {}, { start, aws });

// Both sides first do the same thing, once and unmeasured: one call that is answered.
const firsts = new Map<string, ColdStart>();
for (const stack of stacks) firsts.set(stack.name, await measure(stack));
if (firsts.get(typical.name)?.service !== 'dynamodb') throw new Error('the typical stack did not read its item');

const times = new Map(stacks.map(({ name }) => [name, [] as number[]]));
for (let round = 1; round <= rounds; round++) {
  for (const stack of stacks) times.get(stack.name)?.push((await measure(stack)).milliseconds);
  progress(`round ${round} of ${rounds}`);
}
aws.close();

const median = (name: string) => times.get(name)?.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
const nothing = median(empty.name);
const figuresOf = (stack: Stack): Figures => ({
  name: stack.name,
  load: median(stack.name) - nothing,
  size: sizeOf(stack),
  service: firsts.get(stack.name)?.service,
  failure: firsts.get(stack.name)?.failure ?? '',
});
progress('');
console.log(table(figuresOf(typical), functions.map(figuresOf), { rounds, nothing }));

function progress(text: string) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}
