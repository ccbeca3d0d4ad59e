import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One part of a zip package: its path and its text, which may come in pieces. */
export interface ZipPart {
  path: string;
  pieces: Iterable<string>;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the zip format's first day: the same content gives the same bytes. */
const DATE = 0x21;

/** Packs parts into a zip file (no ZIP64). Texts are pulled as they are compressed, so other work goes on meanwhile. */
export async function zipParts(parts: Iterable<ZipPart>): Promise<Uint8Array> {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, pieces } of parts) {
    const name = Buffer.from(path);
    const { body, crc, size } = await deflated(pieces);
    const facts = factsOf(name, crc, body.length, size);
    files.push(u32(LOCAL), facts, name, ...body.pieces);
    directory.push(u32(CENTRAL), u16(VERSION), facts, Buffer.alloc(10), u32(offset), name);
    offset += 4 + facts.length + name.length + body.length;
  }
  const list = Buffer.concat(directory);
  const count = u16(directory.length / 6);
  return Buffer.concat([...files, list, u32(END), Buffer.alloc(4), count, count, u32(list.length), u32(offset), u16(0)]);
}

async function deflated(pieces: Iterable<string>): Promise<{ body: { pieces: Buffer[]; length: number }; crc: number; size: number }> {
  let crc = 0;
  let size = 0;
  function* bytes(): Generator<Buffer> {
    for (const piece of pieces) {
      const buffer = Buffer.from(piece);
      crc = crc32(buffer, crc);
      size += buffer.length;
      yield buffer;
    }
  }
  const body = { pieces: [] as Buffer[], length: 0 };
  await pipeline(Readable.from(bytes(), { objectMode: false }), createDeflateRaw(), async (compressed: AsyncIterable<Buffer>) => {
    for await (const piece of compressed) {
      body.pieces.push(piece);
      body.length += piece.length;
    }
  });
  return { body, crc, size };
}

/** What the local and the central header of an entry have in common. */
function factsOf(name: Buffer, crc: number, compressed: number, size: number): Buffer {
  const shorts = Buffer.concat([VERSION, UTF8_NAMES, DEFLATED, 0, DATE].map(u16));
  return Buffer.concat([shorts, u32(crc), u32(compressed), u32(size), u16(name.length), u16(0)]);
}

function u16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
}

function u32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
