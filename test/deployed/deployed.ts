import { parseArgs } from 'node:util';
import { configOf } from '../../infra/config.ts';
import { seededRandom } from '../../infra/local/clock/random.ts';
import { Refused, runCommand } from '../../infra/ops/command.ts';
import { findStage, mayFind } from '../../infra/ops/stage.ts';
import { tellUsage } from '../../infra/plainly.ts';
import { eventBridgeBus } from '../../shared/outbox/bus.eventbridge.ts';
import { doorway } from './doorway.ts';
import { mailKinds, openMailbox } from './mailbox.ts';
import { morningOf } from './morning.ts';
import { addressesOf, cutOff, everybody, isRunName } from './people.ts';
import { walk } from './road.ts';
import { realTown } from './town.ts';

const usage = `npm run test:deployed -- <url> --mail <endpoint>

Walks the whole road of a cohort of two against a stage that is deployed: as HR at the desk and as both people, by pages
and letters alone. Everything it makes is new, and it ends the cohort.

  <url>               where the pages are answered; a path in front of them is kept
  --mail <endpoint>   where the stage's mail can be read: our local stage, aws-ses-v2-local, MiniStack
  --mail-kind <kind>  ${mailKinds.join(', ')}; without it the first that answers
  --host <name>       the Host header, where one port serves several APIs
  --admin <address>   who may open the desk; without it the first admin of --stage
  --stage <name>      the stage whose settings name the first admin (dev); --config <file> as for deploy
  --desk-link <link>  opens the desk by a link of \`npm run desk-link\` instead of a letter
  --domain <domain>   of the invented people's addresses (deployed-test.example)
  --run <name>        names the run, and so the addresses that mail.to of the stage must let letters go to: junior-<name>,
                      senior-<name>, coordinator-<name> and independent-<name>. A name walks once; without it the time
  --ring <stage>      says to the stage's bus what its timer would say the next morning, from which on HR sees pairs (needs
                      AWS credentials, or AWS_ENDPOINT_URL of an emulator); without it the road ends at the pair, and
  --go-on <run>       goes on with that run on the next day: HR asks now, the answer comes from the mail
  --patience <s>      seconds to wait for each thing that is on its way (300)`;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const whatToLookAt = `If a letter did not come: does mail.to of the stage let letters go there? To one address the desk sends a link only once
in five minutes. npm run parked -- <stage> says what failed, npm run trace what happened. The cohort of this run may be
left over: end it at the desk.`;

await runCommand({ command: 'test:deployed', may: [...mayFind, 'events:PutEvents'] }, async () => {
  const { values, positionals } = parseArgs({
    options: {
      mail: { type: 'string' },
      'mail-kind': { type: 'string' },
      host: { type: 'string' },
      admin: { type: 'string' },
      stage: { type: 'string' },
      config: { type: 'string' },
      'desk-link': { type: 'string' },
      domain: { type: 'string', default: 'deployed-test.example' },
      run: { type: 'string' },
      ring: { type: 'string' },
      'go-on': { type: 'string' },
      patience: { type: 'string', default: '300' },
      help: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const [place = ''] = positionals;
  const kind = mailKinds.find((each) => each === values['mail-kind']);
  const patience = Number(values.patience);
  const understood =
    positionals.length === 1 &&
    URL.canParse(place) &&
    values.mail !== undefined &&
    URL.canParse(values.mail) &&
    (values['mail-kind'] === undefined || kind !== undefined) &&
    [values.run, values['go-on']].every((name) => name === undefined || isRunName(name)) &&
    patience > 0;
  if (values.help || !understood) return tellUsage(usage, values.help);
  const begun = Date.now();
  const mailbox = await openMailbox(values.mail ?? '', kind);
  console.log(`mail is read at ${values.mail} (${mailbox.kind})`);
  const settings = configOf(values.stage ?? 'dev', { file: values.config });
  const admin = values.admin ?? settings.firstAdmin;
  const run = values['go-on'] ?? values.run ?? begun.toString(36);
  const people = everybody(run, values.domain);
  // Who names no settings may walk a stage that has others.
  const known = values.stage !== undefined || values.config !== undefined;
  const cut = known ? cutOff(settings.mail.to, [...(values['desk-link'] ? [] : [admin]), ...addressesOf(people)]) : [];
  if (cut.length > 0) {
    throw new Refused(
      `mail.to of the stage lets no letter go to ${cut.join(', ')}.\nName them in { "only": […] }, deploy, and walk with --run ${run}.`,
    );
  }
  const ringing = values.ring === undefined ? undefined : await findStage(values.ring);
  let last = begun;
  try {
    const through = await walk({
      town: await realTown(doorway(place, values.host), mailbox),
      origin: new URL(place).origin,
      admin,
      deskLink: values['desk-link'],
      people,
      name: `Test ${run}`,
      random: seededRandom(run),
      patience,
      morning:
        ringing &&
        (async (runPath) => {
          const refused = await eventBridgeBus(ringing.named('Bus')).put([morningOf(runPath)]);
          if (refused.length > 0) throw new Error('the bus did not take the event');
        }),
      goOn: values['go-on'] !== undefined,
      onStep(step) {
        console.log(`✓ ${step} (${seconds(Date.now() - last)})`);
        last = Date.now();
      },
    });
    if (!through) {
      console.log(
        `Good so far. HR sees the pair tomorrow from 09:00 on (Europe/Berlin): go on then with --go-on ${run}.`,
      );
      return 0;
    }
  } catch (error) {
    console.error(`✗ after ${seconds(Date.now() - begun)}: ${error instanceof Error ? error.message : String(error)}`);
    console.error(whatToLookAt);
    return 1;
  }
  console.log(`The road is open, from the sign-in to the answer on the desk: ${seconds(Date.now() - begun)}.`);
  return 0;
});
