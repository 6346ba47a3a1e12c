import * as z from 'zod/mini';
import { commandWord, reasonOf } from '../../../shared/desk/command-words.ts';
import { whoDid } from '../../../shared/desk/who.ts';
import type { Visible } from '../../../shared/pair/visible.ts';
import { auditPrefixOf, keys } from '../../../shared/table/keys.ts';
import type { PersonVisit } from './load.ts';

const AuditRow = z.object({ command: z.string(), by: z.string(), at: z.string(), why: z._default(z.string(), '') });

/**
 * What HR may read of a person's own commits. Anything else (a place that a forming pair takes, a press that looked like a
 * machine's) stays out of sight: when it happened would tell what somebody has answered about a pair.
 */
const told = new Set([
  'enrol',
  'invite participant',
  'confirm',
  'decline',
  'pause',
  'resume',
  'leave',
  'correct data',
  'stop letters',
  'choose letters',
  'finish participant',
  'add place',
  'correct participant',
  'take back correction',
  'note absence',
  'pause participant',
  'resume participant',
  'end participation',
]);
const mostRows = 100;

export interface Done {
  readonly at: string;
  readonly what: string;
  readonly by: string;
  readonly why: string | undefined;
}

/** The commands about a person, newest first. */
export async function historyOf(visit: PersonVisit, visible: Visible): Promise<Done[]> {
  const { needs, person, language } = visit;
  const key = keys.participant(person);
  const [rows, who] = await Promise.all([Array.fromAsync(needs.table.rows(key.pk, auditPrefixOf(key))), whoDid(visit)]);
  // That mail fails while somebody may be asked about a pair would tell when they were written to.
  const shown = visible.mailOf(person) ? new Set([...told, 'stop mail']) : told;
  return rows
    .map((row) => z.parse(AuditRow, row))
    .filter(({ command }) => shown.has(command))
    .reverse()
    .slice(0, mostRows)
    .map(({ at, command, by, why }) => ({
      at,
      what: commandWord(command, language),
      by: who(by),
      why: by.startsWith('hr:') ? reasonOf(why) : undefined,
    }));
}
