import { Cron } from 'croner';
import { Temporal } from 'temporal-polyfill';
import { ServiceError } from '../service-error.ts';

/** When a schedule fires. Moments are milliseconds since 1970. */
export interface Timing {
  /** Fires at most once. */
  oneTime: boolean;
  /** The first firing that is later than this moment. */
  next(after: number): number | undefined;
}

const minuteMs = 60_000;
const units: Record<string, number> = { minute: minuteMs, hour: 60 * minuteMs, day: 1440 * minuteMs };

const invalid = (expression: string) =>
  new ServiceError('ValidationException', `Invalid Schedule Expression ${expression}.`);

/**
 * Compiles `at(…)`, `rate(…)` or `cron(…)`; the time zone counts for the first and the last.
 * A rate starts with the first minute after `startsAt`: AWS starts it at once and promises no more than the minute.
 */
export function compileExpression(expression: string, timeZone: string, startsAt: number): Timing {
  const [, kind, argument = ''] = /^(at|rate|cron)\((.+)\)$/.exec(expression) ?? [];
  if (!isTimeZone(timeZone)) throw new ServiceError('ValidationException', `Invalid time zone ${timeZone}.`);
  if (kind === 'at') return at(argument, timeZone, expression);
  if (kind === 'rate') return rate(argument, startsAt, expression);
  if (kind === 'cron') return cron(argument, timeZone, expression);
  throw invalid(expression);
}

function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

function at(argument: string, timeZone: string, expression: string): Timing {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(argument)) throw invalid(expression);
  try {
    const moment = Temporal.PlainDateTime.from(argument, { overflow: 'reject' }).toZonedDateTime(
      timeZone,
    ).epochMilliseconds;
    return { oneTime: true, next: (after) => (moment > after ? moment : undefined) };
  } catch {
    throw invalid(expression);
  }
}

function rate(argument: string, startsAt: number, expression: string): Timing {
  const [, count = '', unit = ''] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(argument) ?? [];
  const period = Number(count) * (units[unit] ?? 0);
  if (period === 0) throw invalid(expression);
  const first = (Math.floor(startsAt / minuteMs) + 1) * minuteMs;
  return {
    oneTime: false,
    next: (after) => (after < first ? first : first + (Math.floor((after - first) / period) + 1) * period),
  };
}

/** Croner finds the wall-clock times as if in UTC; only then do they become moments of the zone. */
function cron(argument: string, timeZone: string, expression: string): Timing {
  const fields = argument.trim().split(/\s+/);
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields;
  // One of the two day fields must be `?`, as AWS demands.
  if (fields.length !== 6 || (dayOfMonth === '?') === (dayOfWeek === '?')) throw invalid(expression);
  const pattern = ['0', minutes, hours, any(dayOfMonth), month, any(dayOfWeek), year].join(' ');
  let wallClock: Cron;
  try {
    wallClock = new Cron(pattern, { timezone: 'UTC', mode: '7-part', alternativeWeekdays: true, paused: true });
  } catch {
    throw invalid(expression);
  }
  return {
    oneTime: false,
    next(after) {
      // A day earlier on the wall clock is early enough in every zone, also where an hour repeats.
      let wall = wallClock.nextRun(new Date(wallOf(after, timeZone) - 1440 * minuteMs));
      while (wall) {
        const moment = momentOf(wall, timeZone);
        if (moment !== undefined && moment > after) return moment;
        wall = wallClock.nextRun(wall);
      }
      return undefined;
    },
  };
}

const any = (field = '') => (field === '?' ? '*' : field);

const wallOf = (moment: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDateTime().toZonedDateTime('UTC')
    .epochMilliseconds;

/** A wall-clock time that a zone skips does not fire; one that it repeats fires once, the first time. */
function momentOf(wall: Date, timeZone: string): number | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(wall.getTime()).toZonedDateTimeISO('UTC').toPlainDateTime();
  const moment = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  return moment.toPlainDateTime().equals(local) ? moment.epochMilliseconds : undefined;
}
