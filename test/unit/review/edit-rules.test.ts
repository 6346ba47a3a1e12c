import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../events/ids.ts';
import type { Cohort } from '../../../shared/cohort/cohort.ts';
import { editCohort } from '../../../shared/cohort/edit.ts';
import { block, editRules, pin, release, type Two } from '../../../shared/cohort/edit-rules.ts';
import { cohort, settings } from '../desk/sample.ts';

const two: Two = ['per_0000000000000001' as PersonId, 'per_0000000000000002' as PersonId];
const { version, minLevelGap, minOverlapHours, weights } = cohort.rules;
const values = { minLevelGap, minOverlapHours, weights };
const after = (step: ReturnType<typeof pin>): Cohort => {
  if ('refused' in step) throw new Error(step.refused);
  return { ...step.to, schema: 1, version: cohort.version + 1 };
};

describe('editing the rules', () => {
  it('raises their version with each change, and not without one', () => {
    expect(editRules(cohort, { ...values, minLevelGap: 3 }, version)).toMatchObject({
      to: { rules: { version: version + 1, minLevelGap: 3 } },
    });
    expect(editRules(cohort, values, version)).toEqual({ refused: 'nothing to change' });
  });

  it('lets the slower of two people decide anew', () => {
    const theirs = after(editRules(cohort, { ...values, minLevelGap: 3 }, version));
    expect(editRules(theirs, { ...values, minOverlapHours: 1 }, version)).toEqual({ refused: 'rules changed' });
    expect(editRules(theirs, { ...values, minOverlapHours: 1 }, version + 1)).toMatchObject({
      to: { rules: { version: version + 2, minOverlapHours: 1 } },
    });
  });

  it('keeps two people together, apart, or neither: the last word counts', () => {
    const pinned = after(pin(cohort, two));
    expect(pinned.rules).toMatchObject({ version: version + 1, pins: [two], blocks: [] });
    expect(pin(pinned, two)).toEqual({ refused: 'nothing to change' });
    const blocked = after(block(pinned, two));
    expect(blocked.rules).toMatchObject({ version: version + 2, pins: [], blocks: [two] });
    expect(after(release(blocked, two)).rules).toMatchObject({ version: version + 3, pins: [], blocks: [] });
    expect(release(cohort, two)).toEqual({ refused: 'nothing to change' });
  });

  it('ends with the cohort', () => {
    expect(pin({ ...cohort, state: 'closed' }, two)).toEqual({ refused: 'has ended' });
  });

  it('is not undone by somebody who saves the settings meanwhile', () => {
    const pinned = after(pin(cohort, two));
    expect(editCohort(pinned, { ...settings, name: 'New' })).toMatchObject({
      to: { name: 'New', rules: { pins: [two] } },
    });
  });
});
