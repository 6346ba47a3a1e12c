import type { Pair } from '../../../shared/pair/pair.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { datesOf, logSession, type Told, wrongIn } from '../../../shared/session/log.ts';
import { sessionOn } from '../../../shared/session/on-day.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { calendarDate } from '../../../shared/time/calendar.ts';
import { page, type Reply, seeOther } from '../../../shared/web/http.ts';
import { type Answers, openPairs, type Visit } from '../visit.ts';
import { real, startIn, todayOf } from './days.ts';
import { type SessionForm, sessionPage } from './session-page.tsx';

const movers = ['nobody', 'me', 'partner', 'both'] as const;

/** What a pair tells about a meeting; either side may, and both may about the same one. */
export const session: Answers = {
  show: (visit) => {
    const today = todayOf(visit);
    return form(visit, { date: today, minutes: '60', movedBy: 'nobody', next: '', nextTime: '', pair: undefined }, {});
  },

  async save(visit) {
    const { request, me, home } = visit;
    const sent: SessionForm = {
      date: request.form.get('date') ?? '',
      minutes: request.form.get('minutes') ?? '',
      movedBy: movers.find((each) => each === request.form.get('movedBy')) ?? 'nobody',
      next: request.form.get('next') ?? '',
      nextTime: request.form.get('nextTime') ?? '',
      pair: request.form.get('pair') ?? undefined,
    };
    const open = await openPairs(visit);
    const { pair } =
      open.find(({ pair: { pairId } }) => pairId === sent.pair) ?? (open.length === 1 ? (open[0] ?? {}) : {});
    if (!pair) return form(visit, sent, { wrong: ['pair'] });
    const told = toldIn(sent, me.self.timeZone);
    const days = {
      today: todayOf(visit),
      now: visit.trigger.at,
      formed: calendarDate(pair.formedAt ?? visit.cohort.createdAt, me.self.timeZone),
    };
    const wrong = typeof told === 'string' ? [told] : wrongIn(told, days);
    if (typeof told === 'string' || wrong.length > 0) return form(visit, sent, { wrong });
    if ((await visit.judged()) !== 'counts') return form(visit, sent, { onceMore: true });
    return seeOther((await log(visit, pair, told)) ? `${home}?done=session` : home);
  },
};

function toldIn(sent: SessionForm, zone: string): Told | 'date' | 'next' {
  if (!real(sent.date)) return 'date';
  const start = startIn(sent.next, sent.nextTime, zone);
  if (start === 'wrong') return 'next';
  return {
    date: sent.date,
    minutes: Number(sent.minutes),
    movedBy: sent.movedBy,
    ...(sent.next === '' ? {} : { next: sent.next }),
    ...(start ? { nextStart: start } : {}),
  };
}

async function form(
  visit: Visit,
  sent: SessionForm,
  { wrong = [], onceMore = false }: { wrong?: readonly string[]; onceMore?: boolean },
): Promise<Reply> {
  const today = todayOf(visit);
  const status = onceMore ? 409 : wrong.length > 0 ? 422 : 200;
  const view = { ...visit, pairs: await openPairs(visit), sent, today, wrong, onceMore };
  return page(sessionPage({ ...view, rendered: await visit.rendered() }), status);
}

async function log({ needs: { table }, trigger, me }: Visit, { cohortId, pairId }: Pair, told: Told): Promise<boolean> {
  const command = { ...trigger.command('log session'), by: `participant:${me.personId}` };
  const { ok } = await table.transact(async () => {
    const pair = await table.get(pairs, { cohortId, pairId });
    if (!pair) return { refused: 'no such pair' };
    const known = await sessionsOf(table, pair, told);
    const decision = logSession({ pair, ...known }, me.role, told, trigger.at);
    return 'refused' in decision ? decision : { command, ...decision };
  });
  return ok;
}

async function sessionsOf(table: Table, pair: Pair, told: Told) {
  const { date, next, planned } = datesOf(told, pair);
  const on = (day: string | undefined) => sessionOn(table, pair, day);
  const [one, another, third] = await Promise.all([on(date), on(next), on(planned)]);
  return { session: one, next: another, planned: third };
}
