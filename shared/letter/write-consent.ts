import { roleIn } from '../pair/pair.ts';
import { callNameOf, type Participant } from '../participant/participant.ts';
import { wallClock } from '../time/calendar.ts';
import { daysAfter } from '../time/minute.ts';
import type { Frame } from './content/frame.ts';
import type { Letter } from './letter.ts';
import type { Material } from './material.ts';
import { need, type Writing } from './writing.ts';

/** Days for which the link still leads to the page that says kindly that the question is closed. */
const linkOutlives = 60;

/** The letters that ask one of the two whether they want to be a pair. */
export async function consent<Drawn>(
  kind: Letter['kind'] & `consent-${string}`,
  participant: Participant,
  { pair, partner }: Material,
  frame: Frame,
  { link, draw }: Writing<Drawn>,
): Promise<Drawn> {
  const { cohortId, pairId, junior, consent: asked } = need(pair, 'pair');
  const { personId, self, hr } = participant;
  const role = roleIn({ junior }, personId);
  const { closesAt } = need(asked?.[role], 'question');
  const other = need(partner, 'partner');
  const page = await link(
    'consent',
    { cohort: cohortId, pair: pairId, person: personId },
    daysAfter(closesAt, linkOutlives),
  );
  const variables = {
    person: { callName: callNameOf(participant), name: participant.name },
    partner: { callName: callNameOf(other), name: other.name, unit: other.hr?.unit || null },
    topics: commonTopics(participant, other),
    apart: apart(differ(hr?.unit, other.hr?.unit), differ(hr?.site, other.hr?.site)),
    until: wallClock(closesAt, self.timeZone),
    yes: `${page}?answer=yes`,
    no: `${page}?answer=no`,
  };
  return kind === 'consent-reminder' ? draw(kind, { ...variables, role }, frame) : draw(kind, variables, frame);
}

/** What the junior offers and the senior wants. */
export const commonTopics = ({ self }: Participant, other: Participant): string[] =>
  self.topics.filter((topic) => other.self.topics.includes(topic));

const differ = (one: string | undefined, other: string | undefined): boolean =>
  Boolean(one) && Boolean(other) && one !== other;

const apart = (unit: boolean, site: boolean): 'unit' | 'site' | 'unit and site' | 'nowhere' =>
  unit && site ? 'unit and site' : unit ? 'unit' : site ? 'site' : 'nowhere';
