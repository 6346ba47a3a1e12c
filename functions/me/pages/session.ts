import type { LocalDate, SessionId } from '../../../events/ids.ts';
import type { Pair } from '../../../shared/pair/pair.ts';
import { pairs } from '../../../shared/pair/pair.ts';
import { datesOf, logSession, type Told, wrongIn } from '../../../shared/session/log.ts';
import { type Session, sessionIdOf, sessions } from '../../../shared/session/session.ts';
import type { Table } from '../../../shared/table/table.dynamodb.ts';
import { calendarDate } from '../../../shared/time/calendar.ts';
import { page, type Reply, seeOther } from '../../../shared/web/http.ts';
import { type Answers, openPairs, type Visit } from '../visit.ts';
import { type SessionForm, sessionPage } from './session-page.tsx';

const movers = ['nobody', 'me', 'partner', 'both'] as const;
const date = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What a pair tells about a meeting; either side may, and both may about the same one. */
export const session: Answers = {
  show: (visit) => {
    const today = todayOf(visit);
    return form(visit, { date: today, minutes: '60', movedBy: 'nobody', next: '', pair: undefined }, {});
  },

  async save(visit) {
    const { request, me, home } = visit;
    const sent: SessionForm = {
      date: request.form.get('date') ?? '',
      minutes: request.form.get('minutes') ?? '',
      movedBy: movers.find((each) => each === request.form.get('movedBy')) ?? 'nobody',
      next: request.form.get('next') ?? '',
      pair: request.form.get('pair') ?? undefined,
    };
    const open = await openPairs(visit);
    const { pair } =
      open.find(({ pair: { pairId } }) => pairId === sent.pair) ?? (open.length === 1 ? (open[0] ?? {}) : {});
    if (!pair) return form(visit, sent, { wrong: ['pair'] });
    const told = toldIn(sent);
    const days = {
      today: todayOf(visit),
      formed: calendarDate(pair.formedAt ?? visit.cohort.createdAt, me.self.timeZone),
    };
    const wrong = told ? wrongIn(told, days) : (['date'] as const);
    if (!told || wrong.length > 0) return form(visit, sent, { wrong });
    if ((await visit.judged()) !== 'counts') return form(visit, sent, { onceMore: true });
    return seeOther((await log(visit, pair, told)) ? `${home}?done=session` : home);
  },
};

const todayOf = ({ me, trigger }: Visit): LocalDate => calendarDate(trigger.at, me.self.timeZone);

function toldIn(sent: SessionForm): Told | undefined {
  if (!real(sent.date) || (sent.next !== '' && !real(sent.next))) return undefined;
  return {
    date: sent.date,
    minutes: Number(sent.minutes),
    movedBy: sent.movedBy,
    ...(sent.next === '' ? {} : { next: sent.next }),
  };
}

/** A date that the calendar has: 30 February is none. */
const real = (text: string) => date.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

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
  const { cohortId, pairId } = pair;
  const dates = datesOf(told, pair);
  const get = async (day: LocalDate | undefined): Promise<Session | undefined> => {
    if (day === undefined) return undefined;
    const sessionId: SessionId = sessionIdOf(pairId, day);
    return table.get(sessions, { cohortId, pairId, sessionId });
  };
  const [session, next, planned] = await Promise.all([get(dates.date), get(dates.next), get(dates.planned)]);
  return { session, next, planned };
}
