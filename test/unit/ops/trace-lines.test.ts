import { describe, expect, it } from 'vitest';
import { filterOf, isCorrelationId, isOfRoad, traceLines } from '../../../infra/ops/trace-lines.ts';

const line = (fields: object) => JSON.stringify({ level: 'INFO', service: 'x', correlationId: 'c1', ...fields });

describe('one road through the logs', () => {
  it('is told in the order of the functions’ own time, without what every line says', () => {
    const at = Date.parse('2026-03-02T08:00:09.000Z');
    const events = [
      {
        from: 'on-pair-formed',
        at,
        message: line({ timestamp: '2026-03-02T08:00:02.500Z', message: 'told', event: 'pair.formed.v1', letters: 2 }),
      },
      {
        from: 'consent',
        at: at + 1,
        message: line({ timestamp: '2026-03-02T08:00:01.000Z', message: 'replied', route: 'POST /consent/{token}' }),
      },
    ];
    expect(traceLines(events)).toEqual([
      '2026-03-02T08:00:01.000Z  consent                 POST /consent/{token}: replied',
      '2026-03-02T08:00:02.500Z  on-pair-formed          pair.formed.v1: told  letters=2',
    ]);
  });

  it('shows errors with their names, and lines that are not ours as they are', () => {
    const at = Date.parse('2026-03-02T08:00:00.000Z');
    const error = { name: 'TypeError', message: 'no', stack: 'long' };
    expect(
      traceLines([
        { from: 'a', at, message: line({ level: 'ERROR', message: 'request failed', error }) },
        { from: 'b', at, message: 'REPORT RequestId: 1\n' },
      ]),
    ).toEqual([
      '2026-03-02T08:00:00.000Z  a                       ERROR request failed  TypeError: no',
      '2026-03-02T08:00:00.000Z  b                       REPORT RequestId: 1',
    ]);
  });

  it('takes nothing for an id that would be a pattern', () => {
    expect(isCorrelationId('JKJaXmPLvHcESHA')).toBe(true);
    for (const text of ['', 'a" || $.x = "b', 'a*', 'x'.repeat(65)]) expect(isCorrelationId(text)).toBe(false);
    expect(filterOf('desk', 'c1')).toBe('{ $.correlationId = "c1" }');
    expect(filterOf('pages', 'c1')).toBe('{ $.requestId = "c1*" }');
  });

  it('takes only its own lines where an endpoint answers the whole log', () => {
    const ofRoad = (from: string, message: string) => isOfRoad({ from, message }, 'c1');
    expect(ofRoad('desk', line({}))).toBe(true);
    expect(ofRoad('pages', '{"requestId":"c1=","status":"200"}')).toBe(true);
    for (const other of [line({ correlationId: 'c12' }), '{"requestId":"c1"}', 'REPORT RequestId: c1', 'c1']) {
      expect(ofRoad('desk', other)).toBe(false);
    }
    expect(ofRoad('pages', '{"requestId":"c2"}')).toBe(false);
  });
});
