import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { barePhoto } from './bare-photo.ts';

const segment = (marker: number, body: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
const SECRET = 'GPS 32.17N 120.05E';
const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const TABLE = segment(0xdb, Buffer.alloc(65, 1));
const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4])]);
const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);

/** An Exif segment with an orientation, and a place behind it. */
function exif(way: number, little: boolean): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  const two = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const four = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  two(42, 2);
  four(8, 4);
  two(1, 8);
  two(0x0112, 10);
  two(3, 12);
  four(1, 14);
  two(way, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(SECRET)]));
}

it('of a jpg only the picture is left: no place, no words, no other pictures, nothing behind its end', () => {
  const words = [exif(1, true), segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${SECRET}`)), segment(0xed, Buffer.from(SECRET)), segment(0xfe, Buffer.from(SECRET)), segment(0xe2, Buffer.from(`MPF\0${SECRET}`))];
  const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0 colours'));
  const source = Buffer.concat([START, JFIF, ...words, profile, TABLE, SCAN, TABLE, SCAN, END, START, exif(1, false), END]);
  const { type, bytes } = barePhoto(source);
  expect(type).toBe('image/jpeg');
  expect(Buffer.from(bytes)).toEqual(Buffer.concat([START, JFIF, profile, TABLE, SCAN, TABLE, SCAN, END]));
});

it.each([[6, true], [8, false]])('which way up it was held stays: %i', (way, little) => {
  const bytes = Buffer.from(barePhoto(Buffer.concat([START, exif(way, little), TABLE, SCAN, END])).bytes);
  expect(bytes.includes(SECRET)).toBe(false);
  // Read again, it says the same.
  expect(Buffer.from(barePhoto(bytes).bytes)).toEqual(bytes);
  expect(bytes.subarray(2, 4).toString('hex')).toBe('ffe1');
  expect(bytes.readUInt16BE(30)).toBe(way);
});

it('of a png only what shows it is left', () => {
  const chunk = (type: string, body: string): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32BE(body.length);
    return Buffer.concat([size, Buffer.from(type + body, 'latin1'), Buffer.alloc(4)]);
  };
  const mark = Buffer.from('89504e470d0a1a0a', 'hex');
  const source = Buffer.concat([mark, chunk('IHDR', 'x'.repeat(13)), chunk('eXIf', SECRET), chunk('tEXt', SECRET), chunk('iTXt', SECRET), chunk('tIME', '1234567'), chunk('IDAT', 'picture'), chunk('IEND', ''), Buffer.from(SECRET)]);
  expect(Buffer.from(barePhoto(source).bytes)).toEqual(Buffer.concat([mark, chunk('IHDR', 'x'.repeat(13)), chunk('IDAT', 'picture'), chunk('IEND', '')]));
});

it('whatever is sent, it ends, and is a picture or refused', () => {
  const head = fc.constantFrom(START, Buffer.concat([START, JFIF, TABLE]), Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(0));
  fc.assert(fc.property(head, fc.uint8Array({ maxLength: 200 }), (before, rest) => {
    try {
      barePhoto(Buffer.concat([before, rest]));
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
    }
  }), { numRuns: 500 });
});
