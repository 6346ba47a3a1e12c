import { describe, expect, it } from 'vitest';
import { configOf } from '../../../infra/config.ts';
import type { DeployedStage, Made } from '../../../infra/ops/stage.ts';
import { type Cloud, mayTearDown, survivors, tearDown } from '../../../infra/ops/tear-down.ts';

const made: readonly Made[] = [
  { stack: 'data', id: 'Table', type: 'AWS::DynamoDB::Table', physical: 'data-Table-1' },
  { stack: 'data', id: 'KeysTable', type: 'AWS::DynamoDB::Table', physical: 'data-KeysTable-1' },
  { stack: 'workflow', id: 'InboundRawMail', type: 'AWS::S3::Bucket', physical: 'raw-1' },
  { stack: 'workflow', id: 'DeskLogs', type: 'AWS::Logs::LogGroup', physical: 'desk-logs' },
];
const found: DeployedStage = {
  name: 'prod',
  all: made,
  ofType: (type) => made.filter((one) => one.type === type),
  named: (id) => id,
};

function cloud(stacks: Record<string, boolean>) {
  const done: string[] = [];
  const port: Cloud = {
    protectedFromDeletion: async (stack) => stacks[stack],
    unprotect: async (stack) => void done.push(`unprotect ${stack}`),
    emptyBucket: async (bucket) => done.push(`empty ${bucket}`),
    deleteStack: async (stack) => {
      done.push(`delete ${stack}`);
      delete stacks[stack];
    },
    deleteTable: async (table) => void done.push(`delete ${table}`),
  };
  return { port, done };
}
const both = (isProtected: boolean) => ({
  'reverse-mentoring-prod-workflow': isProtected,
  'reverse-mentoring-prod-data': isProtected,
});

describe('a stage that is taken down', () => {
  it('is refused while its data is retained, unless somebody says that the data goes', () => {
    expect(() => mayTearDown('prod', { retained: true, deleteData: false })).toThrow('npm run export-all -- prod');
    expect(() => mayTearDown('prod', { retained: true, deleteData: false, file: 'acme.json' })).toThrow(
      'npm run destroy -- prod --yes-delete-data --config acme.json',
    );
    expect(() => mayTearDown('prod', { retained: true, deleteData: true })).not.toThrow();
    expect(() => mayTearDown('dev', { retained: false, deleteData: false })).not.toThrow();
    expect(() => mayTearDown('local', { retained: false, deleteData: true })).toThrow('ends with Ctrl-C');
  });

  it('loses its protection first, and its tables before the stack by which a second run finds them', async () => {
    const { port, done } = cloud(both(true));
    await tearDown(found, { retained: true }, port, () => undefined);
    expect(done).toEqual([
      'unprotect reverse-mentoring-prod-workflow',
      'unprotect reverse-mentoring-prod-data',
      'empty raw-1',
      'delete reverse-mentoring-prod-workflow',
      'delete data-Table-1',
      'delete data-KeysTable-1',
      'delete reverse-mentoring-prod-data',
    ]);
  });

  it('leaves tables to the stack that owns them, and goes on where it was left half gone', async () => {
    const { port, done } = cloud({ 'reverse-mentoring-prod-data': false });
    await tearDown(found, { retained: false }, port, () => undefined);
    expect(done).toEqual(['empty raw-1', 'delete reverse-mentoring-prod-data']);
  });

  it('says what survives: backups, keys, identities, DNS, logs, receipt rules', () => {
    const web = {
      domain: 'mentoring.example.org',
      certificateArn: 'arn:aws:acm:eu-central-1:123456789012:certificate/1',
    };
    const config = configOf('prod', { changes: { web, inbound: { domain: 'reply.example.org' } } });
    const lines = survivors(found, config, true).join('\n');
    expect(lines).toContain('(CDKToolkit)');
    expect(survivors(found, { ...config, bootstrapQualifier: 'team1' }, true).join()).toContain('(CDKToolkit-team1)');
    for (const word of [
      'Backups: the continuous',
      'Keys: ',
      'Identities: ',
      'DNS: DKIM',
      'desk-logs',
      'Receipt rules',
    ]) {
      expect(lines).toContain(word);
    }
    expect(lines).toContain('the MX of reply.example.org; mentoring.example.org stay');
    expect(survivors(found, configOf('dev'), false).join('\n')).toContain('Logs: gone with the stacks');
  });
});
