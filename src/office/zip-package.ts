import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../kernel/refusal.ts';
import { damaged, encrypted, notAWorkbook, tooLarge, unsafeContent } from './file-refusals.ts';
import { MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_PACKAGE_BYTES, MAX_RATIO, RATIO_FROM_BYTES } from './limits.ts';

const STORED = 0;
const DEFLATED = 8;
const SYMLINK = 0xa000;
const PIECE_BYTES = 256 * 1024;

/** A zip file of which only the list of entries has been read and judged. */
export class ZipPackage {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  /** What the list says that all entries hold, inflated, in bytes. Reading an entry stops where it holds more than it says. */
  readonly bytes: number;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>, bytes: number) {
    this.#zip = zip;
    this.#entries = entries;
    this.bytes = bytes;
  }

  /**
   * Reads the list of entries and refuses what it already shows to be too much or unsafe.
   * @param streamed says of an entry's name that nobody will hold its content, so that only the package's sum bounds it
   */
  static async open(bytes: Uint8Array, streamed: (name: string) => boolean): Promise<ZipPackage> {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await orDamaged(fromBufferPromise(buffer));
    if (zip.entryCount === 0) throw notAWorkbook();
    if (zip.entryCount > MAX_ENTRIES) throw tooLarge(`文件里有 ${zip.entryCount} 个部件，超过 ${MAX_ENTRIES} 个`);
    const entries = new Map<string, Entry>();
    let sum = 0;
    for (const entry of await orDamaged(listed(zip))) {
      const name = partName(entry.fileName);
      judge(entry, streamed(name));
      sum += entry.uncompressedSize;
      if (entries.has(name)) throw damaged();
      if (!name.endsWith('/')) entries.set(name, entry);
    }
    if (sum > MAX_PACKAGE_BYTES) throw tooLarge('文件解压后太大');
    return new ZipPackage(zip, entries, sum);
  }

  /** Names of the parts in lower case, as `part` takes them. Office does not tell cases apart. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(partName(name));
  }

  /** The content of a part, piece by piece; as many bytes as its entry says and with its checksum, or `damaged`. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(partName(name));
    if (entry === undefined) throw damaged();
    const stored = await orDamaged(this.#zip.openReadStreamPromise(entry, { decodeFileData: false }));
    const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
    const stream = entry.compressionMethod === STORED ? stored : pipeline(stored, inflate, () => {});
    let size = 0;
    let crc = 0;
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > entry.uncompressedSize) throw damaged();
        crc = crc32(piece, crc);
        for (let at = 0; at < piece.length; at += PIECE_BYTES) yield piece.subarray(at, at + PIECE_BYTES);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : damaged();
    } finally {
      stored.destroy();
      inflate.destroy();
    }
    if (size !== entry.uncompressedSize || crc !== entry.crc32) throw damaged();
  }
}

async function listed(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function judge(entry: Entry, streamed: boolean): void {
  if (entry.isEncrypted()) throw encrypted();
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw damaged();
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === SYMLINK) throw unsafeContent('文件里有指向别处的链接');
  const { uncompressedSize: size, compressedSize } = entry;
  if (size > (streamed ? MAX_PACKAGE_BYTES : MAX_ENTRY_BYTES)) throw tooLarge('文件解压后太大');
  if (size > RATIO_FROM_BYTES && size > compressedSize * MAX_RATIO) throw tooLarge('文件解压后大得不正常');
}

function partName(name: string): string {
  return name.toLowerCase();
}

/** What yauzl throws means that the file is no proper zip; it names what would have been written outside of a folder. */
async function orDamaged<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Refusal || !(error instanceof Error)) throw error;
    if (/^(invalid relative|absolute) path/.test(error.message)) throw unsafeContent('文件里有指向文件夹之外的路径');
    throw error.message.startsWith('strong encryption') ? encrypted() : damaged();
  }
}
