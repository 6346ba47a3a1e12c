import type { Cohort, Language } from '../../../shared/cohort/cohort.ts';
import { number } from '../../../shared/desk/format.ts';
import { inUtc, overlapOf } from '../../../shared/pairing/overlap.ts';
import type { Row } from './query.ts';
import { sentences } from './sentences.ts';

/** Why these two fit, in words: what earned points, as the two have told it. */
export function reasonsOf({ people, points }: Row, cohort: Cohort, language: Language): string[] {
  const { junior, senior } = people;
  if (!junior || !senior) return [];
  const say = sentences[language];
  const topics = senior.self.topics.filter((topic) => junior.self.topics.includes(topic));
  const offsets = new Map<string, number>();
  const [one, other] = [junior, senior].map(({ self }) => inUtc(self.hours, self.timeZone, cohort.start, offsets));
  const hours = one && other ? overlapOf(one, other).week / 60 : 0;
  const levels = (senior.hr?.level ?? 0) - (junior.hr?.level ?? 0);
  const modes = [junior, senior].map(({ self }) => self.meetingMode);
  const mode = modes.find((each) => each !== 'any');
  return [
    ...(topics.length > 0 ? [say.topics(topics)] : []),
    ...(points.differentUnit ? [say.unit] : []),
    ...(points.differentSite ? [say.site] : []),
    ...(hours > 0 ? [say.hours(number(hours, language, 1))] : []),
    ...(levels > 0 ? [say.levels(levels)] : []),
    ...(points.meetingMode && mode ? [say.modes[mode]] : []),
    ...(points.waitlist ? [say.waited] : []),
  ];
}
