import EmailReplyParser from 'email-reply-parser';

/** More than this nobody writes to say whether they have met; it also bounds what the parser's patterns may cost. */
export const mostCharacters = 4_000;
export const longestLine = 500;

const greeting =
  /^(?:hallo|hi|hey|hello|dear|liebe[rs]?|sehr geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|grüezi|good (?:morning|afternoon|evening))\b[^.?!]{0,60}[,!.]?$/i;
const closing =
  /^(?:(?:mit )?(?:vielen |besten |schönen |lieben |herzlichen |freundlichen |sonnigen )?(?:dank und )?(?:(?:viele|beste|schöne|liebe|herzliche|freundliche|sonnige) )?(?:grüße|gruß|grüßen|grüsse|gruss|grüssen)\b.{0,40}|(?:mfg|lg|vg|bg|hg)\b.{0,30}|(?:ciao|bis bald|schönen tag(?: noch)?|schönes wochenende)|(?:(?:kind|best|warm|many) )?(?:regards|wishes)|best|cheers|sincerely|yours(?: sincerely)?|take care|have a (?:nice|good) (?:day|weekend))[,.!]*$/i;
const thanks =
  /^(?:(?:vielen|besten|herzlichen|lieben) )?(?:dank(?:e(?: schön)?)?|thanks|thank you|many thanks)[,.!]*$/i;
/** What programs add below the words; the reply parser knows others. */
const program =
  /^(?:gesendet (?:von|mit|über)\b|von meine[mr] .{1,60}gesendet|diese nachricht wurde von mein|sent (?:from|with|via)\b|get outlook\b|holen sie sich outlook|outlook für (?:ios|android|mac)|yahoo mail|_{5,}|-{2,}$|-{2,} ?(?:original|ursprüngliche))/i;
/** The head of a quoted message as Outlook, GMX, Notes and others write it; the reply parser knows some of its shapes. */
const quotedHead = /^\*?(?:von|from|gesendet|sent|betreff|subject) ?:\*?\s/i;
/** Something that a person adds below the own name and wants to be read. */
const addition = /\?|\bp\.? ?s\.?\b|\b(?:bitte|please|hilfe|help|ruf|call me)\b/i;

/**
 * The person's own words, one line for each of theirs, without quoted mail, greeting, closing and signature. `undefined`
 * where something below the signature may want to be read. `names` are the words of the person's own name.
 */
export function ownWords(text: string, names: readonly string[]): string[] | undefined {
  const lines = new EmailReplyParser()
    .parseReply(bounded(text))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const quoted = lines.findIndex((line) => quotedHead.test(line));
  const visible = quoted < 0 ? lines : lines.slice(0, quoted);
  const own = visible[0] !== undefined && greeting.test(visible[0]) ? visible.slice(1) : visible;
  const end = own.findIndex((line) => closing.test(line) || program.test(line) || isName(line, names));
  if (end < 0) return own.filter((line) => !thanks.test(line));
  const below = own.slice(end).filter((line) => !closing.test(line) && !program.test(line));
  return below.some((line) => addition.test(line)) ? undefined : own.slice(0, end).filter((line) => !thanks.test(line));
}

/** As much of a text as the reply parser is given. */
export const bounded = (text: string): string =>
  cut(text)
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '')
    // Gmail breaks its line above the quoted mail inside the address, where the parser does not expect it.
    .replaceAll(/<[ \t]*\n[ \t]*(?=[^\s<>@]{1,64}@[^\s<>@]{1,255}>)/g, '<')
    .replaceAll(/\n{3,}/g, '\n\n')
    .split('\n')
    .map((line) => line.slice(0, longestLine).trimEnd())
    .join('\n');

/** What was cut off must not have been the person's own: below quoted lines it was more of them, else it stays unclear. */
function cut(text: string): string {
  if (text.length <= mostCharacters) return text;
  const kept = text.slice(0, mostCharacters);
  return `${kept}${/(?:^|\n)>[^\n]*$/.test(kept) ? '' : '\n[cut]'}`;
}

/** “Jonas Weber”, “Dr. Jonas Weber”, “Weber, Jonas (IT)”, “Jonas” or “JW”. */
function isName(line: string, names: readonly string[]): boolean {
  if (line.length > 80) return false;
  const known = names.map((name) => name.toLowerCase());
  const words = line.toLowerCase().split(/[^\p{L}-]+/u);
  const given = words.filter((word) => word !== '' && !/^(?:dr|prof|dipl|ing|von|van|de)$/.test(word));
  const initials = known.map((name) => name[0] ?? '').join('');
  if (given.length === 1 && given[0] === initials && initials.length > 1) return true;
  return given.length > 0 && known.includes(given[0] ?? '') && given.length <= names.length + 2;
}

/** The words of a name that a signature may consist of: titles and particles say nothing. */
export const nameWords = (...names: readonly (string | undefined)[]): string[] => [
  ...new Set(
    names
      .flatMap((name) => (name ?? '').split(/[^\p{L}-]+/u))
      .filter((word) => word.length > 1 && !/^(?:dr|prof|dipl|ing|von|van|de)$/i.test(word)),
  ),
];
