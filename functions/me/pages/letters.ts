import { participants } from '../../../shared/participant/participant.ts';
import { chooseLetters } from '../../../shared/participant/stop.ts';
import { page, type Reply, seeOther } from '../../../shared/web/http.ts';
import type { Answers, Visit } from '../visit.ts';
import { lettersPage } from './letters-page.tsx';

const form = async (visit: Visit, onceMore: boolean): Promise<Reply> =>
  page(lettersPage({ ...visit, onceMore, rendered: await visit.rendered() }), onceMore ? 409 : 200);

/** Which letters may come: what may be stopped can also be allowed again. */
export const letters: Answers = {
  show: (visit) => form(visit, false),
  async save(visit) {
    const { me, needs, trigger, request, home } = visit;
    if ((await visit.judged()) !== 'counts') return form(visit, true);
    const command = { ...trigger.command('choose letters'), by: `participant:${me.personId}` };
    await needs.table.change(participants, me, command, (current) =>
      current ? chooseLetters(current, request.form.getAll('letters')) : { refused: 'nobody' },
    );
    return seeOther(`${home}?done=letters`);
  },
};
