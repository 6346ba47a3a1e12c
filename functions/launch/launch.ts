import type { Instant } from '../../events/define.ts';
import { cohorts, launched } from '../../shared/cohort/cohort.ts';
import { inviteLatecomers, launchCohort, typedRight } from '../../shared/cohort/launch.ts';
import { allOf, allParticipants } from '../../shared/desk/all-of.ts';
import { homeOf } from '../../shared/desk/cohort-visit.ts';
import { refusedReply } from '../../shared/desk/refused.tsx';
import { commandOf } from '../../shared/desk/visit.ts';
import { chosen } from '../../shared/letter/sample/people.ts';
import { stageMail } from '../../shared/letter/stage-mail.ts';
import { waitsForLetter } from '../../shared/participant/invite.ts';
import type { Participant } from '../../shared/participant/participant.ts';
import { type HrImport, hrImports } from '../../shared/submission/hr-import.ts';
import { submissions } from '../../shared/submission/submission.ts';
import { unnumbered } from '../../shared/table/aggregate.ts';
import { change } from '../../shared/table/commit.ts';
import { prefixOf } from '../../shared/table/keys.ts';
import type { Step } from '../../shared/table/table.dynamodb.ts';
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

/** POST there: launches; by the form of after the launch, sends to those who came since. */
export async function launch(visit: CohortVisit): Promise<Reply> {
  const { needs, cohort, request, trigger } = visit;
  const home = homeOf(cohort.cohortId);
  const waiting = (await allParticipants(needs.table, cohort.cohortId)).filter(waitsForLetter).length;
  // Each form says which of the two it is: one of before the launch, or its second press, writes to no newcomer.
  const round = request.form.get('round');
  if (!launched(cohort) && !needs.mayLaunch) return show(visit);
  const typed = request.form.get('typed') ?? '';
  const result = await needs.table.transact(async () => {
    const [current, file] = await Promise.all([needs.table.get(cohorts, cohort), needs.table.get(hrImports, cohort)]);
    const step =
      round === null
        ? launchCohort(current, { typed, waiting, at: trigger.at })
        : inviteLatecomers(current, { round: /^rnd_[0-9a-z]{8,36}$/.test(round) ? round : 'newcomers', waiting });
    if ('refused' in step) return step;
    const sent = sentAfter(file, trigger.at);
    if ('refused' in sent) return sent;
    return {
      command: commandOf(visit, round === null ? 'launch cohort' : 'invite newcomers'),
      changes: [
        change(cohorts, cohort, current, step.to),
        ...('to' in sent ? [change(hrImports, cohort, file, sent.to)] : []),
      ],
      says: step.says ?? [],
    };
  });
  if (result.ok) return seeOther(`${home}?done=${round === null ? 'launched' : 'newcomers'}`);
  if (result.refused === 'the name does not match') return show(visit, typed);
  // The same press once more finds what it wanted.
  const again = result.refused === 'launched already' && typedRight(typed, cohort);
  return again ? seeOther(`${home}?done=launched`) : refusedReply(visit, result.refused, home);
}

/**
 * Letters and the undo of a file exclude each other: whichever of the two is committed first, the other finds it. Nobody is
 * to be written to of a file that is being taken back.
 */
function sentAfter(file: HrImport | undefined, at: Instant): Step<HrImport> | { readonly none: true } {
  if (!file) return { none: true };
  if (file.undoing) return { refused: 'a file is being taken back' };
  const rest = unnumbered(file);
  return { to: rest.last ? { ...rest, last: { ...rest.last, sentAt: at } } : rest };
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
