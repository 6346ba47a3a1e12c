import type { PairAccepted } from '../../events/pair-accepted.ts';
import { cohorts } from '../../shared/cohort/cohort.ts';
import { canEnd } from '../../shared/cohort/draft.ts';
import { planConsent } from '../../shared/letter/plan-consent.ts';
import { comeTogether } from '../../shared/pair/come-together.ts';
import { askSenior, bothSaidYes } from '../../shared/pair/consent.ts';
import { questionAt } from '../../shared/pair/deadlines.ts';
import { pairs } from '../../shared/pair/pair.ts';
import { runs } from '../../shared/pairing/run.ts';
import { done, type Outcome } from '../../shared/runtime/logger.ts';
import type { EventOf, Trigger } from '../../shared/runtime/on-event.ts';
import type { Table } from '../../shared/table/table.dynamodb.ts';

/** One of the two has said yes: the senior is asked, or, once both have said it, the pair forms. */
export async function react(
  { cohortId, pairId }: EventOf<typeof PairAccepted>,
  { table }: { readonly table: Table },
  trigger: Trigger,
): Promise<Outcome> {
  const pair = await table.get(pairs, { cohortId, pairId });
  if (!pair) return done('gone', { pairId });
  if (bothSaidYes(pair)) {
    const formed = await comeTogether(table, trigger.command('form pair'), pair);
    return done(formed ? 'formed' : 'not formed', { pairId });
  }
  const [cohort, run] = [await table.get(cohorts, { cohortId }), await table.get(runs, pair)];
  const deadline = run?.consentDueAt;
  if (!cohort || !canEnd(cohort.state) || !deadline || deadline <= trigger.at) return done('too late', { pairId });
  const question = questionAt(trigger.at, deadline, cohort);
  const { item } = await table.change(pairs, pair, trigger.command('ask the senior'), (current) =>
    current ? askSenior(current, question) : { refused: 'gone' },
  );
  // Planned again by a duplicate, it is the same letter; a junior's second thought asks nobody twice.
  const asked =
    item?.consent?.senior &&
    (await planConsent(table, trigger.command('plan the letter to the senior'), item, 'consent-senior', 'senior'));
  return done(asked ? 'asked' : 'not applicable', { pairId });
}
