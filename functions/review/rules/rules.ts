import { PersonId } from '../../../events/ids.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { block, editRules, pin, release, type Two } from '../../../shared/cohort/edit-rules.ts';
import { allParticipants } from '../../../shared/desk/all-of.ts';
import { type CohortVisit, homeOf } from '../../../shared/desk/cohort-visit.ts';
import type { Errors } from '../../../shared/desk/faults.ts';
import { missingReply, refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { loadInput } from '../../../shared/pairing/load.ts';
import { pair } from '../../../shared/pairing/pairing.ts';
import { participants } from '../../../shared/participant/participant.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { backOf } from '../back.ts';
import { tooMany } from '../engine.ts';
import { parse, typedOver, type Values, valuesOf } from './fields.ts';
import { rulesPage } from './page.tsx';
import { previewPage } from './preview-page.tsx';

/** GET /desk/cohorts/{cohort}/rules: the saved values; the query may suggest others. */
export const showRules = (visit: CohortVisit): Promise<Reply> =>
  show(visit, typedOver(valuesOf(visit.cohort.rules), visit.request.query));

/** GET /desk/cohorts/{cohort}/rules/preview: what typed values would come to. Keeps nothing. */
export async function previewRules(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const values = typedOver(valuesOf(cohort.rules), request.query);
  const parsed = parse(values);
  if (!parsed.ok) return show(visit, values, { errors: parsed.errors });
  const seen = seenIn(request.query) ?? cohort.rules.version;
  const [input, people] = await Promise.all([
    loadInput(needs.table, cohort, undefined),
    allParticipants(needs.table, cohort.cohortId),
  ]);
  const names = new Map(people.map(({ personId, name }) => [personId, name]));
  if (tooMany(input)) return previewPage(visit, { values, seen, names });
  // One seed for both, and the pairs kept where they may be: what differs comes from the rules alone.
  const now = pair(input, cohort.rules, 1);
  const kept = now.ok ? now.result.pairs.map(({ junior, senior }) => [junior, senior] as const) : [];
  return previewPage(visit, {
    values,
    seen,
    names,
    tried: { now, after: pair({ ...input, kept }, { ...cohort.rules, ...parsed.rules }, 1) },
  });
}

/** POST /desk/cohorts/{cohort}/rules: saves, unless somebody else was faster. */
export async function saveRules(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const values = typedOver(valuesOf(cohort.rules), request.form);
  const parsed = parse(values);
  if (!parsed.ok) return show(visit, values, { errors: parsed.errors });
  const here = `${homeOf(cohort.cohortId)}/rules`;
  const result = await needs.table.change(cohorts, cohort, commandOf(visit, 'edit rules'), (current) =>
    editRules(current, parsed.rules, seenIn(request.form) ?? 0),
  );
  if (result.ok) return seeOther(`${here}?done=saved`);
  if (result.refused === 'nothing to change') return seeOther(`${here}?done=nothing`);
  if (result.refused !== 'rules changed' || !result.item) return refusedReply(visit, result.refused, here);
  return show({ ...visit, cohort: result.item }, values, { conflict: true });
}

const edits = { pin, block, release } as const;
const isEdit = (what: string): what is keyof typeof edits => Object.hasOwn(edits, what);
const commands = { pin: 'pin pair', block: 'block pair', release: 'release pair' } as const;

/** POST /desk/cohorts/{cohort}/rules/pairs: keeps two people together or apart, or takes that back. */
export async function editPair(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request } = visit;
  const what = request.form.get('what') ?? '';
  const two = await twoOf(visit, what);
  if (!two || !isEdit(what)) return missingReply(visit);
  const result = await needs.table.change(cohorts, cohort, commandOf(visit, commands[what]), (current) =>
    edits[what](current, two),
  );
  const back = backOf(visit);
  // The same press once more finds what it wanted.
  return result.ok || result.refused === 'nothing to change'
    ? seeOther(back)
    : refusedReply(visit, result.refused, back);
}

/** Two people of this cohort, the junior first; who has left can still be released. */
async function twoOf({ needs, cohort, request }: CohortVisit, what: string): Promise<Two | undefined> {
  const [junior, senior] = ['junior', 'senior'].map((role) => PersonId.safeParse(request.form.get(role)));
  if (!junior?.success || !senior?.success) return undefined;
  if (what === 'release') return [junior.data, senior.data];
  const { cohortId } = cohort;
  const [one, other] = await Promise.all(
    [junior.data, senior.data].map((personId) => needs.table.get(participants, { cohortId, personId })),
  );
  return one?.role === 'junior' && other?.role === 'senior' ? [one.personId, other.personId] : undefined;
}

function seenIn(typed: URLSearchParams): number | undefined {
  const seen = Number.parseInt(typed.get('seen') ?? '', 10);
  return Number.isNaN(seen) ? undefined : seen;
}

async function show(
  visit: CohortVisit,
  values: Values,
  { errors = {}, conflict = false }: { errors?: Errors; conflict?: boolean } = {},
): Promise<Reply> {
  const people = await allParticipants(visit.needs.table, visit.cohort.cohortId);
  return rulesPage(visit, {
    values,
    errors,
    conflict,
    people: new Map(people.map((each) => [each.personId, each])),
    nextId: `run_${visit.needs.randomId()}`,
  });
}
