import { describe, expect, it } from 'vitest';
import { templatesOf } from './stacks.ts';

const alarms = templatesOf('prod').ofType('AWS::CloudWatch::Alarm');

describe('alarms', () => {
  it('are at most eight', () => {
    expect(alarms.length).toBeLessThanOrEqual(8);
  });

  it.each(alarms.map(({ id, Properties }) => [id, Properties] as const))(
    '%s says whom it hurts, what it means and what to do first, and tells somebody',
    (_id, { AlarmDescription, AlarmActions }) => {
      expect(AlarmDescription).toMatch(/^Hurts: .{10,}\. Means: .{10,}\. First: .{10,}\.$/);
      expect(String(AlarmDescription).length).toBeLessThanOrEqual(1024);
      expect(AlarmActions).toEqual([{ Ref: 'Alarms' }]);
    },
  );
});
