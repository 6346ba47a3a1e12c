import { seededRandom } from '../../infra/local/clock/random.ts';
import { handsOf } from '../../infra/local/rehearse/person.ts';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';

/** HR asks a colleague to the desk, who may read along, and looks at what was done. */
export async function inviteColleague({ hr }: Rehearsal, path: string): Promise<void> {
  const page = await hr.open('/desk/staff/invite');
  const [cohort = ''] = /coh_\w+/.exec(path) ?? [];
  const address = 'petra.lenz@nordwerk.example';
  await hr.send(page.form('address').fill({ name: 'Petra Lenz', address, language: 'de', role: 'reader', cohort }));
  await hr.open(`${path}/audit`);
}

/** Somebody opens the page for the next meeting from their last letter, and sets a date with its hour. */
export async function planMeeting({ town }: Rehearsal, who: string, date: string, time: string): Promise<void> {
  const last = town.letters(who).at(-1);
  const hands = handsOf(town, seededRandom(`${who} ${date}`), 'de');
  const page = await hands.open(`${last?.link(/\/me\/[^/]+$/)}/next`);
  await hands.submit(page.form('date').fill({ date, time }));
}
