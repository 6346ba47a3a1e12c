import { parseArgs } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { z } from 'zod';
import { appName } from '../names.ts';
import { tellUsage } from '../plainly.ts';
import { Refused, runCommand } from './command.ts';
import { findStage, mayFind } from './stage.ts';

const usage = `npm run rotate-keys -- <stage> [family …]   new keys for the links of a stage; of all families, if none is named

Links that are out keep working until they expire. Keys whose last link has expired are taken away.`;

const Told = z.object({ family: z.string(), key: z.number() });
const Rotation = z.union([
  z.object({ refused: z.string() }),
  z.object({
    added: z.array(Told.extend({ signsFrom: z.string() })),
    fresh: z.array(Told),
    kept: z.array(Told.extend({ until: z.string() })),
    removed: z.array(Told),
  }),
]);

/** The work is the stage's own function's: whoever types this never has a key in hand, nor the right to read one. */
await runCommand({ command: 'rotate-keys', may: [...mayFind, 'lambda:InvokeFunction'] }, async () => {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
  const [stage, ...families] = positionals;
  if (values.help || !stage) return tellUsage(usage, values.help);
  await findStage(stage);
  const { FunctionError, Payload } = await new LambdaClient({}).send(
    new InvokeCommand({
      FunctionName: `${appName}-${stage}-rotate-keys`,
      Payload: Buffer.from(JSON.stringify({ families })),
    }),
  );
  if (FunctionError) {
    throw new Refused('the function failed; its log says why. Repeat it: what it did already it does not do again.');
  }
  const answer = Rotation.parse(JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null'));
  if ('refused' in answer) throw new Refused(answer.refused);
  for (const { family, key, signsFrom } of answer.added) console.log(`${family}: key ${key} signs from ${signsFrom}`);
  for (const { family, key } of answer.fresh) console.log(`${family}: key ${key} is new already, nothing done`);
  for (const { family, key, until } of answer.kept)
    console.log(`${family}: key ${key} opens what it signed until ${until.slice(0, 10)}`);
  for (const { family, key } of answer.removed) console.log(`${family}: key ${key} is gone, its last link had expired`);
  return 0;
});
