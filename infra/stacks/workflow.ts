import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Setting } from '../constructs/app-function.ts';
import { giver } from '../constructs/environment.ts';
import { Inbound } from '../constructs/inbound.ts';
import { Mail } from '../constructs/mail.ts';
import { Schedules } from '../constructs/schedules.ts';
import { accessTo, accessToKeys } from '../constructs/table-access.ts';
import { Web } from '../constructs/web.ts';
import { lambdaName, ReadableStack } from '../names.ts';
import type { DataStack } from './data.ts';
import { alarms } from './workflow/alarms.ts';
import type { House } from './workflow/house.ts';
import { movers } from './workflow/movers.ts';
import { pages } from './workflow/pages.ts';
import { reactions } from './workflow/reactions.ts';
import { releases } from './workflow/releases.ts';
import { replies } from './workflow/replies.ts';
import { tools } from './workflow/tools.ts';

/** What the programme does: pages that people open, reactions to events, what moves events and letters, and the alarms. */
export class WorkflowStack extends ReadableStack {
  constructor(
    scope: Construct,
    id: string,
    { setting, data, ...props }: StackProps & { setting: Setting; data: DataStack },
  ) {
    super(scope, id, props);
    const { stage, config } = setting;
    const hall = { ...setting, bus: data.bus, parked: data.parked };
    const web = new Web(this, 'Web', setting);
    const mail = new Mail(this, 'Mail', setting);
    const inbound =
      config.inbound === 'off' ? undefined : new Inbound(this, 'Inbound', { stage, inbound: config.inbound });
    const schedules = new Schedules(this, 'Schedules', hall);
    const house: House = {
      hall,
      data,
      web,
      mail,
      inbound,
      schedules,
      table: accessTo(data.table.arn),
      keys: accessToKeys(data.keysTable.arn),
      give: giver({
        STAGE: stage,
        LOG_LEVEL: config.logs.level,
        TABLE: data.table.name,
        KEYS_TABLE: data.keysTable.name,
        BUS: data.bus.name,
        BUS_ARN: data.bus.arn,
        SCHEDULE_GROUP: schedules.group,
        SCHEDULE_ROLE_ARN: schedules.role,
        LETTERS_FUNCTION: lambdaName(stage, 'send-letters'),
        REPLIES_FUNCTION: data.replies ? lambdaName(stage, 'on-reply-received') : '',
        REPLIES_QUEUE_ARN: data.replies?.arn ?? '',
        QUALIFIER: '',
        LETTERS_QUEUE_URL: data.letters.url,
        PARKED_QUEUE_URL: data.parked.url,
        WEB_ORIGIN: web.origin,
        FIRST_ADMIN: config.firstAdmin,
        COMPANY_SIGN_IN: config.oidc ? 'yes' : '',
        OIDC_ISSUER: config.oidc?.issuer ?? '',
        OIDC_CLIENT_ID: config.oidc?.clientId ?? '',
        MAIL_FROM: config.mail.from,
        MAIL_MODE: JSON.stringify(config.mail.to),
        MAIL_RATE_SHARE: String(config.mail.rateShare),
        MAIL_BANNER: config.mail.banner,
        LAUNCH: mayLaunch(config) ? 'open' : 'needs-own-domain',
        CONFIGURATION_SET: mail.configurationSet,
        INBOUND_DOMAIN: inbound?.domain ?? '',
        RAW_MAIL_BUCKET: inbound?.bucket.name ?? '',
      }),
    };

    const answering = pages(this, house);
    const reacting = reactions(this, house);
    const replying = replies(this, house);
    const moving = movers(this, house, [...reacting, ...replying]);
    tools(this, house);
    const ringing = config.alarms === 'on' ? alarms(this, house, { ...moving, replies: replying }) : undefined;
    releases(this, house, [
      { functions: answering, stoppedBy: ringing?.pagesFail },
      { functions: [moving.sendLetters], stoppedBy: ringing?.workFails },
    ]);
  }
}

/** Letters to everyone whose links lead to a machine's name of AWS look like phishing, and are reported as such. */
const mayLaunch = ({ web, mail }: Setting['config']) => web !== 'execute-api' || mail.to !== 'everyone';
