import { CfnOutput, CustomResource, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnTable, type CfnTableProps } from 'aws-cdk-lib/aws-dynamodb';
import { CfnArchive, CfnEventBus } from 'aws-cdk-lib/aws-events';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnQueue, CfnQueuePolicy, type CfnQueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { source } from '../../events/define.ts';
import type { Environment as KeysEnvironment } from '../../functions/keys/environment.ts';
import { acknowledge } from '../acknowledged.ts';
import { AppFunction, type Setting } from '../constructs/app-function.ts';
import { accessToKeys } from '../constructs/table-access.ts';
import { appName, letterOutcomeRule, ReadableStack, replyReceivedRule } from '../names.ts';

/** What must outlive the workflow: the table, its events, the queues and the keys. Retained in production. */
export class DataStack extends ReadableStack {
  readonly table: { name: string; arn: string; streamArn: string };
  readonly keysTable: { name: string; arn: string };
  readonly bus: { name: string; arn: string };
  readonly letters: { url: string; arn: string };
  readonly parked: { url: string; arn: string };
  /** Absent: the stage takes no mail. */
  readonly replies: { url: string; arn: string } | undefined;
  readonly #setting: Setting;

  constructor(scope: Construct, id: string, { setting, ...props }: StackProps & { setting: Setting }) {
    super(scope, id, props);
    this.#setting = setting;
    const { config, stage } = setting;

    const table = this.#makeTable('Table', {
      attributeDefinitions: [string('pk'), string('sk'), string('dueAt')],
      globalSecondaryIndexes: [
        // Sparse: only what has an open timer has `dueAt`.
        {
          indexName: 'due',
          keySchema: [hash('pk'), range('dueAt')],
          projection: { projectionType: 'KEYS_ONLY' },
        },
      ],
      streamSpecification: { streamViewType: 'NEW_AND_OLD_IMAGES' },
      timeToLiveSpecification: { attributeName: 'expiresAt', enabled: true },
    });
    this.table = { name: table.ref, arn: table.attrArn, streamArn: table.attrStreamArn };
    const keysTable = this.#makeTable('KeysTable', { attributeDefinitions: [string('pk'), string('sk')] });
    this.keysTable = { name: keysTable.ref, arn: keysTable.attrArn };

    const bus = new CfnEventBus(this, 'Bus', { name: `${appName}-${stage}` });
    this.bus = { name: bus.ref, arn: bus.attrArn };
    if (config.archive !== 'off') {
      new CfnArchive(this, 'Archive', {
        sourceArn: bus.attrArn,
        retentionDays: config.archive.days,
        // A replay is for reactions: letters that were due are not due again.
        eventPattern: { source: [source], 'detail-type': [{ 'anything-but': { prefix: 'letter.due.' } }] },
      });
    }

    const rulesOfBus = `rule/${bus.ref}/*`;
    const replyRule = config.inbound === 'off' ? [] : [`rule/${replyReceivedRule(stage)}`];
    this.parked = this.#makeQueue('Parked', {
      filledByRules: [rulesOfBus, `rule/${letterOutcomeRule(stage)}`, ...replyRule],
    });
    const worked = {
      // Six times the consumer's own time limit, as Lambda asks for.
      visibilityTimeout: 6 * consumerTimeout.toSeconds(),
      redrivePolicy: { deadLetterTargetArn: this.parked.arn, maxReceiveCount: 5 },
    };
    this.letters = this.#makeQueue('Letters', { filledByRules: [rulesOfBus], ...worked });
    this.replies =
      replyRule.length > 0 ? this.#makeQueue('Replies', { filledByRules: replyRule, ...worked }) : undefined;

    const keys = new AppFunction(this, 'keys', setting, {
      environment: {
        STAGE: stage,
        LOG_LEVEL: config.logs.level,
        KEYS_TABLE: keysTable.ref,
      } satisfies KeysEnvironment,
      may: [accessToKeys(keysTable.attrArn).fill()],
      ifItFails: 'the stage is not made, or a new kind of link cannot be signed',
    });
    // Runs again when its code knows a new type of token; puts only what is absent.
    new CustomResource(this, 'StageKeys', { serviceToken: keys.arn, properties: { codeVersion: keys.codeVersion } });

    for (const [name, value] of Object.entries({
      TableName: table.ref,
      KeysTableName: keysTable.ref,
      BusName: bus.ref,
    })) {
      new CfnOutput(this, name, { value });
    }
  }

  #makeTable(id: string, props: Omit<CfnTableProps, 'keySchema'>) {
    const { retain, customerKey } = this.#setting.config;
    const table = new CfnTable(this, id, {
      ...props,
      keySchema: [hash('pk'), range('sk')],
      billingMode: 'PAY_PER_REQUEST',
      deletionProtectionEnabled: retain,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: retain },
      ...(customerKey && { sseSpecification: { sseEnabled: true, sseType: 'KMS', kmsMasterKeyId: customerKey } }),
    });
    table.applyRemovalPolicy(retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    if (!retain) {
      acknowledge(table, 'AwsSolutions::AwsSolutions-DDB3', 'this stage holds nothing that could not be lost');
    }
    return table;
  }

  /** A queue that takes messages by TLS only, from the rules named here and from whoever's role allows it. */
  #makeQueue(id: string, { filledByRules, ...props }: { filledByRules: string[] } & CfnQueueProps) {
    const queue = new CfnQueue(this, id, {
      messageRetentionPeriod: Duration.days(14).toSeconds(),
      sqsManagedSseEnabled: true,
      ...props,
    });
    if (!props.redrivePolicy) {
      acknowledge(
        queue,
        'Serverless::Serverless-SQSRedrivePolicy',
        'parked is where the others redrive to: redrive drains it into the table, and an alarm watches its age',
      );
    }
    const send = { actions: ['sqs:SendMessage'], resources: [queue.attrArn] };
    new CfnQueuePolicy(this, `${id}Policy`, {
      queues: [queue.ref],
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            ...send,
            principals: [new ServicePrincipal('events.amazonaws.com')],
            conditions: {
              ArnLike: {
                'aws:SourceArn': filledByRules.map((rule) =>
                  Stack.of(this).formatArn({ service: 'events', resource: rule }),
                ),
              },
            },
          }),
          new PolicyStatement({
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['sqs:*'],
            resources: [queue.attrArn],
            conditions: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ],
      }),
    });
    return { url: queue.ref, arn: queue.attrArn };
  }
}

/** How long one run of a queue's consumer may take; the queue's visibility timeout follows from it. */
export const consumerTimeout = Duration.seconds(60);

const string = (attributeName: string) => ({ attributeName, attributeType: 'S' });
const hash = (attributeName: string) => ({ attributeName, keyType: 'HASH' });
const range = (attributeName: string) => ({ attributeName, keyType: 'RANGE' });
