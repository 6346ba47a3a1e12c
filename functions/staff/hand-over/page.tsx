import { Select, TextArea } from '../../../shared/desk/form.tsx';
import { deskReply } from '../../../shared/desk/frame.tsx';
import type { MemberVisit } from '../../../shared/desk/visit.ts';
import type { Reply } from '../../../shared/web/http.ts';
import { type Texts, texts } from './texts.ts';
import type { Choice } from './who.ts';

/** What was typed; `id` makes the same press twice one hand-over. */
export interface Typed {
  readonly id: string;
  readonly to: string;
  readonly cohort: string;
  readonly note: string;
  readonly ends: boolean;
}
export type Faults = Readonly<Partial<Record<'to' | 'cohort' | 'note', keyof Texts['faults']>>>;

export function handOverPage(visit: MemberVisit, choice: Choice, typed: Typed, faults: Faults): Reply {
  const text = texts[visit.language];
  const { giver, cohorts, takers } = choice;
  const own = giver.memberId === visit.member.memberId;
  const cannot = cohorts.length === 0 ? text.nothing : takers.length === 0 ? text.nobody : undefined;
  return deskReply(visit, {
    title: text.title,
    status: Object.keys(faults).length > 0 ? 422 : 200,
    children: (
      <>
        <p>
          <a href="/desk/staff">{text.back}</a>
        </p>
        <h1>{text.title}</h1>
        {cannot ? (
          <p class="note">{cannot}</p>
        ) : (
          <>
            <p>{own ? text.own : text.theirs(giver.name)}</p>
            <Form action={visit.request.path} choice={choice} typed={typed} faults={faults} text={text} />
          </>
        )}
      </>
    ),
  });
}

function Form({
  action,
  choice: { cohorts, takers },
  typed,
  faults,
  text,
}: {
  action: string;
  choice: Choice;
  typed: Typed;
  faults: Faults;
  text: Texts;
}) {
  const error = (field: keyof Faults) => faults[field] && text.faults[faults[field]];
  return (
    <form method="post" action={action} class="sheet">
      <input type="hidden" name="id" value={typed.id} />
      <Select
        name="to"
        label={text.to}
        hint={text.toHint}
        value={typed.to}
        error={error('to')}
        options={[['', text.choose], ...takers.map(({ memberId, name }) => [memberId, name] as const)]}
      />
      <Select
        name="cohort"
        label={text.cohort}
        value={typed.cohort}
        error={error('cohort')}
        options={[['all', text.every], ...cohorts.map(({ cohortId, name }) => [cohortId, name] as const)]}
      />
      <TextArea name="note" label={text.note} hint={text.noteHint} value={typed.note} error={error('note')} />
      <label>
        <input type="checkbox" name="ends" value="yes" checked={typed.ends} /> {text.ends}
      </label>
      <div class="actions">
        <button type="submit">{text.hand}</button>
        <a href="/desk/staff">{text.cancel}</a>
      </div>
    </form>
  );
}
