import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type AnyEvent, source } from '../../events/define.ts';
import { AppFunction, type AppFunctionProps, type Setting } from './app-function.ts';

/** The bus that our events go over, and where everything goes that could not be done. */
export interface Hall extends Setting {
  readonly bus: { readonly name: string; readonly arn: string };
  readonly parked: { readonly arn: string };
}

/** A function that runs when it hears an event. Two retries, then the parked queue: from there `redrive` takes over. */
export class Reaction extends AppFunction {
  constructor(scope: Construct, name: string, hall: Hall, props: AppFunctionProps & { hears: readonly AnyEvent[] }) {
    super(scope, name, hall, { ...props, may: [...props.may, parkFailures(hall)] });
    invokeTwiceMore(this, hall);
    onRule(this, hall, {
      description: `${name} hears ${props.hears.map(({ detailType }) => detailType).join(', ')}`,
      eventBusName: hall.bus.name,
      eventPattern: heard(props.hears),
    });
  }
}

/** A function that runs on what a service of AWS tells the account's default bus. */
export class ServiceReaction extends AppFunction {
  constructor(
    scope: Construct,
    name: string,
    hall: Hall,
    props: AppFunctionProps & {
      /** The default bus is shared by all stages, so this rule has a name by which the parked queue knows it. */
      ruleName: string;
      pattern: object;
      input: CfnRule.InputTransformerProperty;
    },
  ) {
    super(scope, name, hall, { ...props, may: [...props.may, parkFailures(hall)] });
    invokeTwiceMore(this, hall);
    onRule(
      this,
      hall,
      { name: props.ruleName, description: `${name} hears ${props.ruleName}`, eventPattern: props.pattern },
      props.input,
    );
  }
}

/** The pattern that matches these events of ours. */
export const heard = (events: readonly AnyEvent[]) => ({
  source: [source],
  'detail-type': events.map(({ detailType }) => detailType),
});

/** How hard a rule tries to deliver before it parks the event: long enough for an outage, short enough to be noticed. */
export const delivery = ({ parked }: Hall) => ({
  retryPolicy: { maximumRetryAttempts: 24, maximumEventAgeInSeconds: 3600 },
  deadLetterConfig: { arn: parked.arn },
});

const parkFailures = ({ parked }: Hall) =>
  new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [parked.arn] });

function invokeTwiceMore(lambda: AppFunction, { parked }: Hall) {
  new CfnEventInvokeConfig(lambda, 'Async', {
    functionName: lambda.functionName,
    qualifier: '$LATEST',
    maximumRetryAttempts: 2,
    maximumEventAgeInSeconds: 3600,
    destinationConfig: { onFailure: { destination: parked.arn } },
  });
}

function onRule(
  lambda: AppFunction,
  hall: Hall,
  rule: { name?: string; description: string; eventBusName?: string; eventPattern: object },
  inputTransformer?: CfnRule.InputTransformerProperty,
) {
  const { attrArn } = new CfnRule(lambda, 'Rule', {
    ...rule,
    targets: [{ id: 'Function', arn: lambda.arn, ...delivery(hall), ...(inputTransformer && { inputTransformer }) }],
  });
  new CfnPermission(lambda, 'RuleMayInvoke', {
    action: 'lambda:InvokeFunction',
    functionName: lambda.arn,
    principal: 'events.amazonaws.com',
    sourceArn: attrArn,
  });
}
