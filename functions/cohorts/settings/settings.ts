import { CohortId, type LocalDate } from '../../../events/ids.ts';
import { objectionsTo } from '../../../shared/cohort/check.ts';
import { type Cohort, CohortSettings, cohorts } from '../../../shared/cohort/cohort.ts';
import { defaultSettings, topicsIn } from '../../../shared/cohort/defaults.ts';
import { editCohort } from '../../../shared/cohort/edit.ts';
import { effectsOf } from '../../../shared/cohort/effects.ts';
import { lockedIn } from '../../../shared/cohort/locked.ts';
import { openCohort } from '../../../shared/cohort/open.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { type Errors, firstOf } from '../../../shared/desk/faults.ts';
import { refusedReply } from '../../../shared/desk/refused.tsx';
import { together } from '../../../shared/desk/together.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { members } from '../../../shared/member/member.ts';
import { digest } from '../../../shared/table/digest.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import { localDate } from '../../../shared/time/local.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { CohortVisit, MemberVisit } from '../visit.ts';
import { fieldOf, parse, type Values, valuesOf } from './fields.ts';
import { settingsPage } from './page.tsx';

/** GET /desk/cohorts/new */
export async function showNew(visit: MemberVisit): Promise<Reply> {
  const values = valuesOf(defaultsFor(visit));
  return settingsPage(visit, { values, errors: {}, newId: `coh_${visit.needs.randomId()}` });
}

/** POST /desk/cohorts/new: the sealing key first, so that no cohort ever has confidential answers without one. */
export async function create(visit: MemberVisit): Promise<Reply> {
  const { needs, trigger } = visit;
  const asked = CohortId.safeParse(visit.request.form.get('cohort'));
  const cohortId = asked.success ? asked.data : CohortId.parse(`coh_${needs.randomId()}`);
  const { values, settings, errors } = await read(visit, defaultsFor(visit));
  if (!settings) return settingsPage(visit, { values, errors, newId: cohortId });
  const inLanguage = { ...settings, topics: topicsIn(settings.language, settings.topics) };
  await needs.keys.makeSealingKey(cohortId, needs.randomBytes(32));
  await needs.table.change(cohorts, { cohortId }, commandOf(visit, 'create cohort'), (current) =>
    openCohort(current, inLanguage, { cohortId, at: trigger.at }),
  );
  return seeOther(homeOf(cohortId));
}

/** GET /desk/cohorts/{cohort}/settings */
export async function showSettings(visit: CohortVisit): Promise<Reply> {
  const { cohort } = visit;
  return settingsPage(visit, {
    values: valuesOf(cohort),
    errors: {},
    edits: editsOf(visit),
  });
}

/** POST /desk/cohorts/{cohort}/settings */
export async function saveSettings(visit: CohortVisit): Promise<Reply> {
  const { cohort, needs } = visit;
  const { values, settings, errors } = await read(visit, CohortSettings.parse(cohort), cohort);
  const home = homeOf(cohort.cohortId);
  const edits = editsOf(visit);
  if (!settings) return settingsPage(visit, { values, errors, edits });
  const people = cohort.launchedAt === undefined ? [] : await allParticipants(needs.table, cohort.cohortId);
  const effects = effectsOf(cohort, settings, people, today(visit, settings.timeZone));
  const seen = digest(JSON.stringify(effects), 16);
  if (effects.length > 0 && values.seen !== seen) {
    return settingsPage(visit, { values, errors: {}, edits: { ...edits, effects, seen } });
  }
  const result = await needs.table.change(cohorts, cohort, commandOf(visit, 'edit cohort'), (current) =>
    current && !sameSettings(current, cohort) ? { refused: 'settings changed' } : editCohort(current, settings),
  );
  if (!result.ok && result.refused === 'settings changed' && result.item) {
    return saveSettings({ ...visit, cohort: result.item });
  }
  return result.ok ? seeOther(`${home}?done=saved`) : refusedReply(visit, result.refused, home);
}

const sameSettings = (one: CohortSettings, other: CohortSettings): boolean =>
  JSON.stringify(valuesOf(one)) === JSON.stringify(valuesOf(other));

const today = ({ trigger }: MemberVisit, zone: string): LocalDate => localDate(trigger.at, zone);

const editsOf = (visit: CohortVisit) => ({
  visit,
  home: homeOf(visit.cohort.cohortId),
  locked: lockedIn(visit.cohort, today(visit, visit.cohort.timeZone)),
});

async function read(
  visit: MemberVisit,
  base: CohortSettings,
  cohort?: Cohort,
): Promise<{ values: Values; settings?: CohortSettings; errors: Errors }> {
  const { request, needs, trigger } = visit;
  const typed = Object.fromEntries([...request.form].map(([name, value]) => [name, value.slice(0, 5_000)]));
  // What is locked stays as it is, whatever is sent.
  const locked = cohort ? Object.keys(lockedIn(cohort, today(visit, cohort.timeZone))) : [];
  const known = valuesOf(base);
  const sent = together(request.form, typed, known);
  const values: Values = { ...sent.values, ...Object.fromEntries(locked.map((name) => [name, known[name] ?? ''])) };
  const both = sent.both.filter((name) => !locked.includes(name));
  if (both.length > 0) {
    const theirs = (name: string) => ({ why: 'changed meanwhile', instead: known[name] || '–' });
    return { values, errors: Object.fromEntries(both.map((name) => [name, theirs(name)])) };
  }
  const parsed = parse(values, base);
  if (!parsed.ok) return { values, errors: parsed.errors };
  const { settings } = parsed;
  const atDesk = new Set([needs.firstAdmin.toLowerCase()]);
  for await (const member of needs.table.list(members, ['desk'], prefixOf.member)) {
    if (member.listed) atDesk.add(member.address);
  }
  const objections = objectionsTo(settings, {
    today: localDate(trigger.at, 'UTC'),
    atDesk,
    endMoves: settings.end !== cohort?.end,
  });
  if (objections.length === 0) return { values, settings, errors: {} };
  return {
    values,
    errors: firstOf(objections.map(({ path, why, instead }) => [fieldOf(path, values), { why, instead }])),
  };
}

const defaultsFor = ({ trigger, language, member }: MemberVisit): CohortSettings =>
  defaultSettings(trigger.at, language, { name: nameFrom(member.address), address: member.address });

/** `hanna.huber@…` → `Hanna Huber`: a first guess, to be corrected in the form. */
const nameFrom = (address: string): string =>
  (address.split('@')[0] ?? '')
    .split(/[._-]+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(' ')
    .trim() || address;
