import { pairs } from '../../../shared/pair/pair.ts';
import { aheadOf } from '../../../shared/session/entry.ts';
import { sessionOn } from '../../../shared/session/on-day.ts';
import { type Plan, planSession, wrongPlan } from '../../../shared/session/plan.ts';
import { wallClock } from '../../../shared/time/calendar.ts';
import { page, type Reply, seeOther } from '../../../shared/web/http.ts';
import { type Answers, type OpenPair, openPairs, type Visit } from '../visit.ts';
import { startIn, todayOf } from './days.ts';
import { type NextForm, nextPage } from './next-page.tsx';

/** When a pair meets next: either side sets, moves or cancels it. With an hour it goes into the calendars of both. */
export const next: Answers = {
  async show(visit) {
    const open = await openPairs(visit);
    const [only] = open.length === 1 ? open : [];
    return form(
      visit,
      open,
      { ...(only ? standing(visit, only) : { date: '', time: '' }), plan: 'set', pair: undefined },
      {},
    );
  },

  async save(visit) {
    const { request, home } = visit;
    const sent: NextForm = {
      plan: request.form.get('plan') === 'none' ? 'none' : 'set',
      date: request.form.get('date') ?? '',
      time: request.form.get('time') ?? '',
      pair: request.form.get('pair') ?? undefined,
    };
    const open = await openPairs(visit);
    const chosen = open.find(({ pair }) => pair.pairId === sent.pair) ?? (open.length === 1 ? open[0] : undefined);
    if (!chosen) return form(visit, open, sent, { wrong: ['pair'] });
    const plan = planIn(visit, sent);
    if (!plan) return form(visit, open, sent, { wrong: ['date'] });
    if ((await visit.judged()) !== 'counts') return form(visit, open, sent, { onceMore: true });
    const saved = await save(visit, chosen, plan);
    if (saved === 'wrong') return form(visit, open, sent, { wrong: ['date'] });
    return seeOther(saved === 'saved' ? `${home}?done=next` : home);
  },
};

/** What is planned as it stands, on the reader's own clock. */
function standing({ me, trigger }: Visit, { pair }: OpenPair): Pick<NextForm, 'date' | 'time'> {
  const { nextSession } = pair;
  if (nextSession === undefined || nextSession < todayOf({ me, trigger })) return { date: '', time: '' };
  const entry = aheadOf(pair.entry, trigger.at);
  if (!entry) return { date: nextSession, time: '' };
  const [date = nextSession, time = ''] = wallClock(entry.startsAt, me.self.timeZone).split('T');
  return { date, time };
}

function planIn(visit: Visit, { plan, date, time }: NextForm): Plan | undefined {
  if (plan === 'none') return plan;
  const start = startIn(date, time, visit.me.self.timeZone);
  if (start === 'wrong' || date === '' || date < todayOf(visit)) return undefined;
  return { date, ...(start ? { startsAt: start } : {}) };
}

async function save(
  visit: Visit,
  { pair: { cohortId, pairId } }: OpenPair,
  plan: Plan,
): Promise<'saved' | 'known' | 'wrong'> {
  const { needs, trigger, me } = visit;
  const { table } = needs;
  const command = { ...trigger.command('plan session'), by: `participant:${me.personId}` };
  let wrong = false;
  const { ok } = await table.transact(async () => {
    const pair = await table.get(pairs, { cohortId, pairId });
    if (!pair) return { refused: 'no such pair' };
    const [there, planned] = await Promise.all([
      sessionOn(table, pair, plan === 'none' ? undefined : plan.date),
      sessionOn(table, pair, pair.nextSession),
    ]);
    wrong = plan !== 'none' && wrongPlan(plan, { today: todayOf(visit), now: trigger.at, next: there });
    if (wrong) return { refused: 'cannot be' };
    const decision = planSession({ pair, next: there, planned }, plan, trigger.at);
    return 'refused' in decision ? decision : { command, ...decision };
  });
  return wrong ? 'wrong' : ok ? 'saved' : 'known';
}

async function form(
  visit: Visit,
  open: readonly OpenPair[],
  sent: NextForm,
  { wrong = [], onceMore = false }: { wrong?: readonly string[]; onceMore?: boolean },
): Promise<Reply> {
  const status = onceMore ? 409 : wrong.length > 0 ? 422 : 200;
  const view = { ...visit, pairs: open, sent, today: todayOf(visit), wrong, onceMore };
  return page(nextPage({ ...view, rendered: await visit.rendered() }), status);
}
