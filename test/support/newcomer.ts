import { seededRandom } from '../../infra/local/clock/random.ts';
import type { Page } from '../../infra/local/rehearse/page.ts';
import { handsOf } from '../../infra/local/rehearse/person.ts';
import type { Rehearsal } from '../../infra/local/rehearse/rehearsal.ts';

/** Somebody whom no HR file has named opens the cohort's form and enrols; the link is the one on HR's desk. */
export async function enrolByForm(
  { town, hr }: Rehearsal,
  path: string,
  person: { name: string; email: string },
): Promise<Page> {
  const overview = await hr.open(path);
  const link = /value="(http[^"]*\/enrol\/[^"]+)"/.exec(overview.html)?.[1] ?? '';
  const hands = handsOf(town, seededRandom(person.email), 'de');
  const page = await hands.open(link.replaceAll('&amp;', '&'));
  const form = page.form('role').fill({ role: 'junior', ...person });
  form.fill({ topics: form.choices('topics').slice(0, 1) });
  return hands.submit(form);
}
