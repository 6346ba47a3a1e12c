import { cohorts, launched } from '../../shared/cohort/cohort.ts';
import { inviteLatecomers, launchCohort } from '../../shared/cohort/launch.ts';
import { allOf, allParticipants } from '../../shared/desk/all-of.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { refusedReply } from '../../shared/desk/refused.tsx';
import { commandOf } from '../../shared/desk/visit.ts';
import { chosen } from '../../shared/letter/sample/people.ts';
import { stageMail } from '../../shared/letter/stage-mail.ts';
import { waitsForLetter } from '../../shared/participant/invite.ts';
import type { Participant } from '../../shared/participant/participant.ts';
import { submissions } from '../../shared/submission/submission.ts';
import { prefixOf } from '../../shared/table/keys.ts';
import { localDate } from '../../shared/time/local.ts';
import { type Reply, seeOther } from '../../shared/web/http.ts';
import { missingIn } from './missing.ts';
import { launchPage } from './page.tsx';
import type { CohortVisit } from './visit.ts';

const allSubmissions = allOf(submissions, prefixOf.submission);

/** GET /desk/cohorts/{cohort}/launch: who would get what, before anything happens. */
export async function showLaunch(visit: CohortVisit): Promise<Reply> {
  return show(visit);
}

/** POST there: launches, or after the launch sends to those who came since. */
export async function launch(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, trigger } = visit;
  const home = homeOf(cohort.cohortId);
  const waiting = (await allParticipants(needs.table, cohort.cohortId)).filter(waitsForLetter).length;
  const late = launched(cohort);
  const round = request.form.get('round') ?? '';
  if (!late && !needs.mayLaunch) return show(visit);
  const result = await needs.table.change(
    cohorts,
    cohort,
    commandOf(visit, late ? 'invite newcomers' : 'launch cohort'),
    (current) =>
      late
        ? inviteLatecomers(current, { round: /^rnd_[0-9a-z]{8,36}$/.test(round) ? round : 'newcomers', waiting })
        : launchCohort(current, { typed: request.form.get('typed') ?? '', waiting, at: trigger.at }),
  );
  if (result.ok) return seeOther(`${home}?done=${late ? 'newcomers' : 'launched'}`);
  if (result.refused === 'the name does not match') return show(visit, request.form.get('typed') ?? '');
  return refusedReply(visit, result.refused, home);
}

async function show(visit: CohortVisit, wrong?: string): Promise<Reply> {
  const { needs, cohort } = visit;
  const [people, told, mail] = await Promise.all([
    allParticipants(needs.table, cohort.cohortId),
    allSubmissions(needs.table, cohort.cohortId),
    needs.table.get(stageMail, {}),
  ]);
  const today = localDate(visit.trigger.at, cohort.timeZone);
  const waiting = people.filter(waitsForLetter);
  return launchPage(visit, {
    counts: { junior: countOf(waiting, 'junior'), senior: countOf(waiting, 'senior') },
    missing: missingIn(cohort, { people, submissions: told, mail, today }),
    mail,
    samples: chosen(people, cohort),
    wrong,
    round: `rnd_${needs.randomId()}`,
  });
}

const countOf = (people: readonly Participant[], role: 'junior' | 'senior') =>
  people.filter((each) => each.role === role).length;
