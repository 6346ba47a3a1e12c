import { describe, expect, it } from 'vitest';
import { configOf, type StageConfig, stages } from '../../../infra/config.ts';
import { mustBeReal } from '../../../infra/ops/placeholders.ts';

const { mail } = stages.dev;
const real: Partial<StageConfig> = {
  mail: { ...mail, from: 'programme@mentoring.acme.de', to: { only: ['hr@acme.de', 'junior@deployed-test.example'] } },
  firstAdmin: 'hr@acme.de',
};
const deploying = (stage: string, changes: Partial<StageConfig> = {}) =>
  mustBeReal(stage, configOf(stage, { changes }));

describe('a deployment with the addresses of the template', () => {
  it.each(['dev', 'prod'])('of %s as it stands in the repository is refused, by the name of each field', (stage) => {
    expect(() => deploying(stage)).toThrow(/mail\.from: .*\n.*firstAdmin: admin@example\.org is an example/s);
  });

  it('is refused for whoever hears of alarms, and for whom all letters go to', () => {
    expect(() => deploying('dev', { ...real, alarmsTo: 'ops@example.net' })).toThrow('alarmsTo: ops@example.net');
    expect(() => deploying('dev', { ...real, mail: { ...mail, to: { redirectTo: 'me@acme.test' } } })).toThrow(
      'mail.to.redirectTo: me@acme.test',
    );
    expect(() => deploying('dev', { ...real, inbound: { domain: 'reply.acme.invalid' } })).toThrow(
      'inbound.domain: reply.acme.invalid',
    );
    expect(() => deploying('dev', { ...real, mail })).toThrow('mail.to.only: admin@example.org');
  });

  it('goes on with real ones, among which people of a trial may be invented', () => {
    expect(() => deploying('dev', real)).not.toThrow();
    expect(() => deploying('dev', { ...real, firstAdmin: 'hr@bestexample.org' })).not.toThrow();
  });
});
