import { crc32, inflateRawSync } from 'node:zlib';

/** Parts of a zip by their paths. */
export type Parts = ReadonlyMap<string, Buffer>;
type Unpacked = Parts | 'broken' | 'too much';

const mostParts = 2_000;

/**
 * Unpacks the parts that are wanted, and never more than `most` bytes of them: neither by what the zip declares nor by
 * what comes out of it.
 */
export function unzip(bytes: Uint8Array, wanted: (path: string) => boolean, most: number): Unpacked {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const parts = directoryOf(zip).filter(({ path }) => wanted(path));
    const declared = parts.reduce((sum, { size }) => sum + size, 0);
    if (parts.length > mostParts || declared > most) return 'too much';
    return new Map(parts.map((part) => [part.path, contentOf(zip, part)]));
  } catch (error) {
    // A part that is larger than it declares; anything else is garbage.
    return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
      ? 'too much'
      : 'broken';
  }
}

interface Part {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const partSignature = 0x04034b50;

/** What the directory at the end of a zip lists (APPNOTE.TXT of PKWARE, 4.3.12 and 4.3.16). */
function directoryOf(zip: Buffer): Part[] {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== endSignature) end--;
  const parts: Part[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== directorySignature) throw new Error('no directory');
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const path = zip.toString('utf8', at + 46, at + 46 + (name ?? 0));
    // Whoever locks a workbook with a password by Excel gets no zip at all; a locked part is none of Excel's.
    if (zip.readUInt16LE(at + 8) & 1) throw new Error('a locked part');
    parts.push({
      path: path.replace(/^\/+/, ''),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

function contentOf(zip: Buffer, { method, packed, size, at }: Part): Buffer {
  if (zip.readUInt32LE(at) !== partSignature) throw new Error('no part');
  const from = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  const data = zip.subarray(from, from + packed);
  if (data.length < packed) throw new Error('cut off');
  if (method !== 0 && method !== 8) throw new Error('packed in another way');
  const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  if (content.length !== size) throw new Error('not the size that it declares');
  return content;
}

/** The parts as a zip that packs nothing: whoever unpacks it gets just these bytes. */
export function zipOf(parts: Parts): Uint8Array<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of parts) {
    const name = Buffer.from(path);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(name.length, 22);
    locals.push(signature(partSignature), head, name, content);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(signature(directorySignature), Buffer.from([20, 0]), head, tail, name);
    offset += 30 + name.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, listed, signature(endSignature), end]));
}

function signature(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
}
