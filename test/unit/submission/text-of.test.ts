import { describe, expect, it } from 'vitest';
import { decodeCsv } from '../../../shared/submission/decode.ts';
import { textOf } from '../../../shared/submission/text-of.ts';

const umlauts = 'Jörg Weiß – 5 €';
/** As Windows-1252 has it: one byte for each character. */
const western = Uint8Array.from([...umlauts].map((each) => ({ '–': 0x96, '€': 0x80 })[each] ?? each.charCodeAt(0)));
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(umlauts)],
    ['UTF-8', Buffer.from(`\uFEFF${umlauts}`)],
    ['UTF-16', utf16(umlauts)],
    ['UTF-16', utf16(umlauts, true)],
    ['Windows-1252', western],
  ])('is read from %s', (encoding, bytes) => {
    expect(textOf(bytes)).toEqual({ text: umlauts, encoding });
  });

  it.each([
    ['unknown-characters', Uint8Array.from([0x4d, 0x81, 0x6c, 0x6c])],
    ['no-list', Uint8Array.from([0xff, 0xfe, 0x41])],
    ['no-list', Uint8Array.from([0x41, 0, 0x42])],
  ])('is refused as %s', (code, bytes) => {
    expect(textOf(bytes)).toMatchObject({ code });
  });
});

describe('the lines of a CSV', () => {
  const lines = (text: string) => {
    const read = decodeCsv(Buffer.from(text));
    if (!read.ok) throw new Error(read.reason.code);
    return [read.header, ...read.records].map(({ line, cells }) => `${line}: ${cells.join('|')}`);
  };

  it.each([
    ['semicolons', 'name;email\nAda;a@b.de', ['1: name|email', '2: Ada|a@b.de']],
    ['commas', 'name,email\nAda,a@b.de', ['1: name|email', '2: Ada|a@b.de']],
    ['tabs', 'name\temail\nAda\ta@b.de', ['1: name|email', '2: Ada|a@b.de']],
    [
      'a line that names the separator',
      'sep=;\r\nname;email\r\nAda, B.;a@b.de',
      ['2: name|email', '3: Ada, B.|a@b.de'],
    ],
    ['a title above the header', 'Liste vom 1.3.\n\nname;email\nAda;a@b.de', ['3: name|email', '4: Ada|a@b.de']],
    [
      'empty lines and columns at the end',
      'name;email;;\nAda;a@b.de;;\n;;;\n\n',
      ['1: name|email||', '2: Ada|a@b.de||'],
    ],
    [
      'line breaks within quotes',
      'name;email\n"Ada\nB.";a@b.de\nBo;b@b.de',
      ['1: name|email', '2: Ada\nB.|a@b.de', '4: Bo|b@b.de'],
    ],
    ['breaks of an old Mac', 'name;email\rAda;a@b.de', ['1: name|email', '2: Ada|a@b.de']],
  ])('are told apart with %s', (_, text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});
