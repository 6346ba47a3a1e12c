import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { appName } from './names.ts';

/** `npm run desk-link -- <stage> <address>`: a sign-in link for the desk when mail is down. Needs AWS credentials. */
const [stage, address] = process.argv.slice(2);
if (!stage || !address) {
  console.error('usage: npm run desk-link -- <stage> <address of somebody who may open the desk>');
  process.exit(2);
}
const { FunctionError, Payload } = await new LambdaClient({}).send(
  new InvokeCommand({
    FunctionName: `${appName}-${stage}-desk-link`,
    Payload: Buffer.from(JSON.stringify({ address })),
  }),
);
const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null');
if (FunctionError || typeof answer !== 'object' || answer === null || !('link' in answer)) {
  const why =
    typeof answer === 'object' && answer !== null && 'refused' in answer ? answer.refused : JSON.stringify(answer);
  console.error(`no link: ${String(why)}`);
  process.exit(1);
}
console.log(`${String(answer.link)}\nIt opens the desk once, within 15 minutes.`);
