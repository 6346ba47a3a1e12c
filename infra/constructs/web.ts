import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { CfnApi, CfnApiMapping, CfnDomainName, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { appName } from '../names.ts';
import type { Setting } from './app-function.ts';

/** The HTTP API of a stage. Its log has the route and never the path: a path holds a token. */
export class Web extends Construct {
  readonly api: string;
  /** What the links in letters begin with. */
  readonly origin: string;

  constructor(scope: Construct, id: string, { stage, config }: Setting) {
    super(scope, id);
    const api = new CfnApi(this, 'Api', {
      name: `${appName}-${stage}`,
      protocolType: 'HTTP',
      // Links on two hosts would be two sites to a browser and to the company's mail filter.
      disableExecuteApiEndpoint: typeof config.web === 'object' && 'domain' in config.web,
    });
    const log = new LogGroup(this, 'AccessLog', {
      retention: config.logs.days,
      removalPolicy: config.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const served = new CfnStage(this, 'Stage', {
      apiId: api.ref,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: {
        throttlingRateLimit: config.pagesPerSecond,
        throttlingBurstLimit: 2 * config.pagesPerSecond,
      },
      accessLogSettings: { destinationArn: log.logGroupArn, format: JSON.stringify(accessLog) },
    });
    this.api = api.ref;
    this.origin = this.originOf(api, served, config.web);
    new CfnOutput(this, 'Origin', { value: this.origin, description: 'where the pages are' });
  }

  private originOf(api: CfnApi, served: CfnStage, web: Setting['config']['web']): string {
    if (web === 'execute-api') return api.attrApiEndpoint;
    if ('origin' in web) return web.origin;
    const name = new CfnDomainName(this, 'Domain', {
      domainName: web.domain,
      domainNameConfigurations: [
        { certificateArn: web.certificateArn, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' },
      ],
    });
    new CfnApiMapping(this, 'Mapping', { apiId: api.ref, domainName: name.ref, stage: served.ref });
    new CfnOutput(this, 'PointHere', {
      value: name.attrRegionalDomainName,
      description: `the target of the DNS record (CNAME or alias) of ${web.domain}`,
    });
    return `https://${web.domain}`;
  }
}

const accessLog = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};
