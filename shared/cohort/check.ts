import type { LocalDate } from '../../events/ids.ts';
import { darkened } from '../letter/content/accent.ts';
import { addDays, knownZone } from '../time/local.ts';
import type { CohortSettings } from './cohort.ts';

export interface Objection {
  /** The setting that is wrong, as a path. */
  readonly path: readonly (string | number)[];
  readonly why:
    | 'no such date'
    | 'no such zone'
    | 'after the start'
    | 'not after the start'
    | 'not after today'
    | 'works at the desk'
    | 'too light'
    | 'not before the close'
    | 'no time for two questions';
  /** What would do. */
  readonly instead?: string;
}

/** What the shape of the settings cannot say: zones and dates exist, follow each other, and contacts are independent. */
export function objectionsTo(
  settings: CohortSettings,
  { today, atDesk, endMoves }: { today: LocalDate; atDesk: ReadonlySet<string>; endMoves: boolean },
): Objection[] {
  const dates = ['enrolmentDeadline', 'start', 'end'] as const;
  const unreal = [
    ...dates.filter((date) => !real(settings[date])).map((date) => [date]),
    ...settings.holidays.flatMap((date, place) => (real(date) ? [] : [['holidays', place]])),
  ];
  const coordinating = new Set(settings.coordinators.map(({ address }) => address));
  return [
    ...unreal.map((path): Objection => ({ path, why: 'no such date' })),
    ...when(!knownZone(settings.timeZone), ['timeZone'], 'no such zone'),
    // People may still join a cohort that runs already.
    ...when(
      settings.enrolmentDeadline > (settings.start > today ? settings.start : settings.end),
      ['enrolmentDeadline'],
      'after the start',
    ),
    ...when(settings.end <= settings.start, ['end'], 'not after the start'),
    ...when(endMoves && settings.end <= today, ['end'], 'not after today'),
    ...tooLight(settings.branding.colour),
    ...consentTimes(settings.timers),
    // Who is asked for help must not be somebody whom the person may want help against, nor read HR's desk.
    ...settings.independentContacts.flatMap(({ address }, place) =>
      when(
        atDesk.has(address) || coordinating.has(address),
        ['independentContacts', place, 'address'],
        'works at the desk',
      ),
    ),
  ];
}

const when = (wrong: boolean, path: Objection['path'], why: Objection['why']): Objection[] =>
  wrong ? [{ path, why }] : [];

/** White words stand on it, in every letter. */
function tooLight(colour: string): Objection[] {
  const instead = darkened(colour);
  return instead === colour ? [] : [{ path: ['branding', 'colour'], why: 'too light', instead }];
}

/** A reminder comes while an answer still counts, and a senior who is asked on the last day has as long as the junior. */
function consentTimes({ consentReminder, consentCloses, consentSettles }: CohortSettings['timers']): Objection[] {
  const [latest, least] = [consentCloses - 1, 2 * consentCloses];
  const late: Objection = {
    path: ['timers', 'consentReminder'],
    why: 'not before the close',
    instead: String(latest),
  };
  const short: Objection = {
    path: ['timers', 'consentSettles'],
    why: 'no time for two questions',
    instead: String(least),
  };
  return [...(consentReminder > latest ? [late] : []), ...(consentSettles < least ? [short] : [])];
}

function real(date: LocalDate): boolean {
  try {
    addDays(date, 0);
    return true;
  } catch {
    return false;
  }
}
