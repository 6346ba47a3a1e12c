import type { PersonId } from '../../../events/ids.ts';
import { refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { factsChanged, hasPairs, rechecks } from '../../../shared/pair/recheck-round.ts';
import { waitingPeople } from '../../../shared/pair/waiting.ts';
import { reassisted } from '../../../shared/participant/assistant.ts';
import { type ByHr, correctByHr, ruleFacts, undoCorrection } from '../../../shared/participant/by-hr.ts';
import { gone, outsiders, type Participant, participants } from '../../../shared/participant/participant.ts';
import type { Identity } from '../../../shared/person/identity.ts';
import { aliases, persons } from '../../../shared/person/person.ts';
import { reason } from '../../../shared/submission/reasons.ts';
import { unnumbered } from '../../../shared/table/aggregate.ts';
import { type Change, type Commit, change } from '../../../shared/table/commit.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { type Faults, readByHr, typedIn, valuesOf } from './fields.ts';
import type { PersonVisit } from './load.ts';
import { personPage } from './person.ts';
import { hrefOfPerson } from './texts.ts';

/** POST …/people/{person}/facts: what is wrong stands beside its field, and nothing that was typed is lost. */
export async function saveFacts(visit: PersonVisit): Promise<Reply> {
  const { needs, request, person, cohort } = visit;
  const names = await needs.keys.identity();
  const typed = typedIn(request.form, valuesOf(person));
  const again = (faults: Faults) => personPage(visit, { typed, faults });
  const { news, faults } = readByHr(typed, person, names);
  if (faults) return again(faults);
  if (!(await managerKnown(visit, news))) {
    return again({ manager_id: reason('manager-not-known', { value: typed.manager_id }) });
  }
  const done = await commitFacts(visit, names, news, typed.why.trim());
  if (done === 'address-of-another') return again({ email: reason('address-of-another') });
  if (done === 'role-of-paired') return again({ role: reason('role-of-paired') });
  const home = hrefOfPerson(cohort.cohortId, person);
  if (done !== 'done' && done !== 'as before') return refusedReply(visit, done, home);
  return seeOther(done === 'done' ? `${home}?done=corrected` : home);
}

/** POST …/people/{person}/undo: the last correction, while no newer HR file has spoken. */
export async function undo(visit: PersonVisit): Promise<Reply> {
  const { trigger, person, cohort } = visit;
  const home = hrefOfPerson(cohort.cohortId, person);
  const done = await commit(visit, 'take back correction', '', (current) => undoCorrection(current, trigger.at));
  return done === 'done' ? seeOther(`${home}?done=undone`) : refusedReply(visit, done, home);
}

async function managerKnown({ needs: { table }, cohort: { cohortId }, person }: PersonVisit, { hr }: ByHr) {
  const { managerKey } = hr;
  if (managerKey === undefined || managerKey === 'top' || managerKey === person.hr?.managerKey) return true;
  if (await table.get(outsiders, { cohortId, employeeKey: managerKey })) return true;
  const alias = await table.get(aliases, { hash: managerKey });
  return alias !== undefined && (await table.get(participants, { cohortId, personId: alias.personId })) !== undefined;
}

async function commitFacts(visit: PersonVisit, names: Identity, news: ByHr, why: string): Promise<string> {
  const { needs, trigger, person, cohort } = visit;
  if (news.role !== person.role) {
    const waiting = await waitingPeople(needs.table, cohort.cohortId);
    // The same refusal for both, or it would tell what somebody has answered.
    if (Object.keys(person.slots).length > 0 || waiting.has(person.personId)) return 'role-of-paired';
  }
  return commit(visit, 'correct participant', why, (current) => correctByHr(current, news, trigger.at), names);
}

/** The person with what follows from it, in one commit: a name for the new address, mail that may go out, a re-check of pairs. */
async function commit(
  visit: PersonVisit,
  name: string,
  why: string,
  decide: (current: Participant) => Step<Participant>,
  names?: Identity,
): Promise<string> {
  const { needs, trigger, cohort, person } = visit;
  const { cohortId, personId } = person;
  const given = commandOf(visit, name);
  const result = await needs.table.transact(async (): Promise<Commit | { refused: string }> => {
    const before = await needs.table.get(participants, { cohortId, personId });
    if (!before) return { refused: 'no longer takes part' };
    const step = decide(before);
    if ('refused' in step) return step;
    const { to, says } = reassisted(before, step.to);
    const changes: Change[] = [change(participants, before, before, to)];
    if (names && to.address !== before.address) {
      const known = await addressOf(visit, names, before, to.address);
      if (known === 'of another') return { refused: 'address-of-another' };
      changes.push(...known);
    }
    const facts = ruleFacts.some((each) => before.hr?.[each] !== to.hr?.[each]) && hasPairs(cohort);
    const recheck = facts ? await needs.table.get(rechecks, { cohortId }) : undefined;
    const round = facts ? factsChanged(recheck, cohortId, trigger.at) : { refused: 'nothing to check' };
    const command = { ...given, why: why === '' ? given.why : why };
    if ('refused' in round) return { command, changes, says };
    return {
      command,
      changes: [...changes, change(rechecks, { cohortId }, recheck, round.to)],
      says: [...says, ...(round.says ?? [])],
    };
  });
  return result.ok ? 'done' : result.refused;
}

/** A new address keeps the person: it is one more name of theirs. Mail that came back from the old one may go out again. */
async function addressOf(
  { needs: { table } }: PersonVisit,
  names: Identity,
  { cohortId, personId, mail }: Participant,
  address: string,
): Promise<Change[] | 'of another'> {
  const hash = names.addressKey(address);
  const alias = await table.get(aliases, { hash });
  if (alias && alias.personId !== personId && (await takesPart(alias.personId))) return 'of another';
  const person = mail === 'bounced' ? await table.get(persons, { personId }) : undefined;
  return [
    ...(alias ? [] : [change(aliases, { hash }, undefined, { hash, personId })]),
    ...(person?.mail === 'bounced'
      ? [change(persons, { personId }, person, { ...unnumbered(person), mail: 'ok' as const })]
      : []),
  ];

  async function takesPart(other: PersonId): Promise<boolean> {
    const participant = await table.get(participants, { cohortId, personId: other });
    return participant !== undefined && !gone(participant);
  }
}
