import type { LocalDate } from '../../events/ids.ts';
import { type Day, dayPatterns, type From } from './dates.ts';

/** What a reply says about the first question of a check-in, and about the meeting if it tells day and length. */
export type Meaning =
  | { readonly met: 'yes'; readonly session?: { readonly date: LocalDate; readonly minutes: number } | undefined }
  | { readonly met: 'date'; readonly next?: LocalDate | undefined }
  | { readonly met: 'no' }
  | 'unclear';

interface Heard {
  readonly said: Set<Said>;
  readonly days: Set<string>;
  readonly minutes: Set<number>;
}
type Said = 'yes' | 'met' | 'no' | 'not met' | 'date is set' | 'will meet' | 'vague' | 'ambiguous' | 'either';

/** Characters of a reply that can still be a plain answer: more is never looked at. */
export const mostWords = 400;

/** Phrases that say something; each stands for itself, so that “not” alone is never overheard. */
const phrases: readonly (readonly [Said, string])[] = [
  [
    'not met',
    'noch nicht getroffen|nicht getroffen|noch kein(?:e[ns]?)? (?:treffen|termin)|kein treffen|bisher nicht|noch nicht|noch nie',
  ],
  [
    'not met',
    '(?:we )?(?:have ?n’?t|have not|had ?n’?t)(?: yet)? met(?: yet)?|(?:we )?(?:did ?n’?t|did not) meet(?: yet)?|no meeting(?: yet)?|not yet(?: met)?',
  ],
  [
    'date is set',
    '(?:ein |der |unser |der nächste |nächster |unser nächster )?termin (?:steht|ist (?:vereinbart|ausgemacht|gesetzt|gefunden|fix)|vereinbart|ausgemacht|gefunden|fix)(?: schon| bereits| fest)?',
  ],
  [
    'date is set',
    '(?:wir )?haben (?:aber )?(?:schon |bereits |jetzt )*(?:einen|den(?: nächsten)?) termin(?: vereinbart| ausgemacht| gefunden| gemacht)?|(?:wir )?(?:sind|haben uns) (?:schon |bereits )?verabredet',
  ],
  [
    'date is set',
    '(?:a|the|our) (?:next )?date (?:is|has been|was) (?:set|fixed|agreed)|(?:we )?(?:already |now )?(?:have|have got|got|’ve got|have set|have agreed(?: on)?|set|agreed on) a date(?: set)?|we’ve (?:got |set )?a date|date (?:is )?set|(?:meeting|it)(?: is|’s) (?:booked|scheduled|planned)',
  ],
  // “No date set” and “no: date set” differ by a comma that many leave out.
  ['either', 'no date(?: is| has been| was)?(?: set| fixed| agreed)?'],
  [
    'will meet',
    'wir treffen uns|treffen uns|wir werden uns|(?:we )?(?:will|’ll) meet|we(?: are|’re) (?:going to meet|meeting)|we meet',
  ],
  [
    'met',
    'haben uns getroffen|(?:wir )?(?:haben uns )?(?:schon |bereits )?getroffen|(?:wir )?hatten (?:ein|unser|das|unser erstes|ein erstes) (?:treffen|gespräch)|(?:we )?(?:have |did |just |already )*met|(?:we )?had (?:a|our|our first|the) (?:meeting|session|chat|call)|we did',
  ],
  ['yes', 'ja|jawohl|jep|jepp|jap|jo|yes|yep|yeah|yup'],
  ['no', 'nein|nö|nee|leider nein|leider nicht|no|nope|sadly not|unfortunately not'],
  [
    'vague',
    '(?:letzte|vorletzte|diese|vorige|vergangene) woche|letzten monat|neulich|kürzlich|last (?:week|month)|this week|recently|(?:im|in) (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december)(?! ?\\d)',
  ],
];

/** Words that change nothing of what the phrases say. */
const fillers =
  'wir|uns|ich|haben|habe|hatten|war|und zwar|und|aber|leider|bisher|bislang|beide|zusammen|online|vor ort|persönlich|per video|per teams|in teams|zum (?:ersten|zweiten|dritten) mal|mal|zum mittagessen|zum kaffee|beim kaffee|für|ca|circa|etwa|ungefähr|rund|knapp|gut|lang|lange|das treffen|treffen|das|es|vielen dank|danke schön|danke|dank|gerne|gern|klar|natürlich|sehr|super|toll|prima|schön|(?:dauer|datum|date|duration|length) ?:|we|us|i|have|had|was|it|and|but|both|together|in person|remotely|unfortunately|sadly|so far|for|about|around|approximately|roughly|almost|long|the meeting|the session|our|a|at lunch|over (?:lunch|coffee)|thanks|thank you|sure|of course|indeed|great|good|nice|very|um \\d{1,2}(?:[:.]\\d{2})?(?: uhr)?|\\d{1,2}(?:[:.]\\d{2})? uhr|at \\d{1,2}(?::\\d{2})? ?(?:am|pm|o.clock)?|at noon|on|am';

const half = '(?:eine )?halbe stunde|half an hour|a half hour';
const threeQuarters = '(?:eine )?dreiviertel ?stunde|three quarters of an hour';
const ninety =
  'anderthalb stunden|eineinhalb stunden|(?:one|an) hour and a half|one and a half hours|1½ (?:stunden|hours)';
const units = '(?:stunden|stunde|std|hours|hour|hrs|hr|h)\\b\\.?';
const small: Readonly<Record<string, number>> = { eine: 1, einer: 1, ein: 1, one: 1, an: 1, zwei: 2, two: 2 };
const durations: readonly { pattern: RegExp; read(groups: readonly (string | undefined)[]): number }[] = [
  { pattern: sticky(half), read: () => 30 },
  { pattern: sticky(threeQuarters), read: () => 45 },
  { pattern: sticky(ninety), read: () => 90 },
  { pattern: sticky('(\\d{1,3})\\s*(?:minuten|minute|minutes|mins|min|’)'), read: ([count]) => Number(count) },
  {
    pattern: sticky(`(\\d)[,.](\\d{1,2})\\s*${units}`),
    read: ([hours, part]) => Math.round(Number(`${hours}.${part}`) * 60),
  },
  {
    pattern: sticky(
      `(\\d|eine[r]?|ein|one|an|zwei|two)\\s*${units}(?:\\s*(?:und|and)?\\s*(\\d{1,2})\\s*(?:minuten|minutes|mins|min|m))?`,
    ),
    read: ([hours, rest]) => (small[hours ?? ''] ?? Number(hours)) * 60 + Number(rest ?? 0),
  },
];

const said = phrases.map(([means, source]) => ({ means, pattern: sticky(source) }));
const filler = sticky(fillers);
const nothing = /[\s,;:!.…–—\-"'()*•👍😊🙂😀]+/uy;

function sticky(source: string): RegExp {
  return new RegExp(`(?:${source})(?![\\p{L}\\p{N}])`, 'uy');
}

/**
 * What these words mean, written on the day `today`. Every word must be understood: one that is not makes the reply
 * unclear, because it may change all the others.
 */
export function meaningOf(lines: readonly string[], today: LocalDate): Meaning {
  const text = lines.join('\n').normalize('NFKC').toLowerCase().replaceAll(/['`´]/g, '’');
  if (text.trim() === '' || text.length > mostWords) return 'unclear';
  const heard = listen(text, { today, way: 'back' });
  if (!heard) return 'unclear';
  // Who tells of a meeting that is to come names its day, not one that has been.
  const planned = heard.said.has('date is set') || heard.said.has('will meet');
  const ahead = planned ? listen(text, { today, way: 'ahead' }) : undefined;
  return ahead ? planOf(ahead, today) : conclude(heard, today);
}

function listen(text: string, from: From): Heard | undefined {
  const heard: Heard = { said: new Set(), days: new Set(), minutes: new Set() };
  for (let at = 0; at < text.length; ) {
    const next = nextPlace(text, at, heard, from);
    if (next === undefined) return undefined;
    at = next;
  }
  return heard;
}

/** Where the words after the next understood ones begin: the longest that anything understands. */
function nextPlace(text: string, at: number, heard: Heard, from: From): number | undefined {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
  };
  const gap = match(nothing);
  if (gap) return at + gap[0].length;
  const found: { length: number; hear(): void }[] = [];
  for (const { pattern, read } of durations) {
    const [whole, ...groups] = match(pattern) ?? [];
    if (whole) found.push({ length: whole.length, hear: () => heard.minutes.add(read(groups)) });
  }
  for (const { pattern, read } of dayPatterns) {
    const [whole, ...groups] = match(pattern) ?? [];
    if (whole) found.push({ length: whole.length, hear: () => hearDay(heard, read(groups, from)) });
  }
  for (const { means, pattern } of said) {
    const [whole] = match(pattern) ?? [];
    if (whole) found.push({ length: whole.length, hear: () => heard.said.add(means) });
  }
  const [some] = match(filler) ?? [];
  if (some) found.push({ length: some.length, hear: () => undefined });
  const longest = found.toSorted((a, b) => b.length - a.length)[0];
  longest?.hear();
  return longest && at + longest.length;
}

const hearDay = ({ said, days }: Heard, day: Day) => (day === 'ambiguous' ? said.add('ambiguous') : days.add(day.date));

/** The day is taken where it can only be that one; else the answer counts, and the thanks ask for the day. */
function planOf({ said, days, minutes }: Heard, today: LocalDate): Meaning {
  if (said.has('yes') || said.has('met') || said.has('either') || minutes.size > 0 || days.size > 1) return 'unclear';
  const [next] = days;
  if (next === undefined || said.has('ambiguous')) return { met: 'date' };
  return next < today ? 'unclear' : { met: 'date', next };
}

function conclude({ said, days, minutes }: Heard, today: LocalDate): Meaning {
  const says = (...any: Said[]) => any.some((each) => said.has(each));
  if (says('either')) return 'unclear';
  const not = says('no', 'not met');
  if (not)
    return says('yes', 'met') || days.size > 0 || minutes.size > 0 || says('ambiguous') ? 'unclear' : { met: 'no' };
  if (!says('yes', 'met') || says('ambiguous') || days.size > 1 || minutes.size > 1) return 'unclear';
  const [date] = days;
  const [length] = minutes;
  if (date !== undefined && date > today) return 'unclear';
  if (length !== undefined && (length < 5 || length > 600)) return 'unclear';
  return { met: 'yes', ...(date !== undefined && length !== undefined ? { session: { date, minutes: length } } : {}) };
}
