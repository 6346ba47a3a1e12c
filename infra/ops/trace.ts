import { parseArgs } from 'node:util';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { tellUsage } from '../plainly.ts';
import { Refused, runCommand } from './command.ts';
import { type DeployedStage, findStage, mayFind } from './stage.ts';
import { filterOf, isCorrelationId, isOfRoad, type LogEvent, traceLines } from './trace-lines.ts';

const usage = `npm run trace -- <stage> <correlation id>

Follows one road, from a form or a page to the letters that it caused, through the logs of all functions. The id stands
in every line of a function's log, in the audit rows of the table, and in every event.`;

/** CloudWatch allows few searches at a time, for the whole account. */
const atOnce = 4;

/** Every log group of the stage, with the name by which people know it. */
export function groupsOf(stage: DeployedStage): { group: string; from: string }[] {
  return stage.ofType('AWS::Logs::LogGroup').map(({ id, physical }) => ({ group: physical, from: nameOf(id) }));
}

/** `OnPairFormedLogs` → `on-pair-formed`; the log of the API is that of the pages. */
const nameOf = (id: string): string =>
  id === 'WebAccessLog'
    ? 'pages'
    : id
        .replace(/Logs$/, '')
        .replaceAll(/(?<=.)([A-Z])/g, '-$1')
        .toLowerCase();

async function linesOf(client: CloudWatchLogsClient, { group, from }: { group: string; from: string }, id: string) {
  const found: LogEvent[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new FilterLogEventsCommand({
        logGroupName: group,
        filterPattern: filterOf(from, id),
        ...(nextToken ? { nextToken } : {}),
      }),
    );
    const lines = (page.events ?? []).map(({ timestamp = 0, message = '' }) => ({ from, at: timestamp, message }));
    found.push(...lines.filter((line) => isOfRoad(line, id)));
    nextToken = page.nextToken;
  } while (nextToken);
  return found;
}

/** All lines of one road, in the order of time. */
export async function trace(
  stage: DeployedStage,
  id: string,
  client = new CloudWatchLogsClient({ maxAttempts: 8 }),
): Promise<string[]> {
  if (!isCorrelationId(id)) throw new Refused(`${id} is no correlation id: up to 64 letters, digits, _ and -`);
  const groups = groupsOf(stage);
  const found: LogEvent[] = [];
  for (let from = 0; from < groups.length; from += atOnce) {
    const lines = await Promise.all(groups.slice(from, from + atOnce).map((group) => linesOf(client, group, id)));
    found.push(...lines.flat());
  }
  return traceLines(found);
}

if (import.meta.main) {
  await runCommand({ command: 'trace', may: [...mayFind, 'logs:FilterLogEvents'] }, async () => {
    const { values, positionals } = parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
    const [stage, id, ...rest] = positionals;
    if (values.help || !stage || !id || rest.length > 0) return tellUsage(usage, values.help);
    const lines = await trace(await findStage(stage), id);
    if (lines.length === 0) {
      throw new Refused(`no log of stage ${stage} knows ${id}; logs are kept for as many days as its settings say`);
    }
    console.log(lines.join('\n'));
    return 0;
  });
}
