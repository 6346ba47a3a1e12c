import { checkIns } from '../../../shared/check-in/check-in.ts';
import { type Letter, letters } from '../../../shared/letter/letter.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { persons } from '../../../shared/person/person.ts';
import { sessions } from '../../../shared/session/session.ts';
import { examples } from '../../../shared/source/source.ts';
import { hrImports } from '../../../shared/submission/hr-import.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import type { Aggregate, Command, Draft, Noun } from '../../../shared/table/aggregate.ts';
import type { Key } from '../../../shared/table/keys.ts';
import { unpackPage } from '../../../shared/table/pages.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { tasks } from '../../../shared/task/task.ts';
import { kindOf, type Stored } from '../export-lines.ts';
import * as blank from './blank.ts';
import type { Who } from './who.ts';

/** What erasing somebody comes to. */
export interface Plan {
  /** Aggregates that stay, without what is theirs. */
  readonly blanked: readonly Blanked[];
  /** Items that go whole. */
  readonly deleted: readonly (Key & { readonly kind: string })[];
  /** An HR file of today that still has them, until then. */
  readonly filesUntil: readonly string[];
  /** Letters that others are still to get about them. */
  readonly waiting: readonly Letter[];
  /** What people wrote freely, or where they work at the programme themselves: for somebody's hand. */
  readonly byHand: readonly (Key & { readonly kind: string })[];
}

export interface Blanked {
  readonly kind: string;
  /** False: there is nothing of theirs any more. */
  write(table: Table, command: Command): Promise<boolean>;
}

type Eraser = (item: Stored, who: Who) => Blanked | undefined;

/** The decision is taken again from what the table has when it is written. */
const eraser =
  <T extends Aggregate & Ref, Ref>(noun: Noun<T, Ref>, erased: (item: T, who: Who) => Draft<T> | undefined): Eraser =>
  (stored, who) => {
    const item = noun.item.parse(stored);
    if (!erased(item, who)) return undefined;
    return {
      kind: noun.name,
      async write(table, command) {
        const result = await table.change(noun, item, command, (current) => {
          const to = current && erased(current, who);
          return to ? { to } : { refused: 'nothing of theirs' };
        });
        return result.ok;
      },
    };
  };

/** By what a sort key begins with. A call for help keeps its ids, and is in no list; so is nothing of it here. */
const erasers: Readonly<Record<string, Eraser>> = {
  participant: eraser(participants, blank.participant),
  person: eraser(persons, blank.person),
  submission: eraser(submissions, blank.submission),
  'check-in': eraser(checkIns, blank.checkIn),
  session: eraser(sessions, blank.session),
  letter: eraser(letters, blank.letter),
  task: eraser(tasks, blank.task),
  'hr-import': eraser(hrImports, blank.hrImport),
  example: eraser(examples, blank.example),
};

const files = new Set(['page', 'raw-page']);

/** Looks at every item of the table once. */
export async function planOf(items: AsyncIterable<Stored>, who: Who, now: Date): Promise<Plan> {
  const blanked: Blanked[] = [];
  const gone = new Map<string, Key & { kind: string }>();
  const filesUntil = new Set<string>();
  const waiting: Letter[] = [];
  const byHand: (Key & { kind: string })[] = [];
  const inputs: (Key & { kind: string })[] = [];
  const forgotten = new Set<string>();
  for await (const item of items) {
    const { pk, sk } = item;
    const kind = kindOf(item);
    const named = { kind, pk, sk };
    const found = erasers[kind]?.(item, who);
    if (found) blanked.push(found);
    else if (leadsTo(pk, who)) gone.set(nameOf(item), named);
    else if (kind === 'run-input') {
      inputs.push(named);
      if (looksAt(item.page, who)) forgotten.add(runOf(sk));
    } else if (files.has(kind) && pk.startsWith('upload#')) {
      if (!tellsOf(item.page, who)) continue;
      const until = new Date(Number(item.expiresAt) * 1000);
      if (until > now) filesUntil.add(until.toISOString());
      else gone.set(nameOf(item), named);
    } else if (mentions(item, who)) byHand.push(named);
    if (kind === 'letter' && isWaiting(item, who)) waiting.push(letters.item.parse(item));
  }
  // Half an input is none: it goes with all of its pages.
  for (const each of inputs) if (forgotten.has(runOf(each.sk))) gone.set(nameOf(each), each);
  // Their name and address find the rest: whatever ends an erasure halfway, whoever repeats it still has them.
  blanked.sort((one, other) => Number(one.kind === participants.name) - Number(other.kind === participants.name));
  return { blanked, deleted: [...gone.values()], filesUntil: [...filesUntil].sort(), waiting, byHand };
}

const nameOf = ({ pk, sk }: Key) => `${pk}\n${sk}`;
/** `run-input#<run>#<digest>#page#0000` → all pages of one input. */
const runOf = (sk: string) => sk.split('#page#')[0] ?? sk;

/** An alias, with its history, leads from an address or an employee id to the person. */
const leadsTo = (pk: string, { hashes }: Who): boolean =>
  pk.startsWith('alias#') && hashes.has(pk.slice('alias#'.length));

/** What a run looked at says more of people than its result, and is kept for a month only. */
const looksAt = (page: unknown, { personId }: Who): boolean =>
  page instanceof Uint8Array && JSON.stringify(unpackPage(page)).includes(`"${personId}"`);

/** Whether a file's page has a cell that is an address or employee id of theirs, or their name. */
function tellsOf(page: unknown, who: Who): boolean {
  let told = false;
  if (!(page instanceof Uint8Array)) return false;
  JSON.stringify(unpackPage(page), (_key, part: unknown) => {
    if (typeof part === 'string' && (who.is(part.trim()) || who.words.includes(part.trim().toLowerCase()))) told = true;
    return part;
  });
  return told;
}

/** In plain words, in whatever an item of another kind says. */
function mentions(item: Stored, who: Who): boolean {
  let told = false;
  JSON.stringify(item, (_key, part: unknown) => {
    if (typeof part !== 'string') return part;
    const text = part.toLowerCase();
    if ((part.includes('@') && who.is(part.trim())) || who.words.some((word) => text.includes(word))) told = true;
    return part;
  });
  return told;
}

/** The partner is told by name that they left: before that letter is out, the name has to stay. */
function isWaiting(item: Stored, who: Who): boolean {
  if (item.state !== 'planned' && item.state !== 'submitting') return false;
  const { to, subject, kind } = letters.item.parse(item);
  if ('personId' in to && to.personId === who.personId) return kind === 'leave-receipt';
  return subject.pairId !== undefined && who.sides.has(subject.pairId) && !kind.startsWith('consent');
}
