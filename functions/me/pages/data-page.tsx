import { Fragment } from 'preact';
import type { Speaker } from '../../../shared/letter/content/voice.ts';
import type { SelfTold, WorkingHours } from '../../../shared/participant/participant.ts';
import { sameHours, type WrongSelf, weekdays } from '../../../shared/participant/self-form.ts';
import { Checks, Choices, Notice, SaveForm } from '../../../shared/web/form.tsx';
import { participantPage } from '../../../shared/web/layout.tsx';
import { OnceMore } from '../../../shared/web/once-more.tsx';
import { SelfFields } from '../../../shared/web/self-fields.tsx';
import type { Visit } from '../visit.ts';

export interface DataView extends Pick<Visit, 'frame' | 'speaker' | 'home' | 'me' | 'cohort'> {
  readonly self: SelfTold;
  readonly wrong: readonly WrongSelf[];
  readonly onceMore: boolean;
  readonly rendered: string;
}

const texts = ({ say }: Speaker) => ({
  title: say({ de: 'Meine Angaben', en: 'My data' }),
  fromHr: say({ de: 'Von HR', en: 'From HR' }),
  fromHrHint: say({
    de: 'Das stammt aus der Personalliste. Falls etwas nicht stimmt, hilft die Koordination.',
    en: 'This comes from HR’s list. If something is wrong, the coordinators help.',
  }),
  name: 'Name',
  address: say({ de: 'E-Mail', en: 'Email' }),
  role: say({ de: 'Rolle', en: 'Role' }),
  roles: { junior: 'Junior', senior: 'Senior' },
  level: say({ de: 'Ebene', en: 'Level' }),
  unit: say({ de: 'Bereich', en: 'Unit' }),
  site: say({ de: 'Standort', en: 'Site' }),
  fromMe: say({ de: 'Von mir', en: 'From me' }),
  letterLanguage: say({ de: 'Sprache der E-Mails', en: 'Language of emails' }),
  zone: say({ de: 'Zeitzone', en: 'Time zone' }),
  hours: say({ de: 'An welchen Tagen passt ein Treffen?', en: 'On which days could you meet?' }),
  from: say({ de: 'Von', en: 'From' }),
  to: say({ de: 'Bis', en: 'To' }),
  ownHours: (text: string) =>
    say({
      de: `Bisher: ${text}. Alles leer lassen, damit es so bleibt.`,
      en: `So far: ${text}. Leave everything empty to keep it.`,
    }),
  mode: say({
    du: 'Wie triffst du dich am liebsten?',
    sie: 'Wie treffen Sie sich am liebsten?',
    en: 'How would you rather meet?',
  }),
  modes: {
    any: say({ de: 'Egal', en: 'Either way' }),
    'in person': say({ de: 'Persönlich', en: 'In person' }),
    remote: say({ de: 'Online', en: 'Remote' }),
  },
  contact: say({
    du: 'Wer macht Termine für dich? (E-Mail, falls jemand)',
    sie: 'Wer macht Termine für Sie? (E-Mail, falls jemand)',
    en: 'Who schedules for you? (email, if anybody)',
  }),
  contactHint: say({ de: 'Bekommt nur Termine zu sehen.', en: 'Gets to see dates only.' }),
  save: say({ de: 'Speichern', en: 'Save' }),
  back: say({ de: 'Zurück', en: 'Back' }),
  wrong: {
    title: say({ de: 'Noch nicht gespeichert', en: 'Not saved yet' }),
    hours: say({
      de: 'Bitte mindestens einen Tag und eine Zeit von–bis angeben, die vorwärts läuft.',
      en: 'Please give at least one day, and hours whose end is after their beginning.',
    }),
    schedulingContact: say({ de: 'Das ist keine E-Mail-Adresse.', en: 'This is not an email address.' }),
  },
});

export function dataPage(view: DataView): string {
  const { frame, speaker, home, me, cohort, self, wrong } = view;
  const words = texts(speaker);
  return participantPage({
    ...frame,
    title: words.title,
    children: (
      <>
        <div class="sheet">
          <h1>{words.title}</h1>
          {view.onceMore ? <OnceMore say={speaker.say} button={words.save} /> : null}
          {wrong.length > 0 ? (
            <Notice title={words.wrong.title} tone="bad">
              {wrong.map((field) => (
                <p key={field}>{words.wrong[field]}</p>
              ))}
            </Notice>
          ) : null}
          <h2>{words.fromHr}</h2>
          <dl class="facts">
            {[
              [words.name, me.name],
              [words.address, me.address],
              [words.role, words.roles[me.role]],
              [words.level, me.hr?.level],
              [words.unit, me.hr?.unit],
              [words.site, me.hr?.site],
            ].map(([label, value]) =>
              value === undefined ? null : (
                <Fragment key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </Fragment>
              ),
            )}
          </dl>
          <p class="quiet">{words.fromHrHint}</p>
        </div>
        <div class="sheet">
          <h2>{words.fromMe}</h2>
          <SaveForm rendered={view.rendered} save={words.save}>
            <SelfFields say={speaker.say} language={frame.language} role={me.role} self={self} topics={cohort.topics} />
            <Choices
              name="letterLanguage"
              legend={words.letterLanguage}
              choices={[
                { value: 'de', label: 'Deutsch' },
                { value: 'en', label: 'English' },
              ]}
              chosen={self.letterLanguage}
              layout="short"
            />
            <label>
              {words.zone}
              <select name="timeZone">
                {[...new Set([self.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort().map((zone) => (
                  <option key={zone} value={zone} selected={zone === self.timeZone}>
                    {zone.replaceAll('_', ' ')}
                  </option>
                ))}
              </select>
            </label>
            <HoursFields hours={self.hours} words={words} language={frame.language} />
            <Choices
              name="meetingMode"
              legend={words.mode}
              choices={Object.entries(words.modes).map(([value, label]) => ({ value, label }))}
              chosen={self.meetingMode}
              layout="short"
            />
            <label>
              {words.contact}
              <small>{words.contactHint}</small>
              <input name="schedulingContact" type="email" value={self.schedulingContact ?? ''} autocomplete="off" />
            </label>
          </SaveForm>
          <p class="quiet">
            <a href={home}>{words.back}</a>
          </p>
        </div>
      </>
    ),
  });
}

interface HoursProps {
  readonly hours: readonly WorkingHours[];
  readonly words: ReturnType<typeof texts>;
  readonly language: 'de' | 'en';
}

function HoursFields({ hours, words, language }: HoursProps) {
  const same = sameHours(hours);
  const text = hours.map(({ weekday, from, to }) => `${dayName(weekday, language)} ${from}–${to}`).join(', ');
  return (
    <>
      <Checks
        name="days"
        legend={words.hours}
        {...(same || hours.length === 0 ? {} : { hint: words.ownHours(text) })}
        choices={weekdays.map((day) => ({ value: String(day), label: dayName(day, language) }))}
        chosen={same?.days.map(String) ?? []}
        layout="short"
      />
      <div class="grid">
        <label>
          {words.from}
          <input type="time" name="from" value={same?.from ?? ''} />
        </label>
        <label>
          {words.to}
          <input type="time" name="to" value={same?.to ?? ''} />
        </label>
      </div>
    </>
  );
}

/** 5 January 1970 was a Monday. */
const dayName = (weekday: number, language: 'de' | 'en') =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format((weekday + 3) * 86_400_000);
