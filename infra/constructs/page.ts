import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledged.ts';
import { AppFunction, type AppFunctionProps, type Setting } from './app-function.ts';

export interface PageProps extends AppFunctionProps {
  readonly api: string;
  /** `GET /help/{token}`, or `$default` for what no other page answers. */
  readonly answers: readonly string[];
  /** What proves who asks, where it is not the link. */
  readonly provedBy?: string;
}

/** A function that answers requests. Who may ask is decided by the signed token in the link, or by a signature, not by the gateway. */
export class Page extends AppFunction {
  constructor(scope: Construct, name: string, setting: Setting, { api, answers, provedBy, ...props }: PageProps) {
    super(scope, name, setting, { ...props, facesPeople: true });
    const integration = new CfnIntegration(this, 'Integration', {
      apiId: api,
      integrationType: 'AWS_PROXY',
      integrationUri: this.called,
      payloadFormatVersion: '2.0',
    });
    acknowledge(
      this,
      'AwsSolutions::AwsSolutions-APIG4',
      provedBy ??
        'nobody has a login: each page opens the signed, typed, expiring token of its link before it does anything',
    );
    for (const routeKey of answers.flatMap(alsoHead)) {
      new CfnRoute(this, routeKey, {
        apiId: api,
        routeKey,
        authorizationType: 'NONE',
        target: `integrations/${integration.ref}`,
      });
    }
    new CfnPermission(this, 'ApiMayInvoke', {
      action: 'lambda:InvokeFunction',
      functionName: this.called,
      principal: 'apigateway.amazonaws.com',
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: api, resourceName: '*' }),
    });
  }
}

/** To an HTTP API a HEAD is a route of its own. Mail filters ask with it, and hold a link that answers 404 for dead. */
const alsoHead = (routeKey: string) =>
  routeKey.startsWith('GET ') ? [routeKey, routeKey.replace('GET ', 'HEAD ')] : [routeKey];
