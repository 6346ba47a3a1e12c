import type { PersonId } from '../../../events/ids.ts';
import { refusedReply } from '../../../shared/desk/refused.tsx';
import { together } from '../../../shared/desk/together.tsx';
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
import { type Faults, fieldNames, readByHr, typedIn, valuesOf } from './fields.ts';
import type { PersonVisit } from './load.ts';
import { personPage } from './person.ts';
import { hrefOfPerson } from './texts.ts';

/** POST …/people/{person}/facts: what is wrong stands beside its field, and nothing that was typed is lost. */
export async function saveFacts(visit: PersonVisit): Promise<Reply> {
  const { needs, request, person, cohort } = visit;
  const names = await needs.keys.identity();
  const now = valuesOf(person);
  const { values, both } = together(request.form, typedIn(request.form, now), now);
  const typed = typedIn(new URLSearchParams(values), now);
  const again = (faults: Faults) => personPage(visit, { typed, faults });
  const meanwhile = fieldNames.filter((name) => both.includes(name));
  if (meanwhile.length > 0) return again(Object.fromEntries(meanwhile.map((name) => [name, 'changed meanwhile'])));
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
  if (await roleStays(visit, person.corrected?.was.role)) return refusedReply(visit, 'role-of-paired', home);
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
  if (await roleStays(visit, news.role)) return 'role-of-paired';
  return commit(visit, 'correct participant', why, (current) => correctByHr(current, news, visit.trigger.at), names);
}

/** Whoever has a partner, or is asked about one, keeps their role. The same refusal for both, or it would tell an answer. */
async function roleStays({ needs, person, cohort }: PersonVisit, role = person.role): Promise<boolean> {
  if (role === person.role) return false;
  return (
    Object.keys(person.slots).length > 0 || (await waitingPeople(needs.table, cohort.cohortId)).has(person.personId)
  );
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
    if (to.mail !== before.mail) changes.push(...(await suppressionOf(visit, to)));
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

/** A new address keeps the person: it is one more name of theirs. */
async function addressOf(
  { needs: { table } }: PersonVisit,
  names: Identity,
  { cohortId, personId }: Participant,
  address: string,
): Promise<Change[] | 'of another'> {
  const hash = names.addressKey(address);
  const alias = await table.get(aliases, { hash });
  if (alias && alias.personId !== personId && (await takesPart(alias.personId))) return 'of another';
  return alias ? [] : [change(aliases, { hash }, undefined, { hash, personId })];

  async function takesPart(other: PersonId): Promise<boolean> {
    const participant = await table.get(participants, { cohortId, personId: other });
    return participant !== undefined && !gone(participant);
  }
}

/** Mail that came back from one address may go out to another, and not again to the one from which it came back. */
async function suppressionOf(
  { needs: { table } }: PersonVisit,
  { personId, mail }: Pick<Participant, 'personId' | 'mail'>,
): Promise<Change[]> {
  const person = await table.get(persons, { personId });
  if (!person || person.mail === mail || person.mail === 'complained') return [];
  return [change(persons, { personId }, person, { ...unnumbered(person), mail })];
}
