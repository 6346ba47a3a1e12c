import type { MemberId, PersonId } from '../../../events/ids.ts';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { moment } from '../../../shared/desk/format.ts';
import { Table } from '../../../shared/desk/table.tsx';
import { words } from '../../../shared/desk/words.ts';
import { noteLength } from '../../../shared/task/settle.ts';
import type { Task } from '../../../shared/task/task.ts';
import type { CohortVisit } from '../visit.ts';
import { type OnHold, RuleDetail, ruleButtons } from './rule-task.tsx';

const texts = {
  de: {
    tasks: 'Aufgaben',
    none: 'Keine offenen Aufgaben.',
    task: 'Aufgabe',
    of: (name: string) => `liegt bei ${name}`,
    about: 'Worum es geht',
    and: ' und ',
    since: 'Seit',
    answer: 'Abschließen',
    note: 'Notiz (freiwillig)',
    finish: 'Erledigt',
    drop: 'Nicht nötig',
    settled: (count: number) => (count === 1 ? 'Eine abgeschlossene Aufgabe' : `${count} abgeschlossene Aufgaben`),
    state: 'Stand',
    kept: 'Notiz',
    states: { open: 'offen', snoozed: 'zurückgestellt', done: 'erledigt', dropped: 'nicht nötig' },
  },
  en: {
    tasks: 'Tasks',
    none: 'No open tasks.',
    task: 'Task',
    of: (name: string) => `is ${name}’s`,
    about: 'About',
    and: ' and ',
    since: 'Since',
    answer: 'Settle',
    note: 'Note (optional)',
    finish: 'Done',
    drop: 'Not needed',
    settled: (count: number) => (count === 1 ? 'One settled task' : `${count} settled tasks`),
    state: 'State',
    kept: 'Note',
    states: { open: 'open', snoozed: 'snoozed', done: 'done', dropped: 'not needed' },
  },
} as const;

interface Props {
  readonly visit: CohortVisit;
  readonly tasks: readonly Task[];
  readonly names: ReadonlyMap<PersonId, string>;
  readonly onHold: OnHold;
  /** Names of those to whom tasks were handed over. */
  readonly colleagues: ReadonlyMap<MemberId, string>;
}

const waits = ({ state }: Task): boolean => state === 'open' || state === 'snoozed';

/** What a coordinator should do, and below it what became of the rest. */
export function Tasks({ visit, tasks, names, onHold, colleagues }: Props) {
  const { language, cohort, member } = visit;
  const text = texts[language];
  const sorted = [...tasks].sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const settled = sorted.filter((task) => !waits(task));
  const common = [
    {
      title: text.task,
      cell: (task: Task) => (
        <>
          {words[language].task[task.kind]}
          <RuleDetail task={task} language={language} onHold={onHold} />
          {task.assignedTo && colleagues.has(task.assignedTo) ? (
            <>
              <br />
              <small class="quiet">{text.of(colleagues.get(task.assignedTo) ?? '')}</small>
            </>
          ) : null}
        </>
      ),
    },
    { title: text.about, cell: ({ about }: Task) => namesOf(about, names).join(text.and) || '–' },
    { title: text.since, cell: ({ createdAt }: Task) => moment(createdAt, language, cohort.timeZone) },
  ];
  const answer = { title: text.answer, cell: (task: Task) => <Answer task={task} visit={visit} onHold={onHold} /> };
  return (
    <>
      <h2 id="tasks">{text.tasks}</h2>
      <Table
        caption={text.tasks}
        empty={text.none}
        rows={sorted.filter(waits)}
        columns={member.role === 'reader' ? common : [...common, answer]}
      />
      {settled.length > 0 ? (
        <details>
          <summary>{text.settled(settled.length)}</summary>
          <Table
            caption={text.settled(settled.length)}
            empty=""
            rows={settled}
            columns={[
              ...common,
              { title: text.state, cell: ({ state }: Task) => <span class="badge">{text.states[state]}</span> },
              { title: text.kept, cell: ({ note }: Task) => note || '–' },
            ]}
          />
        </details>
      ) : null}
    </>
  );
}

const namesOf = ({ personId, partnerId }: Task['about'], names: ReadonlyMap<PersonId, string>): string[] =>
  [personId, partnerId].flatMap((each) => (each && names.get(each)) ?? []);

function Answer({ task, visit, onHold }: { task: Task; visit: CohortVisit; onHold: OnHold }) {
  const text = texts[visit.language];
  const buttons = ruleButtons(task, visit.language, onHold) ?? [
    { what: 'finish', label: text.finish },
    { what: 'drop', label: text.drop },
  ];
  const note = `note-${task.taskId}`;
  return (
    <form method="post" action={`${homeOf(visit.cohort.cohortId)}/tasks/${task.taskId}`}>
      <label for={note}>
        {text.note}
        <textarea id={note} name="note" rows={2} maxLength={noteLength} />
      </label>
      <div class="actions">
        {buttons.map(({ what, label }, place) => (
          <button type="submit" name="what" value={what} class={place > 0 ? 'plain' : undefined} key={what}>
            {label}
          </button>
        ))}
      </div>
    </form>
  );
}
