import * as z from 'zod';
import { type Erasure, Erasure as Receipt } from '../../../shared/person/erasure.ts';
import type { Identity } from '../../../shared/person/identity.ts';
import { Refused } from '../command.ts';

const Export = z.object({ stage: z.string() });
const Line = z.object({ item: Receipt });

/** The receipts in a file: lines of an export, or those that were printed. @throws Refused, also for another stage's export */
export function receiptsIn(text: string, stage: string): Erasure[] {
  return text.split('\n').flatMap((line, index) => {
    const unreadable = () => new Refused(`line ${index + 1} of the receipts cannot be read`);
    if (line.startsWith('{"kind":"export"')) {
      const from = parsed(line, Export, unreadable).stage;
      if (from !== stage) throw new Refused(`these are receipts of stage ${from}: of stage ${stage} they mean nobody`);
    }
    return line.startsWith('{"kind":"erasure"') ? [parsed(line, Line, unreadable).item] : [];
  });
}

function parsed<T>(line: string, shape: z.ZodType<T>, unreadable: () => Error): T {
  try {
    return shape.parse(JSON.parse(line));
  } catch {
    throw unreadable();
  }
}

/** By what a stage knows its own receipts: a hash of no address, which its pepper alone can make. */
export const markOf = (names: Identity): string => names.addressKey('');

/**
 * A stage of the same name that was made anew has another pepper, too. A receipt of a time when none had a mark is taken:
 * to leave somebody stored is worse than to look for nobody. @throws Refused
 */
export function mustBeOurs(receipts: readonly Erasure[], stage: string, names: Identity): void {
  const foreign = receipts.filter(({ under }) => under !== undefined && under !== markOf(names));
  if (foreign.length === 0) return;
  throw new Refused(
    `${foreign.length} of ${receipts.length} receipts are of another stage, or of one that was called ${stage} before: here they mean nobody`,
  );
}
