import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { commandOf } from '../../shared/desk/visit.ts';
import { planLetter } from '../../shared/letter/plan.ts';
import { type Reply, securityHeaders, seeOther } from '../../shared/web/http.ts';
import { galleryPage } from './gallery-page.tsx';
import { type Choice, choiceOf, written } from './sample.ts';
import type { CohortVisit } from './visit.ts';

/** GET /desk/cohorts/{cohort}/launch/letters?to=&kind=&mode=: one letter as it arrives, and the way to all others. */
export async function showLetters(visit: CohortVisit): Promise<Reply> {
  const choice = await choiceOf(visit);
  if (!choice) return nobody(visit);
  const reply = galleryPage(visit, choice, await written(visit, choice), `rnd_${visit.needs.randomId()}`);
  const { 'content-security-policy': policy } = securityHeaders({ script: false });
  return { ...reply, headers: { ...reply.headers, 'content-security-policy': `${policy}; frame-src 'self'` } };
}

/** GET …/launch/letters/shown: the letter alone, for a frame of that page. It brings styles of its own and may do nothing. */
export async function showLetter(visit: CohortVisit): Promise<Reply> {
  const choice = await choiceOf(visit);
  if (!choice) return nobody(visit);
  const { html } = await written(visit, choice);
  return {
    status: 200,
    body: themed(html, choice.dark),
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    },
  };
}

/** POST …/launch/letters: sends one letter, or all of this person, to whoever presses the button. */
export async function sendSamples(visit: CohortVisit): Promise<Reply> {
  const { request, needs, cohort, member } = visit;
  const choice = await choiceOf(visit);
  if (!choice) return nobody(visit);
  const { me, partner, kinds, kind } = choice;
  const given = request.form.get('round') ?? '';
  const round = /^rnd_[0-9a-z]{8,36}$/.test(given) ? given : 'samples';
  const sent = request.form.get('what') === 'all' ? kinds : [kind];
  for (const each of sent) {
    await planLetter(needs.table, commandOf(visit, 'send sample'), {
      scope: cohort.cohortId,
      kind: 'sample',
      to: { memberId: member.memberId },
      subject: {
        sample: { kind: each, personId: me.personId, ...(partner ? { partnerId: partner.personId } : {}), round },
      },
    });
  }
  return seeOther(`${pathOf(visit, choice)}&sent=${sent.length}`);
}

const nobody = ({ cohort }: CohortVisit): Reply => seeOther(`${homeOf(cohort.cohortId)}/launch`);

export const pathOf = ({ cohort }: CohortVisit, { me, kind, dark }: Pick<Choice, 'me' | 'kind' | 'dark'>): string =>
  `${homeOf(cohort.cohortId)}/launch/letters?to=${me.role}&kind=${kind}${dark ? '&mode=dark' : ''}`;

/** The reader of this page decides what it shows, not her own device. */
const themed = (html: string, dark: boolean): string =>
  html
    .replaceAll('(prefers-color-scheme: dark)', dark ? 'all' : 'not all')
    .replaceAll('content="light dark"', `content="${dark ? 'dark' : 'light'}"`);
