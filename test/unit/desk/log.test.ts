import { describe, expect, it } from 'vitest';
import { LetterId, PairId, TaskId, UploadId } from '../../../events/ids.ts';
import { logRow } from '../../../shared/table/log.ts';
import { cohortId, command } from './sample.ts';
import { someone } from './someone.ts';

const [anna, bernd] = [someone(1).personId, someone(2).personId];
const change = (noun: string, after: Record<string, unknown>) => ({ noun, key: { pk: 'x', sk: 'y' }, after });
const row = (...changes: ReturnType<typeof change>[]) => logRow(command, '1', changes);

describe('the row that a commit by a member leaves', () => {
  it.each([
    ['a person', change('participant', { cohortId, personId: anna }), [anna]],
    [
      'a letter',
      change('letter', { letterId: LetterId.parse(`let_${'0'.repeat(12)}`), scope: cohortId, to: { personId: anna } }),
      [anna],
    ],
    [
      'a task',
      change('task', {
        cohortId,
        taskId: TaskId.parse(`task_${'0'.repeat(12)}`),
        about: { personId: anna, partnerId: bernd },
      }),
      [anna, bernd],
    ],
    [
      'a pair',
      change('pair', { cohortId, pairId: PairId.parse(`pair_${'0'.repeat(12)}`), junior: anna, senior: bernd }),
      [anna, bernd],
    ],
    ['an HR file', change('upload', { cohortId, uploadId: UploadId.parse(`upl_${'0'.repeat(12)}`) }), []],
  ])('of %s lies in the log of its cohort, and names by id whom it is about', (_, one, people) => {
    expect(row(one)).toMatchObject({ pk: `log#${cohortId}`, by: command.by, people });
  });

  it('of what belongs to no cohort lies in the log of the stage', () => {
    expect(row(change('member', { memberId: 'mem_0a1b2c3d4e5f' }))).toMatchObject({ pk: 'log#stage', people: [] });
    expect(row(change('letter', { scope: 'stage', to: { memberId: 'x' } }))).toMatchObject({ pk: 'log#stage' });
  });

  it('of several things is one row, with each person once', () => {
    const both = row(
      change('alias', { hash: 'x', personId: anna }),
      change('participant', { cohortId, personId: anna }),
    );
    expect(both).toMatchObject({ pk: `log#${cohortId}`, nouns: ['alias', 'participant'], people: [anna] });
  });
});
