import type { PairId } from '../../events/ids.ts';
import type { Cohort } from '../../shared/cohort/cohort.ts';
import type { Keys } from '../../shared/keys/keys.dynamodb.ts';
import type { Speaker } from '../../shared/letter/content/voice.ts';
import { type Pair, pairs, partnerOf } from '../../shared/pair/pair.ts';
import { openPair } from '../../shared/pair/states.ts';
import { callNameOf, type Participant, participants } from '../../shared/participant/participant.ts';
import type { Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';
import type { Posts } from '../../shared/token/posts.dynamodb.ts';
import type { Reply, Request } from '../../shared/web/http.ts';
import type { ParticipantFrame } from '../../shared/web/layout.tsx';
import type { Verdict } from '../../shared/web/suspicion.ts';

export interface Needs {
  readonly table: Table;
  readonly keys: Keys;
  readonly posts: Posts;
  readonly stage: string;
}

/** One request of a participant to one of their own pages. */
export interface Visit {
  readonly request: Request;
  readonly needs: Needs;
  readonly trigger: Trigger;
  readonly cohort: Cohort;
  readonly me: Participant;
  readonly speaker: Speaker;
  readonly frame: Omit<ParticipantFrame, 'title' | 'children'>;
  /** The path of the first page; the others lie below it. */
  readonly home: string;
  /** For a form of this page: its signed render time. */
  rendered(): Promise<string>;
  /** Whether a person pressed Save. */
  judged(): Promise<Verdict>;
}

/** Shows a page, or does what its form says. */
export interface Answers {
  show(visit: Visit): Promise<Reply>;
  save?(visit: Visit): Promise<Reply>;
}

export interface OpenPair {
  readonly pair: Pair;
  /** As the reader names them; absent: erased. */
  readonly partner: string | undefined;
}

/** The pairs in which the person meets somebody, with the partners' names. */
export async function openPairs({ needs: { table }, me, speaker }: Visit): Promise<OpenPair[]> {
  const { cohortId, personId } = me;
  const ids = Object.keys(me.slots) as PairId[];
  const mine = await table.getMany(
    pairs,
    ids.map((pairId) => ({ cohortId, pairId })),
  );
  const open = mine.filter(openPair);
  const partners = await table.getMany(
    participants,
    open.map((pair) => ({ cohortId, personId: partnerOf(pair, personId) })),
  );
  return open.map((pair) => {
    const partner = partners.find((each) => each.personId === partnerOf(pair, personId));
    return { pair, partner: partner && speaker.named({ name: partner.name, callName: callNameOf(partner) }) };
  });
}
