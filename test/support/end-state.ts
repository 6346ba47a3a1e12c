import { everything, ofKind } from '../../infra/local/rehearse/table.ts';
import type { Stage } from '../../infra/local/stage.ts';

/** A letter of which there is one a reply is numbered by the second of its answer. */
const numbered = (sequence: unknown) => (Number(sequence) < 1_000_000 ? sequence : 'then');

/**
 * How a story ended, without what chance decides (ids of cohorts, times to the second): two runs of the same story with
 * the same people must agree in it. One line for each aggregate.
 */
export async function endState(stage: Stage): Promise<string[]> {
  const items = await everything(stage);
  const people = new Map(ofKind(items, 'participant#').map((each) => [String(each.personId), String(each.address)]));
  const pairs = new Map(
    ofKind(items, 'pair#').map(({ pairId, junior, senior }) => [
      String(pairId),
      `${people.get(String(junior))} and ${people.get(String(senior))}`,
    ]),
  );
  const ofCheckIn = (id: unknown) => {
    const [pairId = '', role, occasion] = String(id).split('.');
    // The id of a round is chance.
    return `${pairs.get(pairId)}, ${role}, ${occasion?.replace(/^round-.*/, 'round')}`;
  };
  const about = ({ pairId, checkInId }: { pairId?: string; checkInId?: string }) =>
    checkInId ? ofCheckIn(checkInId) : pairId ? pairs.get(pairId) : '';
  return [
    ...ofKind(items, 'cohort').map(({ state }) => `cohort: ${state}`),
    ...ofKind(items, 'participant#').map(
      ({ address, state, stopped, slots }) =>
        `${address}: ${state}, stopped ${JSON.stringify(stopped)}, ${Object.keys(slots ?? {}).length} slots`,
    ),
    ...ofKind(items, 'pair#').map(
      ({ pairId, state, sessions }) => `${pairs.get(String(pairId))}: ${state}, ${sessions} sessions`,
    ),
    ...ofKind(items, 'session#').map(
      ({ pairId, date, state, logs }) =>
        `${pairs.get(String(pairId))} on ${date}: ${state} by ${Object.keys(logs ?? {})}`,
    ),
    ...ofKind(items, 'check-in#').map(
      ({ checkInId, state, answers }) => `${ofCheckIn(checkInId)}: ${state} ${JSON.stringify(answers ?? {})}`,
    ),
    // How often HR had to ask for a link is not part of the story.
    ...ofKind(items, 'letter#')
      .filter(({ kind }) => kind !== 'sign-in')
      .map(({ kind, to, subject, sequence, state }) => {
        const { personId, contact } = to as { personId?: string; contact?: string };
        const reader = personId === undefined ? (contact ?? 'member') : people.get(personId);
        return `${kind} ${numbered(sequence)} to ${reader} about ${about(subject as object)}: ${state}`;
      }),
    ...ofKind(items, 'submission#').flatMap(({ source, told, state }) =>
      source === 'hook' ? [`form elsewhere of ${Object(told).address}: ${state}`] : [],
    ),
    ...items
      .filter(({ pk }) => pk.startsWith('help#'))
      .flatMap(({ sk, state, contact }) => (sk === 'help' ? [`help by ${contact}: ${state}`] : [])),
  ].sort();
}
