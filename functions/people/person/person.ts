import { mayBeRepeated } from '../../../shared/letter/send-again.ts';
import { undoOf } from '../../../shared/participant/by-hr.ts';
import type { Reply } from '../../../shared/web/http.ts';
import type { Faults, Typed } from './fields.ts';
import { historyOf } from './history.ts';
import { around, lastConfirm, type PersonVisit } from './load.ts';
import { personReply } from './page.tsx';

/** What was sent and is not right yet. */
export interface Wrong {
  readonly typed?: Typed;
  readonly faults?: Faults;
  /** Which form lacks a reason. */
  readonly missing?: 'leave' | 'confirm-letter';
  readonly absence?: { readonly from: string; readonly to: string };
}

/** GET /desk/cohorts/{cohort}/people/{person} */
export const showPerson = (visit: PersonVisit): Promise<Reply> => personPage(visit);

export async function personPage(visit: PersonVisit, wrong: Wrong = {}): Promise<Reply> {
  const { person, trigger } = visit;
  const [near, confirm] = await Promise.all([around(visit), lastConfirm(visit)]);
  return personReply(visit, {
    near,
    history: await historyOf(visit, near.visible),
    mayAskAgain: person.state === 'invited' && confirm !== undefined && mayBeRepeated(confirm),
    mayUndo: undoOf(person, trigger.at) !== undefined,
    wrong,
  });
}
