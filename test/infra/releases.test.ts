import { describe, expect, it } from 'vitest';
import { templatesOf } from './stacks.ts';

const prod = templatesOf('prod');
const dev = templatesOf('dev');
const aliases = prod.ofType('AWS::Lambda::Alias');
const ownOf = (id: string) => id.replace(/(Live|Release|Integration|Queue|ApiMayInvoke)$/, '');
const facingPeople = [
  ...prod.ofType('AWS::ApiGatewayV2::Integration').map(({ id }) => ownOf(id)),
  'SendLetters',
].sort();
const alarmOf = (own: string) => (own === 'SendLetters' ? 'WorkFails' : 'PagesFail');

describe('a release of prod', () => {
  it('goes by an alias for everything that people open and for the letters', () => {
    expect(aliases.map(({ id }) => ownOf(id)).sort()).toEqual(facingPeople);
  });

  it('is called by the alias alone: by the gateway, by the queue, and with their permission', () => {
    for (const { Properties, id } of prod.ofType('AWS::ApiGatewayV2::Integration')) {
      expect(Properties.IntegrationUri).toEqual({ Ref: `${ownOf(id)}Live` });
      const allowed = prod.all.find((each) => each.id === `${ownOf(id)}ApiMayInvoke`);
      expect(allowed?.Properties.FunctionName).toEqual({ Ref: `${ownOf(id)}Live` });
    }
    const queue = prod.all.find(({ id }) => id === 'SendLettersQueue');
    expect(queue?.Properties.FunctionName).toEqual({ Ref: 'SendLettersLive' });
  });

  it.each(facingPeople)(
    'of %s gets a tenth of the calls at first, and goes back by itself when its alarm rings',
    (own) => {
      const alias = aliases.find(({ id }) => id === `${own}Live`);
      expect(alias?.UpdatePolicy).toEqual({
        CodeDeployLambdaAliasUpdate: {
          ApplicationName: { Ref: 'Releases' },
          DeploymentGroupName: { Ref: `${own}Release` },
        },
      });
      const group = prod.all.find(({ id }) => id === `${own}Release`);
      expect(group?.Properties).toMatchObject({
        DeploymentConfigName: expect.stringMatching(/Canary10Percent5Minutes$/),
        AlarmConfiguration: { Enabled: true, Alarms: [{ Name: { Ref: alarmOf(own) } }] },
        AutoRollbackConfiguration: {
          Enabled: true,
          Events: expect.arrayContaining(['DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_FAILURE']),
        },
      });
    },
  );

  it('makes a new version when code or settings change, and only then', () => {
    const versions = (templates: typeof prod) => new Set(templates.ofType('AWS::Lambda::Version').map(({ id }) => id));
    const again = versions(templatesOf('prod', { tags: { costCentre: '4711' } }));
    expect(again).toEqual(versions(prod));
    const louder = versions(templatesOf('prod', { logs: { level: 'DEBUG', days: 90 } }));
    expect([...louder].filter((id) => again.has(id))).toEqual([]);
  });

  it('leaves room in the stack: CloudFormation takes 500 resources', () => {
    for (const stack of [prod.data, prod.workflow]) expect(stack.length).toBeLessThanOrEqual(470);
  });

  it('is at once where the settings say so, without a trace of aliases', () => {
    for (const type of ['AWS::Lambda::Alias', 'AWS::Lambda::Version', 'AWS::CodeDeploy::DeploymentGroup']) {
      expect(dev.ofType(type)).toEqual([]);
      expect(templatesOf('prod', { release: 'at once' }).ofType(type)).toEqual([]);
    }
  });
});
