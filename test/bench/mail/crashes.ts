import type { CallFault, CallRecord } from '../../../infra/local/faults/faults.ts';

export interface Crash {
  readonly function: string;
  readonly operation: string;
  /** The how-manieth call of the function it is, in the wave that nothing disturbs. */
  readonly nth: number;
  readonly when: CallFault['when'];
}

/**
 * A crash before and after every call of the fullest run of each function: other runs make the same calls, or fewer of
 * them. A run that does the same for many, one after the other, is walked at so many places only.
 */
export function crashesOf(calls: readonly CallRecord[], mostPlaces: number): Crash[] {
  const ofFunction = Map.groupBy(calls, (call) => call.function);
  return [...ofFunction].toSorted().flatMap(([name, all]) => {
    const numbered = all.map((call, at) => ({ ...call, nth: at + 1 }));
    const runs = [...Map.groupBy(numbered, ({ requestId }) => requestId).values()];
    const fullest = runs.reduce((one, other) => (other.length > one.length ? other : one));
    const step = Math.max(1, fullest.length / mostPlaces);
    const places = fullest.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
    return places.flatMap(({ operation, nth }) =>
      (['before', 'after'] as const).map((when) => ({ function: name, operation, nth, when })),
    );
  });
}

export const faultOf = ({ function: name, nth, when }: Crash): CallFault => ({
  function: name,
  nth,
  when,
  effect: 'crash',
});
