import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { type CsvRecord, csvOptions, notText, recordOf, unreadable } from '../../shared/submission/decode.ts';
import { type Reason, reason } from '../../shared/submission/reasons.ts';
import { Refused } from './refused.ts';

/** Records of a CSV file of any size, one after the other; read as the desk reads an upload. */
export async function* recordsOf(path: string, onRead: (share: number) => void): AsyncGenerator<CsvRecord> {
  const texts = textOf(path, onRead);
  const { value: start } = await texts.next();
  if (start === undefined) throw refusedFile(path, reason('empty'));
  const parser = parse(csvOptions(start));
  // Its failure reaches the loop as well, because it destroys the parser.
  const piped = pipeline(Readable.from(joined(start, texts)), parser).catch(() => undefined);
  try {
    for await (const parsed of parser) {
      const record = recordOf(parsed);
      if (record) yield record;
    }
    await piped;
  } catch (error) {
    throw error instanceof Refused ? error : refusedFile(path, unreadable(error));
  }
}

const refusedFile = (path: string, why: Reason) => new Refused(path, why);

async function* joined(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** Enough for every header line. */
const pieceBytes = 256 * 1024;

/** The text with one kind of line break, in pieces. Refuses what is not a text in UTF-8. */
async function* textOf(path: string, onRead: (share: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw refusedFile(path, reason('not-utf-8'));
    }
  };
  let held = '';
  let read = 0;
  const { size } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 };
  for await (const bytes of bytesOf(path)) {
    read += bytes.length;
    onRead(Math.min(1, read / size));
    const foreign = notText(bytes);
    if (foreign) throw refusedFile(path, foreign);
    const text = held + decode(bytes);
    // The other half of a line break may come with the next piece.
    held = text.endsWith('\r') ? '\r' : '';
    const piece = text.slice(0, text.length - held.length).replaceAll(/\r\n?/g, '\n');
    if (piece !== '') yield piece;
  }
  const last = (held + decode()).replaceAll('\r', '\n');
  if (last !== '') yield last;
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of createReadStream(path, { highWaterMark: pieceBytes })) yield bytes;
  } catch (error) {
    throw new Refused(path, error instanceof Error ? error.message : String(error));
  }
}
