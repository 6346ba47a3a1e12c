import type { Spent } from '../lambda/messages.ts';
import type { FunctionResource } from '../lambda/resources.ts';

/** What the runs of one function took, against what the template gives it. */
export interface Usage {
  readonly function: string;
  readonly runs: number;
  /** Of the longest run: work in real time, and waits on the stage's clock. */
  readonly longestMilliseconds: number;
  readonly timeoutMilliseconds: number;
  /** Of the largest run; without Node itself, which all functions share here. */
  readonly mostBytes: number;
  readonly memoryMegabytes: number;
}

export function startUsage() {
  const byFunction = new Map<string, Usage>();
  return {
    /** A run that was killed says nothing: its failure is in the trace. */
    ended({ name, timeoutMilliseconds, memoryMegabytes }: FunctionResource, spent: Spent) {
      const known = byFunction.get(name);
      byFunction.set(name, {
        function: name,
        runs: (known?.runs ?? 0) + 1,
        longestMilliseconds: Math.max(known?.longestMilliseconds ?? 0, spent.milliseconds),
        timeoutMilliseconds,
        mostBytes: Math.max(known?.mostBytes ?? 0, spent.bytes),
        memoryMegabytes,
      });
    },
    list: (): Usage[] => [...byFunction.values()].sort((a, b) => a.function.localeCompare(b.function)),
    clear: () => byFunction.clear(),
  };
}
export type UsageLog = ReturnType<typeof startUsage>;
