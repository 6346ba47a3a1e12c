import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { catalogue } from '../../../events/catalogue.ts';
import type { AnyEvent } from '../../../events/define.ts';
import { stored, storedIn } from './golden.ts';

const events: readonly AnyEvent[] = catalogue;

describe.each(events)('$detailType', ({ detailType, detail, sample }) => {
  it('still reads what was once published', () => {
    const published = stored(`events/${detailType}.json`, sample);
    expect(detail.parse(published)).toEqual(published);
    expect(sample, 'the sample is golden').toEqual(published);
  });

  it('has the schema with which it was published', () => {
    const schema = z.toJSONSchema(detail);
    const published = stored(`events/schemas/${detailType}.json`, schema);
    expect(schema, `${detailType} is published: add a version beside it, do not edit it`).toEqual(published);
  });

  it('refuses a field that it does not know', () => {
    expect(detail.safeParse({ ...sample, address: 'ada@example.com' }).success).toBe(false);
  });
});

describe('the catalogue', () => {
  it('names every event once', () => {
    const names = events.map(({ detailType }) => detailType);
    expect(new Set(names).size).toBe(names.length);
  });

  it('still has every event that was once published', () => {
    const names = new Set<string>(events.map(({ detailType }) => detailType));
    expect(storedIn('events').filter((name) => !names.has(name))).toEqual([]);
  });

  it('says who says an event and who hears it', () => {
    for (const { about, detailType } of events) expect(about, detailType).toMatch(/^Said .+\. .*\.$/);
  });
});
