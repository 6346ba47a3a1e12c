import { checkIns } from '../../../shared/check-in/check-in.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { helps } from '../../../shared/help/help.ts';
import { budgets } from '../../../shared/letter/budget.ts';
import { letters } from '../../../shared/letter/letter.ts';
import { stageMail } from '../../../shared/letter/stage-mail.ts';
import { handOvers } from '../../../shared/member/hand-over.ts';
import { members } from '../../../shared/member/member.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { rechecks } from '../../../shared/pair/recheck-round.ts';
import { runs } from '../../../shared/pairing/run.ts';
import { parkedItems } from '../../../shared/parked/parked.ts';
import { outsiders, participants } from '../../../shared/participant/participant.ts';
import { erasures } from '../../../shared/person/erasure.ts';
import { aliases, persons } from '../../../shared/person/person.ts';
import { sessions } from '../../../shared/session/session.ts';
import { deliveries, examples, sources } from '../../../shared/source/source.ts';
import { formDrafts } from '../../../shared/submission/form-draft.ts';
import { hrImports } from '../../../shared/submission/hr-import.ts';
import { submissions } from '../../../shared/submission/submission.ts';
import { uploads } from '../../../shared/submission/upload.ts';
import { type Aggregate, type Command, type Noun, unnumbered } from '../../../shared/table/aggregate.ts';
import { change, writesOf } from '../../../shared/table/commit.ts';
import { tasks } from '../../../shared/task/task.ts';

const command: Command = {
  name: 'look again',
  by: 'test',
  at: '2026-03-02T08:00:00.000Z',
  why: 'upgrade',
  correlationId: 'cor_1',
};

/** Reads an item of a noun whose type is forgotten: the key under which it lies, and what is kept of it. */
const reader = <T extends Aggregate & Ref, Ref>(noun: Noun<T, Ref>) => ({
  name: noun.name,
  schema: noun.schema,
  read(item: unknown) {
    const kept = noun.item.parse(item);
    return { kept, key: noun.key(kept) };
  },
  /** The item as a commit of today writes it when nothing of it changes. */
  written(item: unknown) {
    const kept = noun.item.parse(item);
    const [write] = writesOf({ command, changes: [change(noun, kept, kept, unnumbered(kept))], says: [] });
    return write?.item;
  },
});

/** Every kind of item in the table. */
export const nouns = [
  reader(aliases),
  reader(budgets),
  reader(checkIns),
  reader(cohorts),
  reader(deliveries),
  reader(erasures),
  reader(examples),
  reader(formDrafts),
  reader(handOvers),
  reader(helps),
  reader(hrImports),
  reader(letters),
  reader(members),
  reader(outsiders),
  reader(pairs),
  reader(parkedItems),
  reader(participants),
  reader(persons),
  reader(rechecks),
  reader(runs),
  reader(sessions),
  reader(sources),
  reader(stageMail),
  reader(submissions),
  reader(tasks),
  reader(uploads),
];
