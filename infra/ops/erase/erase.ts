import { setTimeout as sleep } from 'node:timers/promises';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { letterIdOf, letters } from '../../../shared/letter/letter.ts';
import { pairs, partnerOf } from '../../../shared/pair/pair.ts';
import { openPair } from '../../../shared/pair/states.ts';
import { leave } from '../../../shared/participant/leave.ts';
import { gone, participants } from '../../../shared/participant/participant.ts';
import { type Erasure, erasures } from '../../../shared/person/erasure.ts';
import type { Identity } from '../../../shared/person/identity.ts';
import { aliases } from '../../../shared/person/person.ts';
import type { Command } from '../../../shared/table/aggregate.ts';
import type { Key } from '../../../shared/table/keys.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { Refused } from '../command.ts';
import { kindOf, type Stored } from '../export-lines.ts';
import { type Plan, planOf } from './plan.ts';
import { markOf } from './receipts.ts';
import { type Asked, type Register, type Who, whoIs } from './who.ts';

export interface EraseNeeds {
  readonly table: Table;
  readonly names: Identity;
  /** Every item of the table, each time anew. */
  items(): AsyncIterable<Stored>;
  delete(key: Key): Promise<void>;
  command(name: string): Command;
  /** Seconds to wait until the stage has done what a leaving needs. */
  readonly patience: number;
}

export interface Found {
  readonly who: Who;
  readonly plan: Plan;
}

/** Who is meant, and what of them a stage has. Writes nothing. */
export async function look(needs: EraseNeeds, asked: Asked): Promise<Found> {
  const who = whoIs(asked, needs.names, await registerOf(needs.items()));
  return { who, plan: await planOf(needs.items(), who, new Date(needs.command('look').at)) };
}

async function registerOf(items: AsyncIterable<Stored>): Promise<Register> {
  const register = { aliases: [], participants: [], pairs: [], erasures: [] } as {
    -readonly [each in keyof Register]: Register[each][number][];
  };
  for await (const item of items) {
    const kind = kindOf(item);
    if (kind === 'alias') register.aliases.push(aliases.item.parse(item));
    if (kind === 'participant') register.participants.push(participants.item.parse(item));
    if (kind === 'pair') register.pairs.push(pairs.item.parse(item));
    if (kind === 'erasure') register.erasures.push(erasures.item.parse(item));
  }
  return register;
}

export async function erasuresOf(items: AsyncIterable<Stored>): Promise<Erasure[]> {
  return [...(await registerOf(items)).erasures];
}

/** Of whoever is mistyped there is nothing: nobody is to be told that they were erased. @throws Refused */
export function mustBeSomebody({ who, plan }: Found, receipt: Erasure | undefined): void {
  const { blanked, deleted, filesUntil, byHand } = plan;
  const traces = [who.participants, who.others, blanked, deleted, filesUntil, byHand].flat();
  if (traces.length > 0 || receipt) return;
  throw new Refused(
    'this stage has nothing of them, and never erased them: are the employee id and the address as HR has them?',
  );
}

/** What is in the way of erasing them now, in sentences; empty: nothing is. */
export async function obstacles({ table }: EraseNeeds, { who, plan }: Found): Promise<string[]> {
  const told = plan.filesUntil.map(
    (until) => `an HR file that names them is kept for its undo until ${until}: erase them after that`,
  );
  for (const pair of who.pairs) {
    if (openPair(pair)) told.push(`the pair ${pair.pairId} has not ended yet`);
    if (pair.endedBy !== who.personId) continue;
    const letterId = letterIdOf({
      scope: pair.cohortId,
      kind: 'partner-left',
      to: { personId: partnerOf(pair, who.personId) },
      subject: { pairId: pair.pairId },
      sequence: 1,
    });
    if (!(await table.get(letters, { scope: pair.cohortId, letterId }))) {
      told.push(`the partner in ${pair.pairId} is not told yet`);
    }
  }
  for (const { kind, letterId } of plan.waiting) told.push(`a letter is still to go (${kind}, ${letterId})`);
  return told;
}

/** They leave their cohorts as by their own link: pairs end, partners are told, nobody asks them anything more. */
async function leaveAll({ table, command }: EraseNeeds, who: Who): Promise<void> {
  for (const each of who.participants) {
    if (gone(each) || each.state === 'done') continue;
    const cohort = await table.get(cohorts, each);
    if (!cohort) continue;
    await table.change(participants, each, command('leave to be erased'), (current) =>
      current && !gone(current) ? leave(current, cohort) : { refused: 'gone' },
    );
  }
}

/**
 * Erases somebody. The receipt is written first and every deed may be repeated: whatever ends this halfway, the same
 * command finishes it.
 */
export async function erase(needs: EraseNeeds, asked: Asked): Promise<{ found: Found; receipt: Erasure }> {
  await leaveAll(needs, (await look(needs, asked)).who);
  const found = await settled(needs, asked);
  const { who, plan } = found;
  const { table, command } = needs;
  const doing = command('erase');
  const kept = await table.change(erasures, who, doing, (current) => ({
    to: {
      personId: who.personId,
      hashes: [...new Set([...(current?.hashes ?? []), ...who.hashes])].sort(),
      under: markOf(needs.names),
      erasedAt: current?.erasedAt ?? doing.at,
      lastAt: doing.at,
    },
  }));
  if (!kept.ok) throw new Error(kept.refused);
  for (const key of plan.deleted) await needs.delete(key);
  for (const { write } of plan.blanked) await write(table, doing);
  return { found, receipt: kept.item };
}

/** Waits for what follows from leaving. */
async function settled(needs: EraseNeeds, asked: Asked): Promise<Found> {
  const every = 5;
  for (let waited = 0; ; waited += every) {
    const found = await look(needs, asked);
    const inTheWay = await obstacles(needs, found);
    if (inTheWay.length === 0) return found;
    if (found.plan.filesUntil.length > 0 || waited + every > needs.patience) {
      throw new Refused(
        `not erased yet: they have left, and\n${inTheWay.map((each) => `  ${each}`).join('\n')}\nRepeat the command then; it goes on from here.`,
      );
    }
    await sleep(every * 1000);
  }
}
