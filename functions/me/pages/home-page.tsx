import type { Speaker } from '../../../shared/letter/content/voice.ts';
import { callNameOf, gone, type Participant } from '../../../shared/participant/participant.ts';
import { aheadOf } from '../../../shared/session/entry.ts';
import { wallClock } from '../../../shared/time/calendar.ts';
import { Notice } from '../../../shared/web/form.tsx';
import { participantPage } from '../../../shared/web/layout.tsx';
import type { OpenPair, Visit } from '../visit.ts';

/** What has just been done, to be said once after the form. */
export const done = ['session', 'next', 'data', 'letters', 'pause', 'resume', 'leave'] as const;
export type Done = (typeof done)[number];

export interface HomeView extends Pick<Visit, 'frame' | 'speaker' | 'me' | 'home' | 'trigger'> {
  readonly pairs: readonly OpenPair[];
  readonly done: Done | undefined;
}

const texts = ({ say, day, moment, programme }: Speaker, name: string) => ({
  title: say({ de: `Hallo ${name}`, en: `Hello ${name}` }),
  done: {
    session: say({ de: 'Das Treffen ist eingetragen. Danke!', en: 'The meeting is logged. Thank you!' }),
    next: say({ de: 'Gespeichert. So steht es jetzt hier unten.', en: 'Saved. This is how it stands now, below.' }),
    data: say({
      du: 'Deine Angaben sind gespeichert.',
      sie: 'Ihre Angaben sind gespeichert.',
      en: 'Your data is saved.',
    }),
    letters: say({
      du: 'Deine Auswahl ist gespeichert.',
      sie: 'Ihre Auswahl ist gespeichert.',
      en: 'Your choice is saved.',
    }),
    pause: say({
      du: 'Deine Pause hat begonnen. Bis du zurück bist, kommt keine Post von uns.',
      sie: 'Ihre Pause hat begonnen. Bis Sie zurück sind, kommt keine Post von uns.',
      en: 'Your break has begun. You will hear nothing from us until you are back.',
    }),
    resume: say({ de: 'Schön, dass es weitergeht!', en: 'Good to have you back!' }),
    leave: say({
      du: 'Du hast das Programm verlassen. Danke, dass du dabei warst.',
      sie: 'Sie haben das Programm verlassen. Danke, dass Sie dabei waren.',
      en: 'You have left the programme. Thank you for having been part of it.',
    }),
  } satisfies Record<Done, string>,
  state: {
    enrolled: say({ du: 'Du bist angemeldet.', sie: 'Sie sind angemeldet.', en: 'You are enrolled.' }),
    invited: say({
      du: 'Du bist eingeladen. Die Antwort gibst du über den Link in der Einladung.',
      sie: 'Sie sind eingeladen. Die Antwort geben Sie über den Link in der Einladung.',
      en: 'You are invited. The link in the invitation takes your answer.',
    }),
    confirmed: say({ du: 'Du bist dabei.', sie: 'Sie sind dabei.', en: 'You are in.' }),
    paused: say({ du: 'Du machst gerade Pause.', sie: 'Sie machen gerade Pause.', en: 'You are taking a break.' }),
    declined: say({ du: 'Du nimmst nicht teil.', sie: 'Sie nehmen nicht teil.', en: 'You do not take part.' }),
    withdrawn: say({
      du: 'Du nimmst nicht mehr teil.',
      sie: 'Sie nehmen nicht mehr teil.',
      en: 'You no longer take part.',
    }),
    left: say({ du: 'Du nimmst nicht mehr teil.', sie: 'Sie nehmen nicht mehr teil.', en: 'You no longer take part.' }),
    done: say({ de: `„${programme}“ ist abgeschlossen. Danke!`, en: `“${programme}” has ended. Thank you!` }),
    erased: '',
    'taken-back': '',
  } satisfies Record<Participant['state'], string>,
  waiting: say({
    du: 'Sobald dein Gegenüber feststeht, stellen wir euch per E-Mail vor.',
    sie: 'Sobald Ihr Gegenüber feststeht, stellen wir Sie per E-Mail vor.',
    en: 'As soon as your partner is known, we introduce you by email.',
  }),
  pair: (partner: string) => say({ du: `${partner} und du`, sie: `${partner} und Sie`, en: `${partner} and you` }),
  met: say({ de: 'Treffen', en: 'Meetings' }),
  last: say({ de: 'Zuletzt', en: 'Last one' }),
  next: say({ de: 'Nächstes', en: 'Next one' }),
  noneYet: say({ de: 'noch keins', en: 'none yet' }),
  noDate: say({ de: 'noch kein Termin', en: 'no date yet' }),
  log: say({ de: 'Treffen eintragen', en: 'Log a meeting' }),
  plan: say({ de: 'Termin setzen oder ändern', en: 'Set or change the date' }),
  resume: say({ de: 'Weitermachen', en: 'Go on' }),
  links: {
    data: say({ de: 'Meine Angaben ansehen und ändern', en: 'See and correct my data' }),
    letters: say({ de: 'Welche E-Mails ich bekomme', en: 'Which emails I get' }),
    pause: say({ de: 'Pause machen', en: 'Take a break' }),
    leave: say({ de: 'Aussteigen', en: 'Leave the programme' }),
  },
  more: say({ de: 'Alles Weitere', en: 'Everything else' }),
  /** With the hour, where the two have told it. */
  nextOn: (next: string, startsAt: string | undefined) => (startsAt === undefined ? day(next) : moment(startsAt)),
  day,
});

export function homePage({ frame, speaker, me, home, trigger, pairs, done: said }: HomeView): string {
  const words = texts(speaker, speaker.named({ name: me.name, callName: callNameOf(me) }));
  const active = me.state === 'confirmed' || me.state === 'paused';
  return participantPage({
    ...frame,
    title: words.title,
    children: (
      <>
        <div class="sheet">
          <h1>{words.title}</h1>
          {said === undefined ? null : <Notice tone="good" title={words.done[said]} />}
          <p class="lead">
            {words.state[me.state]} {me.state === 'confirmed' && pairs.length === 0 ? words.waiting : ''}
          </p>
          {me.state === 'paused' ? (
            <p class="actions">
              <a class="button" href={`${home}/resume`}>
                {words.resume}
              </a>
            </p>
          ) : null}
        </div>
        {active
          ? pairs.map((each) => {
              const { startsAt } = aheadOf(each.pair.entry, trigger.at) ?? {};
              const begins = startsAt && wallClock(startsAt, me.self.timeZone);
              return <PairSheet key={each.pair.pairId} {...each} words={words} home={home} begins={begins} />;
            })
          : null}
        {gone(me) ? null : (
          <div class="sheet">
            <h2>{words.more}</h2>
            <ul class="rows">
              <li>
                <a href={`${home}/data`}>{words.links.data}</a>
              </li>
              <li>
                <a href={`${home}/letters`}>{words.links.letters}</a>
              </li>
              {me.state === 'confirmed' ? (
                <li>
                  <a href={`${home}/pause`}>{words.links.pause}</a>
                </li>
              ) : null}
              {me.state === 'done' ? null : (
                <li>
                  <a href={`${home}/leave`}>{words.links.leave}</a>
                </li>
              )}
            </ul>
          </div>
        )}
      </>
    ),
  });
}

interface PairSheetProps extends OpenPair {
  readonly words: ReturnType<typeof texts>;
  readonly home: string;
  /** On the reader's wall clock. */
  readonly begins: string | undefined;
}

function PairSheet({ pair, partner, words, home, begins }: PairSheetProps) {
  return (
    <div class="sheet">
      <h2>{words.pair(partner ?? '…')}</h2>
      <dl class="facts">
        <dt>{words.met}</dt>
        <dd>{pair.sessions === 0 ? words.noneYet : pair.sessions}</dd>
        {pair.lastSession === undefined ? null : (
          <>
            <dt>{words.last}</dt>
            <dd>{words.day(pair.lastSession)}</dd>
          </>
        )}
        <dt>{words.next}</dt>
        <dd>{pair.nextSession === undefined ? words.noDate : words.nextOn(pair.nextSession, begins)}</dd>
      </dl>
      <p class="actions">
        <a class="button" href={`${home}/session`}>
          {words.log}
        </a>
        <a class="button plain" href={`${home}/next`}>
          {words.plan}
        </a>
      </p>
    </div>
  );
}
