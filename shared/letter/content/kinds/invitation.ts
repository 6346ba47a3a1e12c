import * as z from 'zod/mini';
import type { Block, Content } from '../block.ts';
import { greeting, paragraph, signature } from '../phrases.ts';
import { Count, Line, Link, LocalDateTime, Person } from '../variables.ts';
import type { Speaker, Words } from '../voice.ts';
import { writer } from '../writer.ts';

const meeting = {
  what: z.enum(['set', 'moved', 'cancelled']),
  /** In the reader's own time zone, which `timeZone` names as people do: `Berlin`. */
  when: LocalDateTime,
  timeZone: Line,
  minutes: Count,
};
const Meeting = z.object(meeting);
type Meeting = z.infer<typeof Meeting>;

const Variables = z.object({ person: Person, partner: Person, ...meeting, plan: Link });

/** With the meeting as a calendar entry beside it, that moves and goes away by itself. */
export const invitation = writer(Variables, (variables, speaker): Content => {
  const { say, named, day } = speaker;
  const { what, when, plan } = variables;
  const partner = named(variables.partner);
  const date = day(when);
  const subjects = {
    set: {
      du: `${partner} und du: ${date}`,
      sie: `${partner} und Sie: ${date}`,
      en: `${partner} and you: ${date}`,
    },
    moved: {
      du: `Neuer Termin mit ${partner}: ${date}`,
      sie: `Neuer Termin mit ${partner}: ${date}`,
      en: `Meeting with ${partner} moved: ${date}`,
    },
    cancelled: {
      de: `Der Termin mit ${partner} entfällt: ${date}`,
      en: `Meeting with ${partner} is off: ${date}`,
    },
  } as const satisfies Record<Meeting['what'], Words>;
  const first = {
    set: {
      du: `für das nächste Treffen mit ${partner} ist ein Termin eingetragen. Er liegt dieser E-Mail für deinen Kalender bei.`,
      sie: `für das nächste Treffen mit ${partner} ist ein Termin eingetragen. Er liegt dieser E-Mail für Ihren Kalender bei.`,
      en: `Your next meeting with ${partner} has a date. The calendar entry comes with this email.`,
    },
    moved: {
      du: `das nächste Treffen mit ${partner} hat einen neuen Termin. Der Eintrag in deinem Kalender zieht mit um.`,
      sie: `das nächste Treffen mit ${partner} hat einen neuen Termin. Der Eintrag in Ihrem Kalender zieht mit um.`,
      en: `Your next meeting with ${partner} has a new date. This email moves your calendar entry.`,
    },
    cancelled: {
      du: `dieser Termin mit ${partner} findet nicht statt. Der Eintrag in deinem Kalender verschwindet mit dieser E-Mail.`,
      sie: `dieser Termin mit ${partner} findet nicht statt. Der Eintrag in Ihrem Kalender verschwindet mit dieser E-Mail.`,
      en: `This meeting with ${partner} is off. This email takes it out of your calendar.`,
    },
  } as const satisfies Record<Meeting['what'], Words>;
  return {
    subject: say(subjects[what]),
    preview: preview(variables, speaker),
    blocks: [
      greeting(speaker, variables.person),
      paragraph(say(first[what])),
      facts(variables, speaker),
      ...(what === 'cancelled' ? [] : [noAnswer(speaker)]),
      { kind: 'button', label: what === 'cancelled' ? setAnother(speaker) : change(speaker), href: plan },
      signature(speaker),
    ],
  };
});

/** `passed`: the meeting takes place, and somebody else looks after it. */
const forAssistant = z.object({ person: Person, ...meeting, what: z.enum([...Meeting.shape.what.options, 'passed']) });
type ForAssistant = z.infer<typeof forAssistant>;

/** To whoever schedules for somebody: what it is about is not theirs to know. */
export const assistantInvitation = writer(forAssistant, (variables, speaker): Content => {
  const { say, day } = speaker;
  const { person, what, when } = variables;
  const date = day(when);
  const subjects = {
    set: { de: `Termin von ${person.name}: ${date}`, en: `Appointment of ${person.name}: ${date}` },
    moved: { de: `Neuer Termin von ${person.name}: ${date}`, en: `Moved: appointment of ${person.name}, ${date}` },
    cancelled: {
      de: `Abgesagt: Termin von ${person.name}, ${date}`,
      en: `Off: appointment of ${person.name}, ${date}`,
    },
    passed: {
      de: `Nicht mehr zuständig: Termin von ${person.name}, ${date}`,
      en: `No longer with you: appointment of ${person.name}, ${date}`,
    },
  } as const satisfies Record<ForAssistant['what'], Words>;
  const first = {
    set: {
      de: `${person.name} hat diesen Termin. Er liegt dieser E-Mail für den Kalender bei.`,
      en: `${person.name} has this appointment. The calendar entry comes with this email.`,
    },
    moved: {
      de: `dieser Termin von ${person.name} hat sich geändert. Der Eintrag im Kalender zieht mit um.`,
      en: `This appointment of ${person.name} has moved. This email moves the calendar entry.`,
    },
    cancelled: {
      de: `dieser Termin von ${person.name} entfällt. Der Eintrag im Kalender verschwindet mit dieser E-Mail.`,
      en: `This appointment of ${person.name} is off. This email takes it out of the calendar.`,
    },
    passed: {
      de: `diese Adresse ist für Termine von ${person.name} nicht mehr eingetragen. Der Termin bleibt, aber der Eintrag verschwindet mit dieser E-Mail aus dem Kalender.`,
      en: `This address is no longer used for appointments of ${person.name}. This one stands, but this email takes it out of the calendar here.`,
    },
  } as const satisfies Record<ForAssistant['what'], Words>;
  return {
    subject: say(subjects[what]),
    preview: preview(variables, speaker),
    blocks: [
      { kind: 'greeting', text: say({ de: 'Guten Tag,', en: 'Hello,' }) },
      paragraph(say(first[what])),
      facts(variables, speaker),
      paragraph(
        what === 'passed'
          ? say({
              de: 'Eine Antwort ist nicht nötig, und weitere E-Mails dieser Art kommen nicht.',
              en: 'No answer is needed, and no more emails of this kind will come.',
            })
          : say({
              de: `Diese E-Mail kommt, weil ${person.name} diese Adresse für Termine angegeben hat. Eine Antwort ist nicht nötig.`,
              en: `This email comes because ${person.name} gave this address for appointments. No answer is needed.`,
            }),
      ),
      signature(speaker),
    ],
  };
});

const preview = ({ when, minutes }: Pick<Meeting, 'when' | 'minutes'>, { say, moment }: Speaker): string =>
  say({ de: `${moment(when)}, ${minutes} Minuten.`, en: `${moment(when)}, ${minutes} minutes.` });

const facts = ({ when, timeZone, minutes }: Omit<Meeting, 'what'>, { say, moment }: Speaker): Block => ({
  kind: 'facts',
  facts: [
    { label: say({ de: 'Wann', en: 'When' }), value: moment(when) },
    {
      label: say({ de: 'Dauer', en: 'Length' }),
      value: say({ de: `${minutes} Minuten (Uhrzeit in ${timeZone})`, en: `${minutes} minutes (${timeZone} time)` }),
    },
  ],
});

const noAnswer = ({ say }: Speaker): Block =>
  paragraph(
    say({
      du: 'Zusagen musst du nicht: Eine Antwort aus dem Kalender liest hier niemand. Passt der Termin nicht, redet kurz miteinander und ändert ihn hier.',
      sie: 'Zusagen müssen Sie nicht: Eine Antwort aus dem Kalender liest hier niemand. Passt der Termin nicht, sprechen Sie kurz miteinander und ändern Sie ihn hier.',
      en: 'No need to accept: nobody here reads what a calendar answers. If the date does not suit you, have a quick word with each other and change it here.',
    }),
  );

const change = ({ say }: Speaker) => say({ de: 'Termin ändern oder absagen', en: 'Change or cancel the date' });
const setAnother = ({ say }: Speaker) => say({ de: 'Neuen Termin eintragen', en: 'Enter a new date' });
