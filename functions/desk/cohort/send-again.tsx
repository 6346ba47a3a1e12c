import { LetterId } from '../../../events/ids.ts';
import { cohortReply } from '../../../shared/desk/cohort-frame.tsx';
import { homeOf } from '../../../shared/desk/cohort-visit.ts';
import { TextField } from '../../../shared/desk/form.tsx';
import { missingReply, refusedReply } from '../../../shared/desk/refused.tsx';
import { visibleOf } from '../../../shared/desk/visible-of.ts';
import { commandOf } from '../../../shared/desk/visit.ts';
import { words } from '../../../shared/desk/words.ts';
import { type Letter, letters } from '../../../shared/letter/letter.ts';
import { planLetter } from '../../../shared/letter/plan.ts';
import { copyOf, mayBeRepeated, reasonLength } from '../../../shared/letter/send-again.ts';
import { type Participant, participants } from '../../../shared/participant/participant.ts';
import { persons } from '../../../shared/person/person.ts';
import { type Reply, seeOther } from '../../../shared/web/http.ts';
import type { CohortVisit } from '../visit.ts';

const texts = {
  de: {
    title: 'Noch einmal senden',
    to: (kind: string, name: string) => `„${kind}“ an ${name}`,
    hint: 'Die Person bekommt dieselbe E-Mail ein zweites Mal. Der Grund wird protokolliert.',
    reason: 'Grund',
    send: 'Noch einmal senden',
    back: 'Zurück zu den E-Mails',
    noReason: `Bitte einen Grund angeben, höchstens ${reasonLength} Zeichen.`,
  },
  en: {
    title: 'Send again',
    to: (kind: string, name: string) => `“${kind}” to ${name}`,
    hint: 'This person gets the same letter a second time. The reason is logged.',
    reason: 'Reason',
    send: 'Send again',
    back: 'Back to the letters',
    noReason: `Please give a reason of at most ${reasonLength} characters.`,
  },
} as const;

/** GET /desk/cohorts/{cohort}/letters/{letter} */
export async function showAgain(visit: CohortVisit): Promise<Reply> {
  const found = await find(visit);
  return found ? page(visit, found) : missingReply(visit);
}

/** `typed`: a reason that is none. */
function page(visit: CohortVisit, { letter, reader }: Found, typed?: string): Reply {
  const text = texts[visit.language];
  const home = `${homeOf(visit.cohort.cohortId)}/letters`;
  return cohortReply(visit, {
    title: text.title,
    tab: 'letters',
    status: typed === undefined ? 200 : 422,
    children: (
      <section class="sheet">
        <h1>{text.title}</h1>
        <p>{text.to(words[visit.language].kind[letter.kind], reader?.name ?? '–')}</p>
        <p class="quiet">{text.hint}</p>
        <form method="post" action={`${home}/${letter.letterId}`}>
          <TextField
            name="reason"
            label={text.reason}
            value={typed ?? ''}
            error={typed === undefined ? undefined : text.noReason}
            required
          />
          <div class="actions">
            <button type="submit">{text.send}</button>
            <a href={home}>{text.back}</a>
          </div>
        </form>
      </section>
    ),
  });
}

/** POST there: the next copy, with a reason that the audit keeps. The same press twice is one copy. */
export async function sendAgain(visit: CohortVisit): Promise<Reply> {
  const found = await find(visit);
  if (!found) return missingReply(visit);
  const { needs, cohort, trigger, request } = visit;
  const home = `${homeOf(cohort.cohortId)}/letters`;
  const why = (request.form.get('reason') ?? '').trim();
  if (why === '' || why.length > reasonLength) return page(visit, found, why);
  const { letter, reader } = found;
  const person = reader && (await needs.table.get(persons, reader));
  const copy = copyOf(letter, reader, person, trigger.at);
  if ('refused' in copy) return refusedReply(visit, copy.refused, home);
  await planLetter(needs.table, { ...commandOf(visit, 'send letter again'), why }, copy);
  return seeOther(`${home}?done=again`);
}

interface Found {
  readonly letter: Letter;
  readonly reader: Participant | undefined;
}

/** The letter, if HR may see it and may send it again. */
async function find({ needs, cohort: { cohortId }, params }: CohortVisit): Promise<Found | undefined> {
  const letterId = LetterId.safeParse(params.letter);
  if (!letterId.success) return undefined;
  const [letter, visible] = await Promise.all([
    needs.table.get(letters, { scope: cohortId, letterId: letterId.data }),
    visibleOf(needs.table, cohortId),
  ]);
  if (!letter || !visible.letter(letter) || !mayBeRepeated(letter) || !('personId' in letter.to)) return undefined;
  return { letter, reader: await needs.table.get(participants, { cohortId, personId: letter.to.personId }) };
}
