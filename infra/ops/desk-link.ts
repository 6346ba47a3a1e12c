import { parseArgs } from 'node:util';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { z } from 'zod';
import { Address } from '../../shared/cohort/cohort.ts';
import { lambdaName } from '../names.ts';
import { tellUsage } from '../plainly.ts';
import { Refused, runCommand } from './command.ts';
import { findStage, mayFind } from './stage.ts';

const usage = `npm run desk-link -- <stage> <address of somebody who may open the desk>

A link that signs them in, for the day on which mail is down. It opens the desk once, within 15 minutes.`;

const Answer = z.union([z.object({ link: z.string() }), z.object({ refused: z.string() })]);

await runCommand({ command: 'desk-link', may: [...mayFind, 'lambda:InvokeFunction'] }, async () => {
  const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
  const [stage, address, ...rest] = positionals;
  if (values.help || !stage || !address || rest.length > 0) return tellUsage(usage, values.help);
  if (!Address.safeParse(address).success) throw new Refused(`${address} is no mail address`);
  await findStage(stage);
  const { FunctionError, Payload } = await new LambdaClient({}).send(
    new InvokeCommand({
      FunctionName: lambdaName(stage, 'desk-link'),
      Payload: Buffer.from(JSON.stringify({ address })),
    }),
  );
  if (FunctionError) throw new Refused('the function failed; its log says why');
  const answer = Answer.parse(JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null'));
  if ('refused' in answer) throw new Refused(`no link: ${answer.refused}`);
  console.log(`${answer.link}\nIt opens the desk once, within 15 minutes.`);
  return 0;
});
