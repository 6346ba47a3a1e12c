import type { Cohort } from '../../../shared/cohort/cohort.ts';
import { leave } from '../../../shared/participant/leave.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { pause, resume } from '../../../shared/participant/pause.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { page, type Reply, seeOther } from '../../../shared/web/http.ts';
import type { Answers, Visit } from '../visit.ts';
import { type StepName, stepPage } from './steps-page.tsx';

/** Pages of one question and one button: pause, go on, leave. */
const step = (name: StepName, decide: (participant: Participant, cohort: Cohort) => Step<Participant>): Answers => {
  const show = async (visit: Visit, onceMore: boolean): Promise<Reply> =>
    page(stepPage({ ...visit, name, onceMore, rendered: await visit.rendered() }), onceMore ? 409 : 200);
  return {
    // A step that is not possible from here, or was taken already, leads to the page that says how things are.
    show: async (visit) => ('refused' in decide(visit.me, visit.cohort) ? seeOther(visit.home) : show(visit, false)),
    async save(visit) {
      const { cohort, me, needs, trigger, home } = visit;
      if ((await visit.judged()) !== 'counts') return show(visit, true);
      const command = { ...trigger.command(name), by: `participant:${me.personId}` };
      const { ok } = await needs.table.change(participants, me, command, (current) =>
        current ? decide(current, cohort) : { refused: 'nobody' },
      );
      return seeOther(ok ? `${home}?done=${name}` : home);
    },
  };
};

export const pausing = step('pause', pause);
export const resuming = step('resume', resume);
export const leaving = step('leave', leave);
