import { type Reason, reason } from './reasons.ts';

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

/** What a file says in whatever of the encodings that an office writes; without the mark at its beginning. */
export function textOf(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } | Reason {
  const [first, second] = bytes;
  // Excel's own "Unicode text" is UTF-16; nobody writes it without its mark.
  if (first === 0xff && second === 0xfe) return wide(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return wide(bytes, 'utf-16be');
  if (bytes.includes(0)) return reason('no-list');
  const text = read(bytes, 'utf-8');
  if (text !== undefined) return { text, encoding: 'UTF-8' };
  // Never fails: every byte is some character. Those between 80 and 9F that it has none for are of other encodings.
  const western = read(bytes, 'windows-1252') ?? '';
  return /[\u0080-\u009f]/.test(western) ? reason('unknown-characters') : { text: western, encoding: 'Windows-1252' };
}

function wide(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be') {
  const text = read(bytes, encoding);
  return text === undefined || text.includes('\0') ? reason('no-list') : { text, encoding: 'UTF-16' as const };
}

function read(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
