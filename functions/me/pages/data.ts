import { reassisted } from '../../../shared/participant/assistant.ts';
import { correct } from '../../../shared/participant/correct.ts';
import { type Participant, participants, type SelfTold } from '../../../shared/participant/participant.ts';
import { readSelf, type WrongSelf } from '../../../shared/participant/self-form.ts';
import type { Step } from '../../../shared/table/table.dynamodb.ts';
import { page, type Reply, seeOther } from '../../../shared/web/http.ts';
import type { Answers, Visit } from '../visit.ts';
import { dataPage } from './data-page.tsx';

/** The calendar of an assistant follows. */
function corrected(current: Participant, self: SelfTold): Step<Participant> {
  const step = correct(current, self);
  return 'refused' in step ? step : { ...step, ...reassisted(current, step.to) };
}

async function form(
  visit: Visit,
  self: SelfTold,
  { wrong = [], onceMore = false }: { wrong?: readonly WrongSelf[]; onceMore?: boolean } = {},
): Promise<Reply> {
  const status = onceMore ? 409 : wrong.length > 0 ? 422 : 200;
  return page(dataPage({ ...visit, self, wrong, onceMore, rendered: await visit.rendered() }), status);
}

/** What we know of somebody: HR's facts to read, one's own words to correct. */
export const data: Answers = {
  show: (visit) => form(visit, visit.me.self),
  async save(visit) {
    const { me, cohort, needs, trigger, request, home } = visit;
    const { self, wrong } = readSelf(request.form, me.self, cohort.topics);
    if (wrong.length > 0) return form(visit, self, { wrong });
    if ((await visit.judged()) !== 'counts') return form(visit, self, { onceMore: true });
    const command = { ...trigger.command('correct data'), by: `participant:${me.personId}` };
    const { ok } = await needs.table.change(participants, me, command, (current) =>
      current ? corrected(current, readSelf(request.form, current.self, cohort.topics).self) : { refused: 'nobody' },
    );
    return seeOther(ok ? `${home}?done=data` : home);
  },
};
