import { parseArgs } from 'node:util';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { configOf } from '../config.ts';
import { tellUsage } from '../plainly.ts';
import { approved } from './ask.ts';
import { awsCloud, mayTearDownWith } from './cloud.ts';
import { runCommand } from './command.ts';
import { findStage, mayFind, placeOf, stackName } from './stage.ts';
import { mayTearDown, survivors, tearDown } from './tear-down.ts';

const usage = `npm run destroy -- <stage> [--yes] [--yes-delete-data] [--config FILE.json]

Takes a stage down: its bucket of replies, its two stacks and, where they are retained, its tables. Says first what goes
and what stays.

  --yes              does not ask, for pipelines
  --yes-delete-data  also a stage whose data is retained; there is no other way back than its backup, for 35 days
  --config           the JSON file with which the stage was deployed`;

await runCommand({ command: 'destroy', may: [...mayFind, ...mayTearDownWith] }, async () => {
  const { values, positionals } = parseArgs({
    options: {
      yes: { type: 'boolean' },
      'yes-delete-data': { type: 'boolean' },
      config: { type: 'string' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  if (values.help || !name || rest.length > 0) return tellUsage(usage, values.help);
  const config = configOf(name, { file: values.config });
  const deleteData = values['yes-delete-data'] ?? false;
  const { config: file } = values;
  mayTearDown(name, { retained: config.retain, deleteData, file });
  const place = placeOf(config);
  const cloud = awsCloud(place);
  const found = await findStage(name, new CloudFormationClient(place));
  // What was deployed may be older than the settings of today.
  const retained = config.retain || (await cloud.protectedFromDeletion(stackName(name, 'data'))) === true;
  mayTearDown(name, { retained, deleteData, file });

  const stays = `What stays:\n${survivors(found, config, retained).join('\n')}`;
  console.log(
    `Stage ${name} goes: ${found.all.length} resources${retained ? ', and everybody’s data' : ''}.\n\n${stays}\n`,
  );
  const nobody = 'nobody is here to approve: look at what goes and stays above, then add --yes';
  if (!values.yes && !(await approved(`Destroy ${name}?`, nobody))) return 1;
  await tearDown(found, { retained }, cloud, (sentence) => console.log(sentence));
  console.log(`\nStage ${name} is gone. ${stays}`);
  return 0;
});
