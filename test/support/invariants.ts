import { everything, type Item, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';
import { checkInStates } from '../../shared/check-in/states.ts';
import { cohortStates } from '../../shared/cohort/states.ts';
import { letterStates } from '../../shared/letter/states.ts';
import { recheckStates } from '../../shared/pair/recheck-round.ts';
import { pairStates } from '../../shared/pair/states.ts';
import { runStates } from '../../shared/pairing/run.ts';
import { participantStates } from '../../shared/participant/states.ts';
import { sessionStates } from '../../shared/session/session.ts';
import { submissionStates } from '../../shared/submission/submission.ts';
import { withinTheBudget } from './budget-invariants.ts';
import { withConsent } from './consent-invariants.ts';
import { wholeRuns, withinCapacity } from './pairing-invariants.ts';

const tables: Readonly<Record<string, { table: Readonly<Record<string, Readonly<Record<string, string>>>> }>> = {
  cohort: cohortStates,
  participant: participantStates,
  pair: pairStates,
  'check-in': checkInStates,
  letter: letterStates,
  session: sessionStates,
  submission: submissionStates,
  run: runStates,
  recheck: recheckStates,
};

/**
 * What every workflow promises, whatever happened to it. Answers what does not hold, in sentences;
 * an empty list is a passed test. `parked`: the test means something to be parked.
 */
export async function invariants(stage: Stage, { parked = false } = {}): Promise<string[]> {
  const items = await everything(stage);
  return [
    ...acceptedOnce(stage, items),
    ...withinCapacity(items),
    ...wholeRuns(items),
    ...alongTheTables(items),
    ...withConsent(items),
    ...published(items),
    ...nothingAfterLeaving(stage, items),
    ...noPersonalData(stage, items),
    ...correlated(stage),
    ...withinTheRate(stage),
    ...withinTheBudget(stage, items),
    ...(parked ? [] : nothingParked(stage, items)),
  ];
}

/** 1. A second copy only of a letter that says so of itself. */
function acceptedOnce(stage: Stage, items: readonly Item[]): string[] {
  const copies = new Map<string, number>();
  for (const { tags } of stage.mail()) copies.set(tags.letterId ?? '', (copies.get(tags.letterId ?? '') ?? 0) + 1);
  const letters = ofKind(items, 'letter#');
  const known = new Set(letters.map(({ letterId }) => String(letterId)));
  return [
    ...[...copies.keys()].filter((id) => !known.has(id)).map((id) => `a message belongs to no letter: ${id}`),
    ...letters.flatMap((letter) => {
      const count = copies.get(String(letter.letterId)) ?? 0;
      const name = `${letter.kind} ${letter.letterId} (${letter.state})`;
      const most = letter.sentAgain === true ? 2 : 1;
      if (count > most) return [`${name} was accepted ${count} times`];
      const sent = letter.state === 'accepted' || letter.state === 'delivered';
      return sent && count === 0 ? [`${name} was never accepted`] : [];
    }),
  ];
}

/** 4. The audit rows tell every move: versions without a gap, states only along the tables. */
function alongTheTables(items: readonly Item[]): string[] {
  const rows = ofKind(items, 'audit#').filter(({ noun }) => noun !== undefined);
  const histories = Map.groupBy(rows, ({ pk, sk }) => `${pk}/${sk.slice(0, -7)}`);
  return [...histories].flatMap(([of, history]) => {
    const versions = history.map(({ sk }) => Number(sk.slice(-6))).sort((one, other) => one - other);
    const gap = versions.findIndex((version, place) => version !== place + 1);
    return [
      ...(gap >= 0 ? [`${of} lacks version ${gap + 1}`] : []),
      ...history.flatMap(({ noun, from, to }) => {
        const moves = tables[String(noun)]?.table;
        if (!moves || from === undefined || to === undefined) return [];
        const possible = Object.values(moves[String(from)] ?? {});
        return possible.includes(String(to)) ? [] : [`a ${noun} went from ${from} to ${to}`];
      }),
    ];
  });
}

/** 5. */
const published = (items: readonly Item[]): string[] =>
  items.filter(({ pk }) => pk.startsWith('outbox#')).map(({ sk }) => `never published: ${sk}`);

const leaving = new Set(['left', 'withdrawn', 'erased']);

/** 7. From the audit rows: when somebody left, and what SES took for them later. */
function nothingAfterLeaving(stage: Stage, items: readonly Item[]): string[] {
  const left = new Map(
    ofKind(items, 'audit#')
      .filter(({ noun, to }) => noun === 'participant' && leaving.has(String(to)))
      .map(({ sk, at }) => [sk.split('#')[2] ?? '', String(at)]),
  );
  const letters = new Map(ofKind(items, 'letter#').map((letter) => [String(letter.letterId), letter]));
  return stage.mail().flatMap(({ tags, at }) => {
    const letter = letters.get(tags.letterId ?? '');
    const person = (letter?.to as { personId?: string } | undefined)?.personId ?? '';
    const since = left.get(person);
    return since !== undefined && at > since && letter?.kind !== 'leave-receipt'
      ? [`a ${letter?.kind} letter went out after its reader had left`]
      : [];
  });
}

const anAddress = /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/i;
/** A signed link's token: key id, payload, 16 bytes of signature. */
const aToken = /\b[\w-]+\.eyJ[\w-]+\.[\w-]{22}/;

/** 9. Neither addresses nor names in keys, events, logs and the trace; links' tokens in neither of them. */
function noPersonalData(stage: Stage, items: readonly Item[]): string[] {
  const names = [...new Set(ofKind(items, 'participant#').map(({ name }) => String(name)))];
  const found = (text: string) =>
    anAddress.test(text) || aToken.test(text) || names.some((name) => text.includes(name));
  return [
    ...items.filter(({ pk, sk }) => found(`${pk} ${sk}`)).map(({ pk, sk }) => `personal data in the key ${pk}/${sk}`),
    ...stage
      .logs()
      .filter(({ line }) => found(line))
      .map((log) => `personal data in a log line of ${log.function}`),
    ...items
      .filter(({ pk, events }) => pk.startsWith('outbox#') && found(JSON.stringify(events)))
      .map(() => 'personal data in an event'),
    ...stage
      .trace()
      .filter((entry) => found(JSON.stringify(entry)))
      .map(({ seq }) => `personal data in entry ${seq} of the trace`),
  ];
}

/** Whatever a function of ours says can be followed to what set it in motion. */
const correlated = (stage: Stage): string[] =>
  stage
    .logs()
    .filter(({ function: name, line }) => name !== 'keys' && line.startsWith('{"level"'))
    .filter(({ line }) => !line.includes('"correlationId":"'))
    .map(({ function: name, line }) => `a log line of ${name} has no correlation id: ${line}`);

/** 11. No second with more messages than SES allows. */
function withinTheRate(stage: Stage): string[] {
  const perSecond = Map.groupBy(stage.mail(), ({ at }) => at.slice(0, 19));
  return [...perSecond]
    .filter(([, messages]) => messages.length > 14)
    .map(([second, { length }]) => `${length} messages in ${second}`);
}

function nothingParked(stage: Stage, items: readonly Item[]): string[] {
  const queued = Object.entries(stage.queues()).filter(
    ([name, { visible, notVisible, delayed }]) => /parked/i.test(name) && visible + notVisible + delayed > 0,
  );
  return [
    ...queued.map(([name]) => `something lies in ${name}`),
    ...ofKind(items, 'parked#')
      .filter(({ state }) => state === 'waiting' || state === 'for-a-person')
      .map(({ sk, error }) => `parked: ${sk} ${error}`),
    ...stage.problems(),
  ];
}
