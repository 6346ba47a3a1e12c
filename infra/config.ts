import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** The stages that this repository knows; a company's own come from a file (`--config`). */
export const stageNames = ['local', 'dev', 'prod'] as const;
export type StageName = (typeof stageNames)[number];

const address = z.email('an address such as programme@example.org');
const days = z.int().check(z.positive());

/** Whom a stage may write to. `everyone` is for production (and for `local`, whose mail never leaves the machine). */
const MailMode = z.union(
  [
    z.literal('everyone'),
    z.strictObject({ only: z.array(address).check(z.minLength(1)) }),
    z.strictObject({ redirectTo: address }),
  ],
  "'everyone', { only: [addresses] } or { redirectTo: address }",
);

const StageConfig = z.strictObject({
  /** Left out: the account and Region of whoever deploys. */
  account: z.optional(z.string().check(z.regex(/^\d{12}$/, '12 digits'))),
  region: z.optional(z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a Region such as eu-central-1'))),
  /** Where the pages are: the API's own address, the company's domain, or an origin in front of it. */
  web: z.union(
    [
      z.literal('execute-api'),
      z.strictObject({
        domain: z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
        certificateArn: z.string().check(z.startsWith('arn:')),
      }),
      z.strictObject({ origin: z.string().check(z.regex(/^https?:\/\/[^/]+$/, 'an origin without a path')) }),
    ],
    "'execute-api', { domain, certificateArn } or { origin }",
  ),
  /** Requests a second to all pages together. */
  pagesPerSecond: z.int().check(z.positive()),
  mail: z.strictObject({
    to: MailMode,
    from: address,
    /** Shown at the top of every letter; empty in production. */
    banner: z.string(),
    /** The part of the account's SES rate and quota that this stage may use. */
    rateShare: z.number().check(z.gt(0, 'more than 0'), z.lte(1, 'at most 1')),
    /** `create` makes the domain's SES identity in this stage; `exists` expects one; `none` is for a stage without SES. */
    identity: z.enum(['create', 'exists', 'none']),
    /** SES tells about bounces and complaints through the account's default bus. */
    outcomes: z.boolean(),
  }),
  /**
   * Replies by mail: the stage's own subdomain, whose MX record points to SES, and the account's active set of receipt
   * rules, to which the stage adds its own. `off` for an endpoint or a Region without them.
   */
  inbound: z.union(
    [
      z.literal('off'),
      z.strictObject({
        domain: z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/), z.maxLength(190)),
        ruleSet: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
      }),
    ],
    "'off' or { domain, ruleSet }",
  ),
  /** The only desk member whom no one has to invite. */
  firstAdmin: address,
  alarmsTo: z.optional(address),
  /** Tables, keys and logs survive the stack; deletion protection and point-in-time recovery. */
  retain: z.boolean(),
  logs: z.strictObject({ level: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']), days }),
  /** How many days of events can be replayed; shorter than the letters ledger lives, or a replay mails. `off` for an endpoint without archives. */
  archive: z.union([z.literal('off'), z.strictObject({ days: days.check(z.lte(90, 'at most 90')) })]),
  tags: z.record(z.string(), z.string()),
  permissionsBoundary: z.optional(z.string().check(z.startsWith('arn:'))),
  bootstrapQualifier: z.optional(z.string().check(z.regex(/^[a-z0-9]{1,10}$/, '1 to 10 of a–z, 0–9'))),
});
export type StageConfig = z.infer<typeof StageConfig>;

/** What the stages have in common and nobody has wanted to change yet. */
const usual = {
  web: 'execute-api',
  pagesPerSecond: 50,
  inbound: 'off',
  firstAdmin: 'admin@example.org',
  tags: {},
} satisfies Partial<StageConfig>;

export const stages: Record<StageName, StageConfig> = {
  local: {
    ...usual,
    web: { origin: 'http://localhost:4400' },
    mail: {
      to: 'everyone',
      from: 'programme@mentoring.example',
      banner: 'local',
      rateShare: 1,
      identity: 'exists',
      outcomes: true,
    },
    inbound: { domain: 'reply.mentoring.example', ruleSet: 'default-rule-set' },
    firstAdmin: 'hr@mentoring.example',
    retain: false,
    logs: { level: 'INFO', days: 7 },
    archive: 'off',
  },
  dev: {
    ...usual,
    mail: {
      to: { only: ['admin@example.org'] },
      from: 'programme@dev.mentoring.example.org',
      banner: 'dev',
      rateShare: 0.1,
      identity: 'create',
      outcomes: true,
    },
    retain: false,
    logs: { level: 'DEBUG', days: 30 },
    archive: { days: 14 },
  },
  prod: {
    ...usual,
    mail: {
      to: 'everyone',
      from: 'programme@mentoring.example.org',
      banner: '',
      rateShare: 0.8,
      identity: 'create',
      outcomes: true,
    },
    retain: true,
    logs: { level: 'INFO', days: 90 },
    archive: { days: 60 },
  },
};

/** A setting is wrong, missing or contradicts another; the message names each field. */
export class ConfigRefused extends Error {
  constructor(stage: string, problems: readonly string[]) {
    super(`the configuration of stage ${stage} is refused:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigRefused';
  }
}

/** Parses one stage's settings, and refuses what does not fit together. */
export function checkConfig(stage: string, settings: unknown): StageConfig {
  const parsed = StageConfig.safeParse(settings);
  if (!parsed.success) {
    throw new ConfigRefused(
      stage,
      parsed.error.issues.map((issue) =>
        issue.code === 'unrecognized_keys'
          ? `${[...issue.path, issue.keys.join(', ')].join('.')}: there is no such setting`
          : `${issue.path.join('.')}: ${issue.message}`,
      ),
    );
  }
  const contradictions = contradictionsOf(stage, parsed.data);
  if (contradictions.length > 0) throw new ConfigRefused(stage, contradictions);
  return parsed.data;
}

function contradictionsOf(stage: string, { mail, inbound, retain, region, account }: StageConfig): string[] {
  const problems: string[] = [];
  if (!/^[a-z][a-z0-9]{1,15}$/.test(stage)) problems.push('the stage name: 2 to 16 of a–z, 0–9, a letter first');
  if (mail.to === 'everyone' && stage !== 'prod' && stage !== 'local') {
    problems.push("mail.to: 'everyone' is for prod only; name the people with { only: […] } or { redirectTo }");
  }
  if (stage === 'prod' && mail.to !== 'everyone') problems.push("mail.to: prod writes to 'everyone'");
  if (stage === 'prod' && mail.banner !== '') problems.push('mail.banner: empty in prod');
  if (stage !== 'prod' && mail.banner === '')
    problems.push('mail.banner: a letter from a stage that is not prod says so');
  if (stage === 'prod' && !retain) problems.push('retain: prod keeps its data');
  if (inbound !== 'off' && mail.from.endsWith(`@${inbound.domain}`)) {
    problems.push('inbound.domain: a subdomain of its own; mail to the sender’s domain goes where it always went');
  }
  if (account && !region) problems.push('region: needed with an account');
  return problems;
}

/**
 * The settings of a stage: from this file, then what `changes` replaces (a test's, the local stage's port).
 * `file` is a JSON file that replaces top-level fields, so that a company need not fork, and may describe a stage of its own.
 */
export function configOf(
  stage: string,
  { file, changes = {} }: { file?: string | undefined; changes?: Partial<StageConfig> | undefined } = {},
): StageConfig {
  const known = stageNames.find((name) => name === stage);
  const written: object = file ? JSON.parse(readFileSync(file, 'utf8')) : {};
  if (!known && !file)
    throw new ConfigRefused(stage, [`the stage name: one of ${stageNames.join(', ')}, or give --config`]);
  return checkConfig(stage, { ...(known ? stages[known] : usual), ...written, ...changes });
}
