import type { SelfTold, Typed } from '../../shared/participant/participant.ts';
import { hoursText } from '../../shared/submission/hours.ts';
import { Checks } from '../../shared/web/form.tsx';
import type { texts } from './texts.ts';

export interface TypedView {
  readonly at: string;
  readonly self: Typed;
  readonly before: SelfTold;
  /** Whether it is taken with the yes. */
  readonly mine: boolean;
}

type Words = ReturnType<typeof texts>['typedMore'];

/** What a form says beyond the fields of this page: somebody else may have sent it, so nothing of it is taken unseen. */
export function TypedFacts({
  at,
  self,
  before,
  mine,
  language,
  words: { typedMore },
}: TypedView & { readonly language: 'de' | 'en'; readonly words: { readonly typedMore: Words } }) {
  const facts = factsOf(self, before, typedMore);
  if (facts.length === 0) return null;
  return (
    <>
      <h2>{typedMore.legend}</h2>
      <dl class="facts" lang={language}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Checks
        name="typed"
        legend={typedMore.take}
        choices={[{ value: at, label: typedMore.mine }]}
        chosen={mine ? [at] : []}
      />
    </>
  );
}

function factsOf(self: Typed, before: SelfTold, words: Words): (readonly [string, string | number])[] {
  const { hours, timeZone, letterLanguage, capacity, meetingMode, pleaseNot, schedulingContact } = self;
  const facts = [
    ['hours', words.hours, hours && hoursText(hours)],
    ['timeZone', words.timeZone, timeZone?.replaceAll('_', ' ')],
    ['letterLanguage', words.letterLanguage, letterLanguage && words.languages[letterLanguage]],
    ['capacity', words.capacity, capacity],
    ['meetingMode', words.meetingMode, meetingMode && words.modes[meetingMode]],
    ['pleaseNot', words.pleaseNot, pleaseNot?.length],
    ['schedulingContact', words.schedulingContact, schedulingContact],
  ] as const;
  return facts.flatMap(([field, label, value]) =>
    value === undefined || JSON.stringify(self[field]) === JSON.stringify(before[field])
      ? []
      : [[label, value] as const],
  );
}
