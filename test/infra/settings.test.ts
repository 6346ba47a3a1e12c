import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { whereOf } from '../../infra/app.ts';
import { configOf, type StageConfig, stages } from '../../infra/config.ts';
import { type Found, templatesOf } from './stacks.ts';

const region = 'eu-central-1';
const key = `arn:aws:kms:${region}:123456789012:key/1`;
const certificateArn = `arn:aws:acm:${region}:123456789012:certificate/1`;
const boundary = 'arn:aws:iam::123456789012:policy/boundary';
const web = { domain: 'mentoring.example.org', certificateArn };
const { mail } = stages.dev;

type Templates = ReturnType<typeof templatesOf>;
const properties = (found: readonly Found[]) => found.map(({ Properties }) => Properties);
const variable = (templates: Templates, name: string) =>
  new Set(
    templates
      .ofType('AWS::Lambda::Function')
      .flatMap(({ Properties }) => Object(Properties.Environment).Variables?.[name] ?? []),
  );

/** How each setting is seen in the templates: a setting that nobody reads would be a promise that nobody keeps. */
const reaches: Record<
  Exclude<keyof StageConfig, 'account' | 'region' | 'bootstrapQualifier' | 'alarms'>,
  { changes: Partial<StageConfig>; see: (templates: Templates) => unknown; as: unknown }
> = {
  web: {
    changes: { web },
    see: (templates) => [
      properties(templates.ofType('AWS::ApiGatewayV2::DomainName')),
      variable(templates, 'WEB_ORIGIN'),
    ],
    as: [
      [
        expect.objectContaining({
          DomainName: web.domain,
          DomainNameConfigurations: [
            { CertificateArn: certificateArn, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
          ],
        }),
      ],
      new Set([`https://${web.domain}`]),
    ],
  },
  pagesPerSecond: {
    changes: { pagesPerSecond: 7 },
    see: (templates) => properties(templates.ofType('AWS::ApiGatewayV2::Stage')),
    as: [expect.objectContaining({ DefaultRouteSettings: { ThrottlingRateLimit: 7, ThrottlingBurstLimit: 14 } })],
  },
  mail: {
    changes: { mail: { ...mail, to: { redirectTo: 'me@example.org' }, from: 'x@y.example.org', rateShare: 0.3 } },
    see: (templates) => [
      ...['MAIL_MODE', 'MAIL_FROM', 'MAIL_RATE_SHARE', 'MAIL_BANNER'].flatMap((name) => [...variable(templates, name)]),
      ...properties(templates.ofType('AWS::SES::EmailIdentity')).map(({ EmailIdentity }) => EmailIdentity),
    ],
    as: ['{"redirectTo":"me@example.org"}', 'x@y.example.org', '0.3', 'dev', 'y.example.org'],
  },
  inbound: {
    changes: { inbound: { domain: 'reply.example.org' } },
    see: (templates) => properties(templates.ofType('AWS::SES::ReceiptRule')),
    as: [
      {
        RuleSetName: 'reverse-mentoring-inbound',
        Rule: expect.objectContaining({ Recipients: ['reply.example.org'] }),
      },
    ],
  },
  firstAdmin: {
    changes: { firstAdmin: 'boss@example.org' },
    see: (templates) => variable(templates, 'FIRST_ADMIN'),
    as: new Set(['boss@example.org']),
  },
  oidc: {
    changes: { oidc: { issuer: 'https://login.example.org', clientId: 'desk' } },
    see: (templates) => [
      ...['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'COMPANY_SIGN_IN'].flatMap((name) => [...variable(templates, name)]),
      properties(templates.ofType('AWS::ApiGatewayV2::Route'))
        .map(({ RouteKey }) => String(RouteKey))
        .filter((route) => route.includes('company'))
        .sort(),
    ],
    as: [
      'https://login.example.org',
      'desk',
      'yes',
      [
        'GET /desk/company-sign-in',
        'GET /desk/company-sign-in/return',
        'HEAD /desk/company-sign-in',
        'HEAD /desk/company-sign-in/return',
        'POST /desk/company-sign-in/return',
      ],
    ],
  },
  alarmsTo: {
    changes: { alarmsTo: 'ops@example.org' },
    see: (templates) => properties(templates.ofType('AWS::SNS::Subscription')),
    as: [{ Endpoint: 'ops@example.org', Protocol: 'email', TopicArn: { Ref: 'Alarms' } }],
  },
  retain: {
    changes: { retain: true },
    see: (templates) => templates.ofType('AWS::DynamoDB::Table').map(({ DeletionPolicy }) => DeletionPolicy),
    as: ['Retain', 'Retain'],
  },
  customerKey: {
    changes: { customerKey: key },
    see: (templates) => properties(templates.ofType('AWS::DynamoDB::Table')).map((table) => table.SSESpecification),
    as: [0, 1].map(() => ({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key })),
  },
  logs: {
    changes: { logs: { level: 'WARN', days: 180 } },
    see: (templates) => [
      variable(templates, 'LOG_LEVEL'),
      new Set(properties(templates.ofType('AWS::Logs::LogGroup')).map(({ RetentionInDays }) => RetentionInDays)),
    ],
    as: [new Set(['WARN']), new Set([180])],
  },
  release: {
    changes: { release: 'gradual' },
    see: (templates) =>
      new Set(
        properties(templates.ofType('AWS::CodeDeploy::DeploymentGroup')).map(
          ({ DeploymentConfigName }) => DeploymentConfigName,
        ),
      ),
    as: new Set(['CodeDeployDefault.LambdaCanary10Percent5Minutes']),
  },
  archive: {
    changes: { archive: { days: 3 } },
    see: (templates) => properties(templates.ofType('AWS::Events::Archive')).map(({ RetentionDays }) => RetentionDays),
    as: [3],
  },
  tags: {
    changes: { tags: { costCentre: '4711' } },
    see: (templates) => templates.ofType('AWS::DynamoDB::Table').map((table) => table.Properties.Tags),
    as: [0, 1].map(() => expect.arrayContaining([{ Key: 'costCentre', Value: '4711' }])),
  },
  permissionsBoundary: {
    changes: { permissionsBoundary: boundary },
    see: (templates) => new Set(properties(templates.ofType('AWS::IAM::Role')).map((role) => role.PermissionsBoundary)),
    as: new Set([boundary]),
  },
};

/** A stage in which everything is set otherwise than in all others. */
const everything: Partial<StageConfig> = Object.assign({}, ...Object.values(reaches).map(({ changes }) => changes));

describe('a setting', () => {
  it.each(Object.entries(reaches))('%s reaches the template', (_name, { see, as }) => {
    expect(see(templatesOf('dev', everything))).toEqual(as);
  });

  it('without alarms leaves nothing of them, for an endpoint that has none', () => {
    const kinds = ['AWS::CloudWatch::Alarm', 'AWS::SNS::Topic', 'AWS::SNS::TopicPolicy'];
    const found = (changes: Partial<StageConfig>) => kinds.flatMap((kind) => templatesOf('dev', changes).ofType(kind));
    expect(found({ alarms: 'off' })).toEqual([]);
    expect(found({})).not.toEqual([]);
  });

  it('of account, Region and qualifier decides where the stacks go', () => {
    const config = configOf('dev', { changes: { account: '123456789012', region, bootstrapQualifier: 'team1' } });
    const { account, region: its, synthesizer } = new Stack(new App(), 'Probe', whereOf(config));
    expect([account, its, synthesizer.bootstrapQualifier]).toEqual(['123456789012', region, 'team1']);
  });
});

describe('a launch', () => {
  const answer = (stage: string, changes = {}) => [...variable(templatesOf(stage, changes), 'LAUNCH')];

  it('to everyone is open only from an address of the company, and to the few of a trial always', () => {
    expect(answer('prod')).toEqual(['needs-own-domain']);
    expect(answer('dev')).toEqual(['open']);
    expect(answer('local')).toEqual(['open']);
  });
});
