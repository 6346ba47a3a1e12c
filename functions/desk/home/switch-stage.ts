import type { Scope } from '../../../events/ids.ts';
import { cohorts } from '../../../shared/cohort/cohort.ts';
import { commandOf } from '../../../shared/desk/visit.ts';
import { stageMail, stopStage } from '../../../shared/letter/stage-mail.ts';
import { prefixOf } from '../../../shared/table/keys.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { MemberVisit } from '../visit.ts';

/** POST /desk/letters-stopped: `stopped` is yes or no; nothing goes out by a form that says neither. */
export async function switchStage(visit: MemberVisit): Promise<Reply> {
  const { needs, request, trigger } = visit;
  const asked = request.form.get('stopped');
  if (asked !== 'yes' && asked !== 'no') return seeOther('/desk');
  const stopped = asked === 'yes';
  const scopes: Scope[] = ['stage'];
  for await (const { cohortId } of needs.table.list(cohorts, ['cohorts'], prefixOf.cohort)) scopes.push(cohortId);
  const command = commandOf(visit, stopped ? 'stop letters of the stage' : 'resume letters of the stage');
  await needs.table.change(stageMail, {}, command, (current) => stopStage(current, stopped, trigger.at, scopes));
  return seeOther('/desk');
}
