import { SourceId } from '../../../events/ids.ts';
import { refusedReply } from '../../../shared/desk/refused.tsx';
import { commandOf } from '../../../shared/desk/visit.ts';
import { ProviderName, type Source, sources } from '../../../shared/source/source.ts';
import { formFields } from '../../../shared/submission/form-row.ts';
import { prefixOf, sourcesPartition } from '../../../shared/table/keys.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import { allSubmissions } from '../submissions/list.tsx';
import { type CohortVisit, sourcesOf } from '../visit.ts';
import { listPage, type Typed } from './list-page.tsx';
import { oncePage } from './once-page.tsx';
import { freshSecret } from './secret.ts';

const mostSources = 20;

/** GET /desk/cohorts/{cohort}/sources */
export async function showSources(visit: CohortVisit): Promise<Reply> {
  return show(visit, { name: '', provider: 'microsoft' });
}

/** POST there: connects a form, and shows its secret this once. */
export async function createSource(visit: CohortVisit): Promise<Reply> {
  const { needs, request, cohort, trigger } = visit;
  const typed = {
    name: (request.form.get('name') ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim(),
    provider: request.form.get('provider') ?? '',
  };
  const provider = ProviderName.safeParse(typed.provider);
  const sourceId = SourceId.safeParse(request.form.get('source'));
  if (typed.name === '' || typed.name.length > 120 || !provider.success || !sourceId.success) {
    return show(visit, typed, true);
  }
  if ((await sourcesIn(visit)).length >= mostSources)
    return refusedReply(visit, 'too many forms elsewhere', sourcesOf(visit));
  // Formbricks makes its own secret, which HR brings here afterwards.
  const secret = provider.data === 'formbricks' ? undefined : freshSecret(needs.randomSecret());
  const draft = {
    sourceId: sourceId.data,
    cohortId: cohort.cohortId,
    provider: provider.data,
    name: typed.name,
    state: 'on' as const,
    createdAt: trigger.at,
    secrets: secret ? [{ number: 1, madeAt: trigger.at }] : [],
    // Our own form of it names its fields as we do.
    ...(provider.data === 'standard' ? { mapping: formFields.map((field) => ({ key: field, field })) } : {}),
  };
  const made = await needs.table.change(sources, draft, commandOf(visit, 'connect form'), (current) =>
    current ? { refused: 'known' } : { to: draft },
  );
  const source = made.item;
  const here = `${sourcesOf(visit)}/${draft.sourceId}`;
  // Also of a press that is repeated: the first one may have ended before the secret was kept, and nobody has seen it.
  const counts = source?.cohortId === cohort.cohortId && source.secrets.some(({ number }) => number === 1);
  if (secret && counts && (await needs.secrets.put(draft.sourceId, { number: 1, secret }))) {
    return oncePage(visit, source, secret);
  }
  return seeOther(made.ok ? here : `${here}?done=known`);
}

async function show(visit: CohortVisit, typed: Typed, wrong = false): Promise<Reply> {
  const [mine, all] = await Promise.all([sourcesIn(visit), allSubmissions(visit.needs.table, visit.cohort.cohortId)]);
  return listPage(visit, { sources: mine, submissions: all, typed, wrong, newId: `src_${visit.needs.randomId()}` });
}

async function sourcesIn({ needs, cohort }: CohortVisit): Promise<Source[]> {
  const all = await Array.fromAsync(needs.table.list(sources, [sourcesPartition], prefixOf.source));
  return all
    .filter(({ cohortId }) => cohortId === cohort.cohortId)
    .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
}
