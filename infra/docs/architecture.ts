import { readFile, writeFile } from 'node:fs/promises';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { makeApp } from '../app.ts';
import { configOf } from '../config.ts';

const Resources = z.record(
  z.string(),
  z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) }),
);
const between = /(<!-- architecture -->\n)[\s\S]*?(<!-- \/architecture -->)/;

/** The page with the picture of the template of `dev` as it is now. */
export const withArchitecture = (page: string): string =>
  page.replace(between, (_, begin: string, end: string) => `${begin}\`\`\`mermaid\n${picture()}\n\`\`\`\n${end}`);

/** What calls what, as the template of `dev` says: routes, rules, streams, queues, schedules, and permissions. */
function picture(): string {
  const config = configOf('dev');
  const { data, workflow } = makeApp({ stage: 'dev', config, check: false, code: () => Code.fromInline('//') });
  const all = [data, workflow].flatMap((stack) =>
    Object.entries(Resources.parse(Template.fromStack(stack).toJSON().Resources)).map(([id, each]) => ({
      id,
      ...each,
    })),
  );
  const of = (type: string) => all.filter(({ Type }) => Type === type);
  const functions = of('AWS::Lambda::Function').map(({ id, Properties }) => ({
    id,
    name: nameOf(id),
    role: JSON.stringify(Properties.Role),
  }));
  /** The function that a piece of a template points to. */
  const targetIn = (piece: unknown) => {
    const text = JSON.stringify(piece);
    return functions.find(({ id }) => text.includes(`"${id}"`))?.name;
  };
  const edges: string[] = [];
  const draw = (from: string, to: string | undefined, label = '') => {
    if (to) edges.push(label ? `  ${from} -->|"${label}"| ${to}` : `  ${from} --> ${to}`);
  };

  const pages = new Map<string, Set<string>>();
  for (const { Properties } of of('AWS::ApiGatewayV2::Route')) {
    const integration = of('AWS::ApiGatewayV2::Integration').find(({ id }) =>
      JSON.stringify(Properties.Target).includes(`"${id}"`),
    );
    const name = targetIn(integration?.Properties.IntegrationUri);
    if (name) pages.set(name, (pages.get(name) ?? new Set()).add(pathOf(String(Properties.RouteKey))));
  }
  for (const [name, paths] of [...pages].sort()) draw('api', name, shortest([...paths]).join('<br>'));
  for (const { Properties } of of('AWS::Events::Rule')) {
    const pattern = z.object({ 'detail-type': z.array(z.string()).default([]) }).parse(Properties.EventPattern);
    const bus = Properties.EventBusName ? 'bus' : 'account-bus';
    draw(bus, targetIn(Properties.Targets) ?? 'letters-queue', pattern['detail-type'].join('<br>'));
  }
  for (const { Properties } of of('AWS::Lambda::EventSourceMapping')) {
    const stream = JSON.stringify(Properties.EventSourceArn).includes('Stream');
    const filter = JSON.stringify(Properties.FilterCriteria ?? '');
    const rows = filter.includes('outbox') ? 'outbox rows' : 'timers';
    draw(stream ? 'table' : 'letters-queue', targetIn(Properties.FunctionName), stream ? rows : '');
  }
  for (const { Properties } of of('AWS::Scheduler::Schedule'))
    draw('scheduler', targetIn(Properties.Target), String(Properties.ScheduleExpression));
  for (const { id, Properties } of of('AWS::IAM::Role')) {
    const name = functions.find(({ role }) => role.includes(`"${id}"`))?.name;
    const policies = JSON.stringify(Properties.Policies ?? []);
    for (const [action, to] of doings) if (name && policies.includes(`"${action}"`)) draw(name, to);
  }
  draw('scheduler', 'bus', 'one-time schedules');
  draw('ses', 'account-bus', 'what became of a letter');
  const reactions = functions.map(({ name }) => name).filter((name) => name.startsWith('on-'));
  return [
    'flowchart LR',
    '  mailbox([people and HR]) --> api[HTTP API]',
    '  table[(table)]',
    '  bus{{the stage’s bus}}',
    '  account-bus{{the account’s bus}}',
    '  letters-queue[/letters queue/]',
    '  scheduler((Scheduler))',
    '  ses[SES] --> mailbox',
    '  subgraph pages',
    ...[...pages.keys()].sort().map((name) => `    ${name}`),
    '  end',
    '  subgraph reactions',
    ...reactions.sort().map((name) => `    ${name}`),
    '  end',
    ...new Set(edges),
  ].join('\n');
}

/** Calls that lead further. The table is left out: every function reads and writes its own nouns there. */
const doings = [
  ['events:PutEvents', 'bus'],
  ['ses:SendRawEmail', 'ses'],
  ['scheduler:CreateSchedule', 'scheduler'],
] as const;

const nameOf = (id: string) =>
  id
    .replace(/Function$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
    .toLowerCase();
const pathOf = (routeKey: string) => routeKey.split(' ').at(-1) ?? routeKey;
/** Without what lies below another of them. */
const shortest = (paths: readonly string[]) =>
  paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other}/`))).sort();

if (import.meta.main) {
  const file = new URL('../../docs/architecture.md', import.meta.url);
  await writeFile(file, withArchitecture(await readFile(file, 'utf8')));
}
