/** For tests only: zip files made by hand, also such as no honest program would write. */
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry; what it `says` stands in its headers instead of the truth. */
export interface TestEntry {
  name: string;
  data: string | Uint8Array;
  stored?: boolean;
  says?: { size?: number; crc?: number; flags?: number; method?: number; attributes?: number };
}

const UTF8_NAMES = 0x0800;

export function zipOf(entries: readonly TestEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, stored = false, says = {} } of entries) {
    const content = Buffer.from(data as string);
    const body = stored ? content : deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(UTF8_NAMES | (says.flags ?? 0), 2);
    facts.writeUInt16LE(says.method ?? (stored ? 0 : 8), 4);
    facts.writeUInt32LE(says.crc ?? crc32(content), 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(says.size ?? content.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), body]);
    const ending = Buffer.alloc(14);
    ending.writeUInt32LE(says.attributes ?? 0, 6);
    ending.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), facts, ending, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}
