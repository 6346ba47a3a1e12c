import { createHash } from 'node:crypto';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnAlias, CfnFunction, CfnVersion, type Code } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledged.ts';
import type { StageConfig } from '../config.ts';
import { lambdaName } from '../names.ts';

/** What every function of a stage shares. */
export interface Setting {
  readonly stage: string;
  readonly config: StageConfig;
  /** The bundle of a function; tests give a placeholder. */
  code(functionName: string): Code;
}

export interface AppFunctionProps {
  /** Exactly what the function's own `environment.ts` asks for. */
  readonly environment: Readonly<Record<string, string>>;
  /** All that it may do, written by hand: nothing else is granted anywhere. */
  readonly may: readonly PolicyStatement[];
  /** Whom its failure hurts, as a sentence that ends "If this fails, …". */
  readonly ifItFails: string;
  readonly timeout?: Duration;
  /** In MB; the share of a CPU grows with it. */
  readonly memory?: number;
  /** People notice at once when it is broken: where the stage releases gradually, it does so by an alias. */
  readonly facesPeople?: boolean;
}

/** One Lambda function of `functions/<name>`, with a role and a log group that are only its own. */
export class AppFunction extends Construct {
  readonly functionName: string;
  readonly arn: string;
  /** The object key of the bundle: changes with the code and with nothing else. */
  readonly codeVersion: string;
  readonly ifItFails: string;
  /** Leads to the released version; absent where new code takes over at once. */
  readonly alias: CfnAlias | undefined;

  constructor(scope: Construct, name: string, setting: Setting, props: AppFunctionProps) {
    super(scope, name);
    const { config, stage } = setting;
    const logGroup = new LogGroup(this, 'Logs', {
      retention: config.logs.days,
      removalPolicy: config.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        May: new PolicyDocument({ statements: [writeTo(logGroup), ...props.may], minimize: false }),
      },
    });
    const code = setting.code(name);
    const { s3Location, inlineCode } = code.bind(this);
    const definition = {
      functionName: lambdaName(stage, name),
      description: `If this fails, ${props.ifItFails}.`,
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'handler.handler',
      code: s3Location ? { s3Bucket: s3Location.bucketName, s3Key: s3Location.objectKey } : { zipFile: inlineCode },
      role: role.roleArn,
      memorySize: props.memory ?? 512,
      timeout: (props.timeout ?? Duration.seconds(30)).toSeconds(),
      environment: { variables: { ...props.environment } },
      loggingConfig: { logGroup: logGroup.logGroupName },
    };
    const lambda = new CfnFunction(this, 'Function', definition);
    code.bindToResource(lambda);
    acknowledge(
      this,
      'Serverless::Serverless-LambdaDLQ',
      'what fails asynchronously goes to the parked queue by the on-failure destination, which keeps the error too',
    );
    acknowledge(
      this,
      'Serverless::Serverless-LambdaTracing',
      'correlation ids in events and logs follow a person from form to inbox; traces would be paid for and hold less',
    );
    this.functionName = lambda.ref;
    this.arn = lambda.attrArn;
    this.codeVersion = s3Location?.objectKey ?? 'inline';
    this.ifItFails = props.ifItFails;
    this.alias = props.facesPeople && config.release === 'gradual' ? this.#released(lambda, definition) : undefined;
  }

  /** What calls it: the released version, or the function itself. */
  get called(): string {
    return this.alias?.ref ?? this.arn;
  }

  /** A version is made once and stays as it is: other code or settings need one of another name. */
  #released(lambda: CfnFunction, definition: object): CfnAlias {
    const state = JSON.stringify(Stack.of(this).resolve(definition));
    const version = new CfnVersion(this, `Version${createHash('sha256').update(state).digest('hex').slice(0, 10)}`, {
      functionName: lambda.ref,
    });
    return new CfnAlias(this, 'Live', {
      name: 'live',
      functionName: lambda.ref,
      functionVersion: version.attrVersion,
    });
  }
}

/** The group's own ARN already ends in `:*`, which means its streams. */
const writeTo = (logs: LogGroup) =>
  new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logs.logGroupArn] });
