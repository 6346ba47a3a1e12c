import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { lambdaInvoker } from '../../shared/parked/invoke.lambda.ts';
import { dynamoTable } from '../../shared/table/table.dynamodb.ts';
import { tellUsage } from '../plainly.ts';
import { runCommand } from './command.ts';
import { type CaseNeeds, caseLines, cases, drop, findCase, redeliver } from './parked-cases.ts';
import { findStage, mayFind } from './stage.ts';

const usage = `npm run parked -- <stage> [--all]               what failed for good: what it is, and what happens to it
npm run parked -- <stage> show ID               one of them, with what its function was called with
npm run parked -- <stage> redeliver ID          tries it once more, now
npm run parked -- <stage> drop ID --why TEXT    gives it up; the reason (no names, no addresses) stands in the history

ID is as the list shows it, or the event id alone.`;

const may = [
  ...mayFind,
  ...['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:PutItem', 'sqs:GetQueueAttributes', 'lambda:InvokeFunction'],
];

async function queued(url: string): Promise<number> {
  // The queue's address is the one by which the functions see it; this command may sit elsewhere.
  const { Attributes = {} } = await new SQSClient({ useQueueUrlAsEndpoint: false }).send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes.ApproximateNumberOfMessages ?? 0);
}

await runCommand({ command: 'parked', may }, async () => {
  const { values, positionals } = parseArgs({
    options: { why: { type: 'string' }, all: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  const [name, verb = 'list', id, ...rest] = positionals;
  const why = values.why?.trim();
  const understood =
    name !== undefined &&
    rest.length === 0 &&
    (verb === 'list' ? id === undefined : id !== undefined && ['show', 'redeliver', 'drop'].includes(verb));
  if (values.help || !understood || (verb === 'drop' && !why)) {
    const unexplained = !values.help && verb === 'drop' && id !== undefined;
    return tellUsage(unexplained ? `say why it may be given up: --why TEXT\n\n${usage}` : usage, values.help);
  }
  const stage = await findStage(name);
  const correlationId = randomUUID();
  const needs: CaseNeeds = {
    stage: name,
    table: dynamoTable(new DynamoDBClient({}), stage.named('Table')),
    invoker: lambdaInvoker(''),
    command: (command, reason) => ({
      name: command,
      by: 'operator',
      at: new Date().toISOString(),
      why: reason,
      correlationId,
    }),
  };
  if (id === undefined) {
    const list = await cases(needs, { all: values.all ?? false });
    console.log(caseLines(name, list, await queued(stage.named('Parked'))).join('\n'));
  } else if (verb === 'show') console.log(JSON.stringify(await findCase(needs, id), undefined, 2));
  else if (verb === 'redeliver') console.log(await redeliver(needs, id));
  else console.log(await drop(needs, id, why ?? ''));
  return 0;
});
