import * as z from 'zod/mini';

const address = z.email('an address such as programme@example.org');
const days = z.int('a whole number of days').check(z.positive('a whole number of days'));
const domain = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
      'a domain such as mentoring.example.org',
    ),
  );
/** Whole ARNs: half of one is refused by AWS in the middle of a deployment. */
const arn = (pattern: RegExp, example: string) => z.string().check(z.regex(pattern, `an ARN such as ${example}`));
const certificateArn = arn(
  /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/,
  'arn:aws:acm:<region>:<account>:certificate/<id>',
);
const keyArn = arn(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, 'arn:aws:kms:<region>:<account>:key/<id>');
const policyArn = arn(
  /^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\w+=,.@/-]*[\w+=,.@-]$/,
  'arn:aws:iam::<account>:policy/<name>',
);
/** CloudWatch takes no other numbers of days, and says so only when it is deployed. */
const daysOfLogs = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288];

/** Whom a stage may write to. `everyone` is for production (and for `local`, whose mail never leaves the machine). */
const MailMode = z.union(
  [
    z.literal('everyone'),
    z.strictObject({ only: z.array(address).check(z.minLength(1, 'at least one address')) }),
    z.strictObject({ redirectTo: address }),
  ],
  "'everyone', { only: [addresses] } or { redirectTo: address }",
);

/** All settings of a stage. None may be left out: what a stage does without is `null`, `off` or `none`, in writing. */
export const StageConfig = z.strictObject({
  /** `null`: the account and Region of whoever deploys. */
  account: z.nullable(z.string().check(z.regex(/^\d{12}$/, '12 digits'))),
  region: z.nullable(z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a Region such as eu-central-1'))),
  /** Where the pages are: the API's own address, the company's domain, or an origin in front of it. */
  web: z.union(
    [
      z.literal('execute-api'),
      z.strictObject({ domain, certificateArn }),
      z.strictObject({ origin: z.string().check(z.regex(/^https?:\/\/[^\s/?#@]+$/, 'an origin without a path')) }),
    ],
    "'execute-api', { domain, certificateArn } or { origin }",
  ),
  /** Requests a second to all pages together. */
  pagesPerSecond: z.int('a whole number').check(z.positive('at least 1'), z.lte(10_000, 'at most 10000')),
  mail: z.strictObject({
    to: MailMode,
    from: address,
    /** Shown at the top of every letter; empty in production. */
    banner: z.string(),
    /** The part of the account's SES rate and quota that this stage may use. */
    rateShare: z.number().check(z.gt(0, 'more than 0'), z.lte(1, 'at most 1')),
    /** `create` makes the domain's SES identity in this stage; `exists` expects one; `none` is for a stage without SES. */
    identity: z.enum(['create', 'exists', 'none'], "'create', 'exists' or 'none'"),
    /** SES tells about bounces and complaints through the account's default bus. */
    outcomes: z.boolean(),
  }),
  /**
   * Replies by mail: the stage's own subdomain, whose MX record points to SES. The account has one active set of receipt
   * rules, to which the stage adds its own: the deploy finds it, or makes one. `ruleSet` names it where something else
   * than our deploy runs CloudFormation. `off` also for an endpoint or a Region without inbound mail.
   */
  inbound: z.union(
    [
      z.literal('off'),
      z.strictObject({
        domain: domain.check(z.maxLength(190)),
        ruleSet: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/, 'the name of a set of receipt rules'))),
      }),
    ],
    "'off', { domain } or { domain, ruleSet }",
  ),
  /** The only desk member whom no one has to invite. */
  firstAdmin: address,
  /**
   * The company's OpenID provider, if people of the desk may sign in with their company accounts; `null`: by mail alone. The
   * client's secret is no setting: `npm run oidc-secret` puts it.
   */
  oidc: z.nullable(
    z.strictObject({
      issuer: z
        .string()
        .check(
          z.regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1)[:/])[^\s?#]+$/, 'the https address of the issuer'),
        ),
      clientId: z.string().check(z.regex(/^[!-~]{1,200}$/, 'the id that the provider gave')),
    }),
  ),
  /** `off` for an endpoint without alarms, or whose alarms watch one metric at a time. */
  alarms: z.enum(['on', 'off'], "'on' or 'off'"),
  /** Who hears of alarms; `null`: they can only be looked at. */
  alarmsTo: z.nullable(address),
  /** Tables, keys and logs survive the stack; deletion protection and point-in-time recovery. */
  retain: z.boolean(),
  /** A key of the company, which encrypts both tables; `null`: the key of AWS, which costs nothing. */
  customerKey: z.nullable(keyArn),
  logs: z.strictObject({
    level: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR'], 'DEBUG, INFO, WARN or ERROR'),
    days: days.check(z.refine((given) => daysOfLogs.includes(given), `one of ${daysOfLogs.join(', ')}`)),
  }),
  /**
   * How new code of the pages and of the sender of letters takes over. `gradual`: a tenth of the requests for five minutes,
   * and back to the old code by itself if an alarm rings. `at once` for a stage whose endpoint has no CodeDeploy, and for
   * a repair while the alarm rings.
   */
  release: z.enum(['at once', 'gradual'], "'at once' or 'gradual'"),
  /** How many days of events can be replayed; shorter than the letters ledger lives, or a replay mails. `off` for an endpoint without archives. */
  archive: z.union(
    [z.literal('off'), z.strictObject({ days: days.check(z.lte(90, 'at most 90')) })],
    "'off' or { days }",
  ),
  tags: z.record(z.string(), z.string()),
  permissionsBoundary: z.nullable(policyArn),
  bootstrapQualifier: z.nullable(z.string().check(z.regex(/^[a-z0-9]{1,10}$/, '1 to 10 of a–z, 0–9'))),
});
export type StageConfig = z.infer<typeof StageConfig>;
