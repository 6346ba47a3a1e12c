import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { type Stage, startStage } from '../../infra/local/stage.ts';
import { aCohort, live, useStage } from '../support/stage.ts';

const here = useStage();

interface Statement {
  Action: string | string[];
}
interface Template {
  Resources: Record<
    string,
    { Type: string; Properties?: { Policies?: { PolicyDocument: { Statement: Statement[] } }[] } }
  >;
}

/** The assembly without one action in the policies of one role. */
function without(action: string, role: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'reverse-mentoring-permission-'));
  cpSync(inject('assembly'), directory, { recursive: true });
  let taken = 0;
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.template.json'))) {
    const template: Template = JSON.parse(readFileSync(join(directory, file), 'utf8'));
    for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
      if (Type !== 'AWS::IAM::Role' || id !== role) continue;
      for (const statement of (Properties?.Policies ?? []).flatMap(({ PolicyDocument }) => PolicyDocument.Statement)) {
        const actions = [statement.Action].flat();
        const kept = actions.filter((each) => each !== action);
        taken += actions.length - kept.length;
        // A statement needs an action: this one allows nothing that anybody asks for.
        statement.Action = kept.length > 0 ? kept : ['none:None'];
      }
    }
    writeFileSync(join(directory, file), JSON.stringify(template));
  }
  expect(taken, `${role} has ${action}`).toBeGreaterThan(0);
  return directory;
}

/** HR makes and launches a cohort; answers what the stage had to refuse. */
async function refusalsOf(stage: Stage): Promise<string[]> {
  const cohort = await aCohort(stage, { juniors: 1, seniors: 1 });
  await cohort.launch().catch(() => undefined);
  await live(cohort, stage, 1).catch(() => undefined);
  return stage.problems();
}

it('refuses nothing when every role has what its function needs', async () => {
  expect(await refusalsOf(here.stage)).toEqual([]);
});

it.each([
  ['events:PutEvents', 'RelayRole'],
  ['ses:SendRawEmail', 'SendLettersRole'],
  ['dynamodb:PutItem', 'DeskRole'],
  ['scheduler:CreateSchedule', 'CalendarRole'],
])('fails when %s is taken out of %s', async (action, role) => {
  const assembly = without(action, role);
  const stage = await startStage({ assembly, mode: 'stepped', seed: 'test' });
  try {
    expect((await refusalsOf(stage)).join('\n')).toContain(`not authorized to perform: ${action}`);
  } finally {
    await stage.close();
    rmSync(assembly, { recursive: true, force: true });
  }
});
