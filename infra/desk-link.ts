import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { appName } from './names.ts';

/** `npm run desk-link -- <stage> <address>`: a sign-in link for the desk when mail is down. Needs AWS credentials. */
const [stage, address] = process.argv.slice(2);
if (!stage || !address) {
  console.error('usage: npm run desk-link -- <stage> <address of somebody who may open the desk>');
  process.exit(2);
}
try {
  const { FunctionError, Payload } = await new LambdaClient({}).send(
    new InvokeCommand({
      FunctionName: `${appName}-${stage}-desk-link`,
      Payload: Buffer.from(JSON.stringify({ address })),
    }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? []).toString('utf8') || 'null');
  const has = (name: string) => typeof answer === 'object' && answer !== null && name in answer;
  const told = Object(answer) as { link?: unknown; refused?: unknown };
  if (FunctionError || !has('link'))
    throw new Error(has('refused') ? String(told.refused) : 'the function failed; its log says why');
  console.log(`${String(told.link)}\nIt opens the desk once, within 15 minutes.`);
} catch (error) {
  console.error(`no link: ${error instanceof Error ? error.message : String(error)}`);
  console.error("This asks AWS: it needs credentials that may invoke the stage's desk-link function, and AWS_REGION.");
  process.exitCode = 1;
}
