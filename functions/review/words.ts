import type { Weights } from '../../shared/cohort/cohort.ts';
import { brokenRules } from '../../shared/desk/broken-rules.ts';

type Soft = Readonly<Record<keyof Weights, string>>;
/** How the desk calls the rules of pairing. */
interface Words {
  /** Narrow: the head of a column. */
  readonly points: Soft;
  readonly weight: Soft;
  readonly means: Soft;
  /** Why two people cannot be a pair, or somebody cannot take part in a run. */
  readonly broken: Readonly<Record<string, string>>;
  /** The name of a rule that may give way. */
  readonly rule: Readonly<Record<string, string>>;
}

const de: Words = {
  points: {
    topicFit: 'Themen',
    differentUnit: 'Bereich',
    differentSite: 'Standort',
    hoursOverlap: 'Zeit',
    meetingMode: 'Treffen',
    waitlist: 'Warten',
    levelSpread: 'Ebenen',
  },
  weight: {
    topicFit: 'Passende Themen',
    differentUnit: 'Anderer Bereich',
    differentSite: 'Anderer Standort',
    hoursOverlap: 'Gemeinsame Arbeitszeit',
    meetingMode: 'Art der Treffen',
    waitlist: 'Letztes Mal leer ausgegangen',
    levelSpread: 'Abstand der Ebenen',
  },
  means: {
    topicFit: 'Je mehr von dem, was sich der Senior wünscht, der Junior anbietet. Seltene Themen zählen mehr.',
    differentUnit: 'Volle Punkte, wenn beide in verschiedenen Bereichen arbeiten.',
    differentSite: 'Volle Punkte, wenn beide an verschiedenen Standorten arbeiten.',
    hoursOverlap: 'Je mehr Stunden der Woche beide arbeiten; ab 20 Stunden volle Punkte.',
    meetingMode: 'Volle Punkte, wenn sich beide so treffen können, wie sie möchten.',
    waitlist: 'Wer früher ohne Gegenüber blieb, kommt eher zum Zug.',
    levelSpread: 'Je weiter die Ebenen über den Mindestabstand hinaus auseinanderliegen; ab vier Ebenen volle Punkte.',
  },
  broken: brokenRules.de,
  rule: {
    'level-gap': 'Mindestabstand der Ebenen',
    language: 'gemeinsame Sprache',
    hours: 'gemeinsame Arbeitszeit',
    topic: 'gemeinsames Thema',
    blocked: 'Sperre von HR für diese beiden',
  },
};

const en: Words = {
  points: {
    topicFit: 'Topics',
    differentUnit: 'Unit',
    differentSite: 'Site',
    hoursOverlap: 'Hours',
    meetingMode: 'Meeting',
    waitlist: 'Waited',
    levelSpread: 'Levels',
  },
  weight: {
    topicFit: 'Topics that fit',
    differentUnit: 'Another unit',
    differentSite: 'Another site',
    hoursOverlap: 'Working hours in common',
    meetingMode: 'Way of meeting',
    waitlist: 'Left out last time',
    levelSpread: 'Levels apart',
  },
  means: {
    topicFit: 'The more of what the senior wants the junior offers. Rare topics count more.',
    differentUnit: 'Full points if the two work in different units.',
    differentSite: 'Full points if the two work at different sites.',
    hoursOverlap: 'The more hours of the week both work; full points from 20 hours on.',
    meetingMode: 'Full points if both can meet the way they want to.',
    waitlist: 'Whoever was left without a partner before comes first.',
    levelSpread: 'The further the levels are apart beyond the required gap; full points from four levels on.',
  },
  broken: brokenRules.en,
  rule: {
    'level-gap': 'gap between levels',
    language: 'a common language',
    hours: 'working hours in common',
    topic: 'a common topic',
    blocked: 'these two are kept apart by HR',
  },
};

export const words = { de, en };
