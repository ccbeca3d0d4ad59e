import { Refusal } from '../../kernel/refusal.ts';

/** A photo that is only its picture. */
export interface BarePhoto {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** Segments without which a picture does not look as it should: JFIF, colour profile, Adobe's transform, tables, frames, scans. */
const isNeeded = (marker: number): boolean => [0xe0, 0xe2, 0xee, 0xdb, 0xc4, 0xdd, 0xda].includes(marker) || (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8);
const CHUNKS = ['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'];

/**
 * Takes of a jpg or png what is needed to show it and nothing else: no place, no time, no device, no words, no second picture behind its end.
 * Which way up it was held stays.
 * @throws Refusal 'bad-photo' where it is neither, or broken
 */
export function barePhoto(bytes: Uint8Array): BarePhoto {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (source.readUInt16BE(0) === 0xffd8) return { type: 'image/jpeg', bytes: bareJpeg(source) };
    if (source.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n') return { type: 'image/png', bytes: barePng(source) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new Refusal('bad-photo', '这张照片打不开，或不是 jpg、png 格式。请换一张，或用手机重新拍一张。');
}

function bareJpeg(source: Buffer): Buffer {
  const kept: Buffer[] = [];
  let way: number | undefined;
  let at = 2;
  for (;;) {
    if (source.readUInt8(at) !== 0xff) throw new RangeError('no marker');
    const marker = source.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) break;
    const end = at + 2 + source.readUInt16BE(at + 2);
    if (end > source.length) throw new RangeError('cut off');
    // Profiles only: the other use of this segment leads to further pictures, with all that stands in them.
    const isOther = marker === 0xe2 && source.subarray(at + 4, at + 15).toString('latin1') !== 'ICC_PROFILE';
    if (marker === 0xe1) way ??= orientation(source.subarray(at + 4, end));
    const next = marker === 0xda ? endOfScan(source, end) : end;
    if (isNeeded(marker) && !isOther) kept.push(source.subarray(at, next));
    at = next;
  }
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...(way === undefined ? [] : [orientationSegment(way)]), ...kept, Buffer.from([0xff, 0xd9])]);
}

/** Behind the coded picture: the next marker that is neither stuffing nor a restart. */
function endOfScan(source: Buffer, from: number): number {
  for (let at = from; ; at++) {
    at = source.indexOf(0xff, at);
    if (at === -1) throw new RangeError('no end');
    const next = source.readUInt8(at + 1);
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
}

/** How the camera was held (2–8), of an Exif segment; undefined where it was held straight or nothing is said. */
function orientation(segment: Buffer): number | undefined {
  if (segment.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(6);
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const two = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  try {
    const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let nth = 0; nth < two(first); nth++) {
      const entry = first + 2 + nth * 12;
      if (two(entry) === 0x0112) return two(entry + 8) >= 2 && two(entry + 8) <= 8 ? two(entry + 8) : undefined;
    }
  } catch {
    // Broken words about a picture are not its fault.
  }
  return undefined;
}

/** An Exif segment that says nothing but that. */
function orientationSegment(way: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(way, 18);
  return Buffer.concat([Buffer.from([0xff, 0xe1, 0, tiff.length + 8]), Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

function barePng(source: Buffer): Buffer {
  const kept = [source.subarray(0, 8)];
  for (let at = 8; ; ) {
    const end = at + 12 + source.readUInt32BE(at);
    const type = source.subarray(at + 4, at + 8).toString('latin1');
    if (end > source.length) throw new RangeError('cut off');
    if (CHUNKS.includes(type)) kept.push(source.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
}
