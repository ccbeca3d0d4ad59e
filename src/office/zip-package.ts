import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../kernel/refusal.ts';
import { damaged, encrypted, notAWorkbook, tooLarge, unsafeContent } from './file-refusals.ts';
import { MAX_ENTRIES, MAX_PACKAGE_BYTES, MAX_RATIO, RATIO_FROM_BYTES } from './limits.ts';

const SYMLINK = 0xa000;
const PIECE_BYTES = 64 * 1024;
/** Of inflated content at a time: with Node's 16 KiB, which yauzl takes, the same content takes five times as long. */
const INFLATED_BYTES = 128 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** A zip file of which only the list of entries has been read and judged. Office does not tell cases of names apart. */
export class ZipPackage {
  readonly #zip: ZipFile;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  private constructor(zip: ZipFile) {
    this.#zip = zip;
  }

  /** Reads the list of entries and refuses what it already shows to be too much or unsafe. */
  static async open(bytes: Uint8Array): Promise<ZipPackage> {
    try {
      const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (zip.entryCount === 0) throw notAWorkbook();
      if (zip.entryCount > MAX_ENTRIES) throw tooLarge(`文件里有 ${zip.entryCount} 个部件，超过 ${MAX_ENTRIES} 个`);
      const pack = new ZipPackage(zip);
      for await (const entry of zip.eachEntry()) pack.#add(entry);
      return pack;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  #add(entry: Entry): void {
    const { uncompressedSize: size, compressedSize } = entry;
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw encrypted();
    if (((entry.externalFileAttributes >>> 16) & 0xf000) === SYMLINK) throw unsafeContent('文件里有指向别处的链接');
    if (this.#entries.has(name)) throw damaged();
    if (size > RATIO_FROM_BYTES && size > compressedSize * MAX_RATIO) throw tooLarge('文件解压后大得不正常');
    this.#bytes += size;
    if (this.#bytes > MAX_PACKAGE_BYTES) throw tooLarge('文件解压后太大');
    if (!name.endsWith('/')) this.#entries.set(name, entry);
  }

  /** What the list says that all entries hold, inflated. Reading an entry stops where it holds more than it says. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Names of the parts in lower case. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** The content of a part, piece by piece; as many bytes as its entry says and with its checksum, or `damaged`. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged();
    let crc = 0;
    let left = entry.uncompressedSize;
    try {
      for await (const piece of await this.#content(entry)) {
        crc = crc32(piece, crc);
        left -= piece.length;
        if (left < 0) throw damaged();
        for (let at = 0; at < piece.length; at += PIECE_BYTES) yield piece.subarray(at, at + PIECE_BYTES);
      }
    } catch (error) {
      throw refusalOf(error);
    }
    if (left > 0 || crc !== entry.crc32) throw damaged();
  }

  async #content(entry: Entry): Promise<AsyncIterable<Buffer>> {
    if (![STORED, DEFLATED].includes(entry.compressionMethod)) throw damaged();
    const stored: Readable = await this.#zip.openReadStreamPromise(entry, { decodeFileData: false });
    // What goes wrong in either stream is thrown to whoever reads the last one.
    return entry.compressionMethod === STORED ? stored : pipeline(stored, createInflateRaw({ chunkSize: INFLATED_BYTES }), () => {});
  }
}

/** What yauzl throws means that the file is no proper zip; it names what would have been written outside of a folder. */
function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal || !(error instanceof Error)) return error;
  if (/^(invalid relative|absolute) path/.test(error.message)) return unsafeContent('文件里有指向文件夹之外的路径');
  return error.message.startsWith('strong encryption') ? encrypted() : damaged();
}
