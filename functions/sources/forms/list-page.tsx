import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { Select, TextField } from '../../../shared/desk/form.tsx';
import { moment } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import { providers, type Source } from '../../../shared/source/source.ts';
import type { Submission } from '../../../shared/submission/submission.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { type CohortVisit, sourcesOf } from '../visit.ts';
import { providerNames, texts } from './texts.ts';

export interface Typed {
  readonly name: string;
  readonly provider: string;
}

interface View {
  readonly sources: readonly Source[];
  readonly submissions: readonly Submission[];
  readonly typed: Typed;
  readonly wrong: boolean;
  readonly newId: string;
}

export function listPage(visit: CohortVisit, { sources, submissions, typed, wrong, newId }: View): Reply {
  const { language, cohort } = visit;
  const text = texts[language];
  const of = ({ sourceId }: Source) => submissions.filter((each) => each.sourceId === sourceId);
  const lastOf = (source: Source) =>
    of(source)
      .map(({ receivedAt }) => receivedAt)
      .sort()
      .at(-1);
  return cohortReply(visit, {
    title: text.title,
    tab: 'submissions',
    status: wrong ? 422 : 200,
    children: (
      <>
        <h1>{text.title}</h1>
        <p class="quiet">{text.lead}</p>
        <Table
          caption={text.title}
          empty={text.none}
          rows={sources}
          columns={[
            {
              title: text.name,
              cell: ({ name, sourceId }: Source) => <a href={`${sourcesOf(visit)}/${sourceId}`}>{name}</a>,
            },
            { title: text.provider, cell: ({ provider }: Source) => providerNames[provider] },
            { title: text.state, cell: (source: Source) => <State source={source} language={language} /> },
            {
              title: text.last,
              cell: (source: Source) => {
                const at = lastOf(source);
                return at ? moment(at, language, cohort.timeZone) : text.never;
              },
            },
            { title: text.count, number: true, cell: (source: Source) => of(source).length },
            {
              title: text.open,
              number: true,
              cell: (source: Source) => of(source).filter(({ state }) => state === 'rejected').length,
            },
          ]}
        />
        <form method="post" action={sourcesOf(visit)} novalidate class="sheet readable">
          <h2>{text.add}</h2>
          <input type="hidden" name="source" value={newId} />
          <Select
            name="provider"
            label={text.provider}
            value={typed.provider}
            options={providers.map((provider) => [provider, providerNames[provider]] as const)}
          />
          <TextField
            name="name"
            label={text.name}
            value={typed.name}
            hint={text.nameHint}
            error={wrong ? text.noName : undefined}
            required
          />
          <button type="submit">{text.addButton}</button>
        </form>
      </>
    ),
  });
}

export function State({ source, language }: { source: Source; language: 'de' | 'en' }) {
  const text = texts[language];
  if (source.state === 'off') return <span class="badge">{text.off}</span>;
  return source.mapping ? <span class="badge">{text.on}</span> : <span class="badge care">{text.unmapped}</span>;
}
