import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { templatesOf } from './stacks.ts';

const text = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
const Package = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = Package.parse(JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')));
const alarms = templatesOf('prod')
  .ofType('AWS::CloudWatch::Alarm')
  .map(({ id }) => id);
const runbook = text.slice(text.indexOf('\n## Runbook'), text.indexOf('\n## Backup drill'));

describe('the runbook', () => {
  it('has an entry for each alarm, by its name, and none for an alarm that there is not', () => {
    const entries = [...runbook.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
    expect(entries.sort()).toEqual(alarms.sort());
    expect(alarms.length).toBeLessThanOrEqual(8);
  });

  it.each(alarms)('says of %s what it means and what to do first', (name) => {
    const entry = runbook.split(`### ${name}\n`)[1]?.split('\n### ')[0] ?? '';
    expect(entry).toMatch(/^[A-Z].{40,}/);
    expect(entry).toMatch(/^1\. /m);
  });

  it('names no command that there is not', () => {
    const named = [...text.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
